using ActivationNotes.Experiments;
using CsCheck;

namespace ActivationNotes.Tests.Experiments;

public sealed class FloatSortTests
{
    // Any bits but those of a NaN: infinities, subnormals and both zeros among them.
    private static readonly Gen<float> AnyNumber = Gen.Int.Select(BitConverter.Int32BitsToSingle).Where(value => !float.IsNaN(value));

    [Fact]
    public void Any_numbers_come_in_the_order_the_library_of_the_runtime_puts_them_in() => AnyNumber.Array[0, 300].Sample(values =>
    {
        var sorted = (float[])values.Clone();
        FloatSort.Sort(sorted);
        // The runtime calls both zeros equal; here the negative one comes first.
        Assert.Equal(values.OrderBy(value => value).ThenBy(value => !float.IsNegative(value)).Select(BitConverter.SingleToInt32Bits), sorted.Select(BitConverter.SingleToInt32Bits));
    });

    [Fact]
    public void What_is_not_a_number_comes_last()
    {
        float[] values = [1, BitConverter.UInt32BitsToSingle(0x7FC0_0000), float.PositiveInfinity, -0f, float.NegativeInfinity, 0];
        FloatSort.Sort(values);
        Assert.Equal([float.NegativeInfinity, -0f, 0, 1, float.PositiveInfinity, float.NaN], values);
    }
}
