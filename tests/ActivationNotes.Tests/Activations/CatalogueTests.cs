using ActivationNotes.Activations;
using ActivationNotes.Numbers;

namespace ActivationNotes.Tests.Activations;

public sealed class CatalogueTests
{
    [Fact]
    public void There_are_sixteen_activations_with_different_names() =>
        Assert.Equal(16, Activation.All.Select(activation => activation.Info.Name).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Every_activation_is_found_by_its_name()
    {
        foreach (var activation in Activation.All) Assert.Same(activation, Activation.Named(activation.Info.Name));
    }

    [Theory]
    [InlineData("hardswish", "hard-swish")]
    [InlineData("sillu", "silu")]
    [InlineData("GELU", "gelu")]
    [InlineData("sigmod", "sigmoid")]
    public void An_unknown_name_is_answered_with_the_nearest_and_all_known_names(string name, string nearest)
    {
        var error = Assert.Throws<ArgumentException>(() => Activation.Named(name));
        Assert.Contains($"\"{name}\"", error.Message, StringComparison.Ordinal);
        Assert.Contains($"nearest name is \"{nearest}\"", error.Message, StringComparison.Ordinal);
        foreach (var activation in Activation.All) Assert.Contains(activation.Info.Name, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_activation_says_what_it_is()
    {
        foreach (var info in Activation.All.Select(activation => activation.Info))
        {
            Assert.All([info.Title, info.Summary, info.Latex, info.DerivativeLatex, info.Source], text => Assert.NotEmpty(text));
            Assert.Contains("section", info.Source.Replace("equation", "section", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.Equal(info.Kinks.Count > 0, info.KinkConvention.Length > 0);
            Assert.Equal(info.Latex.Count(letter => letter == '{'), info.Latex.Count(letter => letter == '}'));
            Assert.Equal(info.DerivativeLatex.Count(letter => letter == '{'), info.DerivativeLatex.Count(letter => letter == '}'));
        }
    }

    [Fact]
    public void Derivatives_jump_at_kinks_and_nowhere_else()
    {
        foreach (var activation in Activation.All)
        {
            for (var x = -6.0; x <= 6; x += 0.5)
            {
                var jump = Math.Abs(activation.Derivative(x + 1e-9) - activation.Derivative(x - 1e-9));
                Assert.True(activation.Info.Kinks.Contains(x) == (jump > 1e-3), $"{activation.Info.Name} at {x}: jump {jump}");
            }
        }
    }

    [Theory]
    [InlineData("relu", 0, 0)]
    [InlineData("leaky-relu", 0, 0.01)]
    [InlineData("elu", 0, 1)]
    [InlineData("selu", 0, 1.7580993408473768)]
    [InlineData("hard-tanh", -1, 0)]
    [InlineData("hard-tanh", 1, 0)]
    [InlineData("hard-sigmoid", -3, 0)]
    [InlineData("hard-sigmoid", 3, 0)]
    [InlineData("hard-swish", -3, -0.5)]
    [InlineData("hard-swish", 3, 1.5)]
    public void At_a_kink_the_derivative_is_that_of_PyTorch(string name, double x, double expected)
    {
        Assert.Equal(expected, Activation.Named(name).Derivative(x));
        Assert.Equal((float)expected, Activation.Named(name).Derivative((float)x));
    }

    [Fact]
    public void Values_stay_in_the_stated_range_and_come_near_its_finite_ends()
    {
        foreach (var activation in Activation.All)
        {
            var range = activation.Info.Range;
            double[] x = [double.MinValue, .. Enumerable.Range(-40_000, 80_001).Select(i => i / 1000.0), double.MaxValue];
            var y = new double[x.Length];
            activation.Values(x, y);
            Assert.All(y, value => Assert.InRange(value, Math.BitDecrement(range.Low), Math.BitIncrement(range.High)));
            if (double.IsFinite(range.Low)) Assert.True(y.Min() - range.Low < 1e-6, activation.Info.Name);
            if (double.IsFinite(range.High)) Assert.True(range.High - y.Max() < 1e-6, activation.Info.Name);
        }
    }

    [Fact]
    public void A_whole_number_is_taken_as_a_double()
    {
        var sigmoid = Activation.Named("sigmoid");
        Assert.Equal(0.8807970779778823, sigmoid.Value(2), 3e-16);
        Assert.Equal(sigmoid.Derivative(2.0), sigmoid.Derivative(2));
    }

    [Fact]
    public void Parameters_can_be_chosen()
    {
        IActivation leaky = new LeakyRelu(0.2);
        IActivation elu = new Elu(2);
        Assert.Equal(-0.2, leaky.Value(-1.0));
        Assert.Equal(-2 * (1 - Math.Exp(-1)), elu.Value(-1.0), 1e-15);
        Assert.Equal([0.0], elu.Info.Kinks);
        Assert.Equal(2 * Math.Exp(-1), elu.Derivative(-1.0), 1e-15);
        Assert.Equal("(−2, ∞)", elu.Info.Range.ToString());
    }

    [Fact]
    public void Hand_written_derivatives_equal_those_of_dual_numbers()
    {
        var random = new Random(1);
        foreach (var activation in Activation.All)
        {
            for (var i = 0; i < 20_000; i++)
            {
                var x = (random.NextDouble() - 0.5) * (i % 2 == 0 ? 8 : 80);
                var dual = activation.Value(DualNumber.Variable(x));
                var derivative = activation.Derivative(x);

                // Around the zero of a derivative the chain rule loses digits to cancellation; the hand-written one does not.
                Assert.True(
                    Math.Abs(dual.Derivative - derivative) <= (Math.Abs(x) > 4 ? 1e-12 * Math.Abs(derivative) + 1e-300 : 4e-15),
                    $"{activation.Info.Name} at {x:R}: {derivative:R}, dual number {dual.Derivative:R}");
                Assert.True(Ulp.Distance(dual.Value, activation.Value(x)) <= 2, $"{activation.Info.Name} at {x:R}: {dual.Value:R}");
            }
        }
    }
}
