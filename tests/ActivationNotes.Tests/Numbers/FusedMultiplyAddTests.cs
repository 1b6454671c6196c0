using System.Runtime.Intrinsics;
using ActivationNotes.Numbers;

namespace ActivationNotes.Tests.Numbers;

/// <summary>What stands in for an instruction that is missing gives what the instruction gives.</summary>
public sealed class FusedMultiplyAddTests
{
    private static readonly float[] s_edges =
    [
        0, -0f, 1, -1, 3, float.Epsilon, -float.Epsilon, 1.1754942e-38f, 1.17549435e-38f, -1.17549435e-38f, 16777215, 16777216, -16777217, 1.0000001f, 0.99999994f,
        5.9604645e-8f, 2.9802322e-8f, float.MaxValue, float.MinValue, float.PositiveInfinity, float.NegativeInfinity, float.NaN,
    ];

    [Fact]
    public void Imitated_for_floats_it_is_exact_on_all_triples_of_edges()
    {
        foreach (var factor in s_edges)
            foreach (var other in s_edges)
                foreach (var addend in s_edges) CheckFloats(factor, other, addend);
    }

    [Fact]
    public void Imitated_for_floats_it_is_exact_on_a_million_random_triples()
    {
        var random = new Random(21);
        for (var i = 0; i < 1_000_000; i++)
        {
            var (factor, other) = (Draw(random, i), Draw(random, i));

            // Half of the addends lie so near the product, or so near half its last digit, that roundings meet.
            var product = factor * other;
            var addend = (i % 4) switch
            {
                0 => Draw(random, i),
                1 => -product,
                2 => product * MathF.ScaleB(1, random.Next(-26, -22)),
                _ => MathF.ScaleB(MathF.Sign(product), float.IsFinite(product) && product != 0 ? Math.ILogB(product) + random.Next(22, 27) : 0),
            };
            CheckFloats(factor, other, addend);
        }
    }

    [Fact]
    public void What_a_product_of_doubles_loses_is_exact_without_the_instruction()
    {
        var random = new Random(22);
        for (var i = 0; i < 1_000_000; i++)
        {
            var (left, right) = (Math.ScaleB(random.NextDouble() - 0.5, random.Next(-400, 400)), Math.ScaleB(random.NextDouble() - 0.5, random.Next(-50, 50)));
            var product = left * right;
            Assert.Equal(Math.FusedMultiplyAdd(left, right, -product), ExactProduct.Lost<Scalar<DoublePrecision>>(left, right, product).Value);
        }
    }

    // Of all exponents, or of those about 0, where sums meet.
    private static float Draw(Random random, int i) => i % 2 == 0
        ? BitConverter.UInt32BitsToSingle((uint)random.NextInt64(1L << 32))
        : (float)((random.NextDouble() - 0.5) * 8);

    private static void CheckFloats(float factor, float other, float addend)
    {
        var expected = MathF.FusedMultiplyAdd(factor, other, addend);
        var imitated = FloatPack128.Imitated(Vector128.Create(factor), Vector128.Create(other), Vector128.Create(addend));
        if (BitConverter.SingleToInt32Bits(expected) != BitConverter.SingleToInt32Bits(imitated[3]) && !(float.IsNaN(expected) && float.IsNaN(imitated[3])))
            Assert.Fail($"{factor:R} x {other:R} + {addend:R} is {expected:R}, not {imitated[3]:R}.");
    }
}
