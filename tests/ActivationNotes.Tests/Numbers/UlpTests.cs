using ActivationNotes.Numbers;

namespace ActivationNotes.Tests.Numbers;

public sealed class UlpTests
{
    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(0.0, -0.0, 0)]
    [InlineData(1.0000000000000002, 1, 1)]
    [InlineData(0.9999999999999999, 1, 1)]
    [InlineData(-1.0000000000000004, -1, 2)]
    [InlineData(5e-324, -5e-324, 2)]
    [InlineData(double.PositiveInfinity, double.MaxValue, 1)]
    [InlineData(double.NaN, double.NaN, 0)]
    [InlineData(double.NaN, 1, double.PositiveInfinity)]
    [InlineData(1, double.NaN, double.PositiveInfinity)]
    public void Distance_counts_the_doubles_between_two_doubles(double computed, double exact, double expected) =>
        Assert.Equal(expected, Ulp.Distance(computed, exact));

    [Theory]
    [InlineData(1f, 1f, 0)]
    [InlineData(1.0000001f, 1f, 1)]
    [InlineData(0f, -0f, 0)]
    [InlineData(1e-45f, -1e-45f, 2)]
    [InlineData(float.NaN, 1f, double.PositiveInfinity)]
    public void Distance_counts_the_floats_between_two_floats(float computed, float exact, double expected) =>
        Assert.Equal(expected, Ulp.Distance(computed, exact));

    [Fact]
    public void Distance_spans_the_whole_range_without_overflow()
    {
        Assert.Equal(2 * (double)0x7FF0000000000000L, Ulp.Distance(double.NegativeInfinity, double.PositiveInfinity));
        Assert.Equal(2.0 * 0x7F800000, Ulp.Distance(float.NegativeInfinity, float.PositiveInfinity));
    }
}
