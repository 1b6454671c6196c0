using ActivationNotes.Experiments;

namespace ActivationNotes.Tests.Experiments;

public sealed class ExactSigmoidTests
{
    // Computed with mpmath at 400 digits, independently of this library, and rounded to the nearest double.
    [Theory]
    [InlineData(0.0, 0.5, 0.25)]
    [InlineData(1.0, 0.7310585786300049, 0.19661193324148185)]
    [InlineData(-1.0, 0.2689414213699951, 0.19661193324148185)]
    [InlineData(0.1, 0.52497918747894, 0.24937604019289197)]
    [InlineData(5e-324, 0.5, 0.25)]
    [InlineData(-1e-17, 0.5, 0.25)]
    [InlineData(2.5, 0.9241418199787564, 0.07010371654510816)]
    [InlineData(-6.25, 0.0019267346633274755, 0.0019230223568646077)]
    [InlineData(16.635532, 0.9999999403953389, 5.960465754445692e-08)]
    [InlineData(17.5, 0.999999974890009, 2.5109990296416514e-08)]
    [InlineData(36.7, 0.9999999999999999, 1.1518409493076095e-16)]
    [InlineData(37.43, 1.0, 5.550825086253719e-17)]
    [InlineData(-37.5, 5.175555005801868e-17, 5.175555005801868e-17)]
    [InlineData(88.8, 1.0, 2.720507997802789e-39)]
    [InlineData(-103.9, 7.530144847827766e-46, 7.530144847827766e-46)]
    [InlineData(360.25, 1.0, 3.510855008801618e-157)]
    [InlineData(-708.5, 2.006132305331306e-308, 2.006132305331306e-308)]
    [InlineData(709.9, 1.0, 4.947061357598873e-309)]
    [InlineData(-745.0, 5e-324, 5e-324)]
    [InlineData(745.2, 1.0, 0.0)]
    public void Value_and_slope_round_to_the_doubles_that_long_arithmetic_gives(double x, double value, double slope)
    {
        Assert.Equal(value, ExactSigmoid.Value(x).ToDouble());
        Assert.Equal(slope, ExactSigmoid.Slope(x).ToDouble());
    }

    [Theory]
    [InlineData(2.5)]
    [InlineData(40)]
    [InlineData(-700)]
    public void The_nearest_double_is_at_most_half_a_unit_away_and_its_neighbours_at_least_half(double x)
    {
        var exact = ExactSigmoid.Slope(x);
        var nearest = exact.ToDouble();
        Assert.InRange(exact.UlpsFrom(nearest), 0, 0.5);
        Assert.InRange(exact.UlpsFrom(Math.BitIncrement(nearest)), 0.5, 1.5);
        Assert.InRange(exact.UlpsFrom(Math.BitDecrement(nearest)), 0.5, 1.5);
    }

    [Fact]
    public void A_value_that_lost_everything_is_as_many_units_away_as_a_double_holds()
    {
        var exact = ExactSigmoid.Slope(40);
        Assert.InRange(exact.UlpsFrom(0.0), Math.ScaleB(1, 52), Math.ScaleB(1, 53));
        Assert.Equal(double.PositiveInfinity, exact.UlpsFrom(double.NaN));
    }

    // s(x) is nearer to 1 than to the float below it, 1 - 2^-24, once 1 - s(x) < 2^-25: from x = ln(2^25 - 1) = 17.32867948.
    [Theory]
    [InlineData(17.328678f, 0.99999994f)]
    [InlineData(17.328681f, 1f)]
    [InlineData(-103.5f, 1.4e-45f)]
    [InlineData(-104f, 0f)]
    public void Values_round_to_the_nearest_float(float x, float expected) => Assert.Equal(expected, ExactSigmoid.Value(x).ToSingle());

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(10_001)]
    public void What_has_no_exact_value_here_is_refused(double x) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ExactSigmoid.Value(x));
}
