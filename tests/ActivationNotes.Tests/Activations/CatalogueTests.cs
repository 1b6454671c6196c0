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
    [InlineData("Leaky_ReLU", "leaky-relu")]
    [InlineData("hard tanh", "hard-tanh")]
    [InlineData("swish", "silu")]
    [InlineData("h_swish", "hard-swish")]
    [InlineData("logistic", "sigmoid")]
    [InlineData("Hyperbolic tangent", "tanh")]
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
        var infos = Activation.All.Select(activation => activation.Info).ToArray();
        Assert.Equal(infos.Length, infos.Select(info => info.Title).Distinct(StringComparer.Ordinal).Count());
        Assert.All(infos, info =>
        {
            Assert.Matches("^[A-Z][^.]*[.]$", info.Summary);
            // Authors, title, year and the place in the work.
            Assert.Matches(@"^\p{Lu}\p{L}+.*, .+\((19|20)\d\d\), (section|equation) \d", info.Source);
            Assert.All([info.Latex, info.DerivativeLatex], formula =>
            {
                Assert.Contains("x", formula, StringComparison.Ordinal);
                Assert.Equal(formula.Count(letter => letter == '{'), formula.Count(letter => letter == '}'));
            });
            Assert.NotEqual(info.Latex, info.DerivativeLatex);
            Assert.Equal(info.Kinks.Count > 0, info.KinkConvention.Length > 0);
        });
        var names = infos.SelectMany(info => info.OtherNames.Append(info.Name)).ToArray();
        Assert.Equal(names.Length, names.Distinct(StringComparer.Ordinal).Count());
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
        Assert.Equal([sigmoid.Value(2.0), sigmoid.Value(2.0), sigmoid.Value(2.0)], [sigmoid.Value(2U), sigmoid.Value(2L), sigmoid.Value(2UL)]);
        Assert.Equal([sigmoid.Derivative(2.0), sigmoid.Derivative(2.0), sigmoid.Derivative(2.0)], [sigmoid.Derivative(2U), sigmoid.Derivative(2L), sigmoid.Derivative(2UL)]);
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
        Assert.EndsWith(@"(\alpha=0.2)", leaky.Info.Latex, StringComparison.Ordinal);
        Assert.EndsWith(@"(\alpha=2)", elu.Info.Latex, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-0.5, "[0, ∞)", true)]
    [InlineData(0, "[0, ∞)", true)]
    [InlineData(0.2, "(−∞, ∞)", true)]
    [InlineData(1, "(−∞, ∞)", false)]
    public void The_slope_of_a_leaky_ReLU_decides_where_it_bends_and_what_it_reaches(double alpha, string range, bool bends)
    {
        IActivation leaky = new LeakyRelu(alpha);
        Assert.Equal((range, bends, bends), (leaky.Info.Range.ToString(), leaky.Info.Kinks.Count == 1, leaky.Info.KinkConvention.Length > 0));
        // The limit, not 0 times infinity; scalars and spans alike.
        var limit = alpha == 0 ? 0 : alpha * double.NegativeInfinity;
        var (x, y) = (Enumerable.Repeat(double.NegativeInfinity, 20).ToArray(), new double[20]);
        leaky.Values(x, y);
        Assert.All(y.Append(leaky.Value(double.NegativeInfinity)), value => Assert.Equal(limit, value));
    }

    [Fact]
    public void An_ELU_of_zero_is_a_ReLU()
    {
        IActivation elu = new Elu(0);
        Assert.Equal([0, 0, 3], new[] { double.NegativeInfinity, -1, 3 }.Select(elu.Value));
        Assert.Equal("[0, ∞)", elu.Info.Range.ToString());
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_parameter_that_is_no_number_is_refused(double alpha)
    {
        Assert.Contains("must be a finite number", Assert.Throws<ArgumentOutOfRangeException>(() => new LeakyRelu(alpha)).Message, StringComparison.Ordinal);
        Assert.Contains("must be a finite number", Assert.Throws<ArgumentOutOfRangeException>(() => new Elu(alpha)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new LeakyRelu() with { Alpha = alpha });
    }

    [Fact]
    public void An_ELU_that_would_rise_to_the_left_is_refused() =>
        Assert.Contains("levels off at −α", Assert.Throws<ArgumentOutOfRangeException>(() => new Elu(-1)).Message, StringComparison.Ordinal);

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
