using ActivationNotes.Activations;

namespace ActivationNotes.Tests.Activations;

public sealed class ActivationInfoTests
{
    public static TheoryData<string> Names => [.. Activation.All.Select(activation => activation.Info.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Everything_there_is_to_say_is_said(string name)
    {
        var info = Activation.Named(name).Info;
        Assert.All([info.Title, info.Summary, info.Latex, info.DerivativeLatex, info.Source], text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.Equal(info.Kinks.Count == 0, info.KinkConvention.Length == 0);
        Assert.Equal(info.Kinks.Order(), info.Kinks);
        Assert.Equal(info.Latex.Count(letter => letter == '{'), info.Latex.Count(letter => letter == '}'));
        Assert.Equal(info.DerivativeLatex.Count(letter => letter == '{'), info.DerivativeLatex.Count(letter => letter == '}'));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_derivative_jumps_at_the_kinks_and_nowhere_else(string name)
    {
        const double step = 1.0 / 1024;
        var activation = Activation.Named(name);
        var jumps = new List<double>();
        for (var x = -8.0; x <= 8; x += step)
        {
            if (Math.Abs(activation.Derivative(x + step / 2) - activation.Derivative(x - step / 2)) > 0.01) jumps.Add(x);
        }

        Assert.Equal(activation.Info.Kinks, jumps);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void At_a_kink_the_derivative_is_that_of_one_side(string name)
    {
        var activation = Activation.Named(name);
        foreach (var kink in activation.Info.Kinks)
        {
            double[] sides = [activation.Derivative(Math.BitDecrement(kink)), activation.Derivative(Math.BitIncrement(kink))];
            Assert.Contains(activation.Derivative(kink), sides);
        }
    }

    // What torch.nn.functional gives as the gradient there.
    [Theory]
    [InlineData("relu", 0, 0)]
    [InlineData("leaky-relu", 0, 0.01)]
    [InlineData("elu", 0, 1)]
    [InlineData("hard-sigmoid", -3, 0)]
    [InlineData("hard-sigmoid", 3, 0)]
    [InlineData("hard-tanh", -1, 0)]
    [InlineData("hard-tanh", 1, 0)]
    [InlineData("hard-swish", -3, 0)]
    [InlineData("hard-swish", 3, 1)]
    public void At_a_kink_the_derivative_is_that_of_PyTorch(string name, double kink, double derivative) =>
        Assert.Equal(derivative, Activation.Named(name).Derivative(kink));

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_stay_in_the_range_and_come_near_both_of_its_ends(string name)
    {
        var activation = Activation.Named(name);
        var range = activation.Info.Range;
        var (lowest, highest) = (double.PositiveInfinity, double.NegativeInfinity);
        double[] far = [-1e6, -1e9, -1e300, 1e6, 1e9, 1e300];
        foreach (var x in Enumerable.Range(-80_000, 160_001).Select(i => i / 2000.0).Concat(far))
        {
            var y = activation.Value(x);
            Assert.True(y >= Below(range.Low) && y <= range.High, $"f({x:R}) = {y:R} lies outside {range}");
            (lowest, highest) = (Math.Min(lowest, y), Math.Max(highest, y));
        }

        Assert.True(double.IsInfinity(range.Low) ? lowest < -1e6 : lowest - range.Low < 1e-6, $"the lowest value is {lowest:R}, the range {range}");
        Assert.True(double.IsInfinity(range.High) ? highest > 1e6 : range.High - highest < 1e-6, $"the highest value is {highest:R}, the range {range}");
    }

    // A minimum that is no round number is itself rounded, and so is the value computed there: 4 ULP.
    private static double Below(double low) => low is 0 or -1 or double.NegativeInfinity ? low : low - 4 * (Math.Abs(low) - Math.BitDecrement(Math.Abs(low)));
}
