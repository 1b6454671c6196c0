using ActivationNotes.Experiments;

namespace ActivationNotes.Tests.Experiments;

public sealed class BisectionTests
{
    [Theory]
    [InlineData(1f)]
    [InlineData(17.000002f)]
    [InlineData(3.4e38f)]
    public void The_first_float_with_a_property_is_found_to_the_bit(float threshold) =>
        Assert.Equal(threshold, Bisection.FirstSingle(x => x >= threshold, float.Epsilon, float.MaxValue));

    [Theory]
    [InlineData(5e-323)]
    [InlineData(37.42994775023705)]
    public void The_first_double_with_a_property_is_found_to_the_bit(double threshold) =>
        Assert.Equal(threshold, Bisection.FirstDouble(x => x >= threshold, double.Epsilon, double.MaxValue));

    [Fact]
    public void A_float_sigmoid_is_one_from_where_the_exponential_is_at_most_half_a_unit()
    {
        // 1 + e rounds to 1 when e is at most 2^-24, that is from x = 24 ln 2 = 16.6355...
        var first = Bisection.FirstSingle(x => 1f / (1f + MathF.Exp(-x)) == 1f, 1f, 100f);
        Assert.Equal(24 * Math.Log(2), first, 1e-5);
        Assert.NotEqual(1f, 1f / (1f + MathF.Exp(-MathF.BitDecrement(first))));
    }

    [Fact]
    public void A_property_that_does_not_change_and_an_interval_that_is_none_are_refused()
    {
        Assert.Contains("holds at neither", Assert.Throws<ArgumentException>(() => Bisection.FirstSingle(_ => false, 1, 2)).Message, StringComparison.Ordinal);
        Assert.Contains("0 < below < above", Assert.Throws<ArgumentException>(() => Bisection.FirstDouble(_ => true, 2, 1)).Message, StringComparison.Ordinal);
    }
}
