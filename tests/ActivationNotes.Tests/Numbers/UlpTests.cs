using ActivationNotes.Numbers;

namespace ActivationNotes.Tests.Numbers;

public sealed class UlpTests
{
    [Theory]
    [InlineData(1.0, 1.0, 0)]
    [InlineData(0.0, -0.0, 0)]
    [InlineData(double.NaN, double.NaN, 0)]
    [InlineData(double.Epsilon, -double.Epsilon, 2)]
    [InlineData(1.0, 1.0000000000000002, 1)]
    [InlineData(1.0, 0.9999999999999998, 2)]
    [InlineData(double.MaxValue, double.PositiveInfinity, 1)]
    [InlineData(2.2250738585072014e-308, 2.225073858507201e-308, 1)]
    [InlineData(1.0, double.NaN, double.PositiveInfinity)]
    [InlineData(1.0, 2.0, 4503599627370496.0)]
    public void Doubles_are_as_far_apart_as_there_are_steps_between_them(double one, double other, double steps)
    {
        Assert.Equal(steps, Ulp.Distance(one, other));
        Assert.Equal(steps, Ulp.Distance(other, one));
    }

    [Theory]
    [InlineData(0f, -0f, 0)]
    [InlineData(float.NaN, float.NaN, 0)]
    [InlineData(float.Epsilon, -float.Epsilon, 2)]
    [InlineData(1f, 1.0000001f, 1)]
    [InlineData(float.MaxValue, float.PositiveInfinity, 1)]
    [InlineData(1f, float.NaN, double.PositiveInfinity)]
    [InlineData(1f, 2f, 8388608.0)]
    public void Floats_are_as_far_apart_as_there_are_steps_between_them(float one, float other, double steps)
    {
        Assert.Equal(steps, Ulp.Distance(one, other));
        Assert.Equal(steps, Ulp.Distance(other, one));
    }
}
