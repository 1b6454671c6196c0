using ActivationNotes.Experiments;

namespace ActivationNotes.Tests.Experiments;

public sealed class SigmoidFitTests
{
    [Fact]
    public void The_parameters_of_a_sigmoid_are_found_again()
    {
        var x = Enumerable.Range(0, 40).Select(i => i / 10.0).ToArray();
        var fit = SigmoidFit.To(x, [.. x.Select(place => 120 / (1 + Math.Exp(-2.5 * (place - 1.4))))]);
        Assert.Equal(120, fit.Height, 0.01);
        Assert.Equal(2.5, fit.Steepness, 0.001);
        Assert.Equal(1.4, fit.Midpoint, 0.001);
        Assert.InRange(fit.LargestError, 0, 0.01);
        Assert.Equal(60, fit.Value(1.4), 0.05);
    }

    [Fact]
    public void The_errors_are_those_of_the_points()
    {
        double[] x = [0, 1, 2, 3, 4, 5], y = [0, 3, 40, 90, 101, 95];
        var fit = SigmoidFit.To(x, y);
        var errors = x.Zip(y, (place, value) => Math.Abs(value - fit.Value(place))).ToArray();
        Assert.Equal(errors.Max(), fit.LargestError, 1e-9);
        Assert.Equal(Math.Sqrt(errors.Sum(error => error * error) / 6), fit.RootMeanSquareError, 1e-9);
        // A least-squares fit: moving any parameter makes it worse.
        double Loss(SigmoidFit other) => x.Zip(y, (place, value) => Math.Pow(value - other.Value(place), 2)).Sum();
        foreach (var moved in new[] { fit with { Height = fit.Height * 1.01 }, fit with { Steepness = fit.Steepness * 0.99 }, fit with { Midpoint = fit.Midpoint + 0.01 } })
            Assert.True(Loss(moved) > Loss(fit));
    }

    [Fact]
    public void Too_few_points_are_refused() => Assert.Throws<ArgumentException>(() => SigmoidFit.To([1, 2, 3], [1, 2, 3]));
}
