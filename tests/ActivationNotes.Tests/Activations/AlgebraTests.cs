using ActivationNotes.Activations;
using ActivationNotes.Numbers;
using CsCheck;

namespace ActivationNotes.Tests.Activations;

/// <summary>What the formulas promise on paper, on numbers that CsCheck chooses and, when one fails, shrinks.</summary>
public sealed class AlgebraTests
{
    private static readonly Gen<double> s_numbers = Gen.Double[-40, 40];

    public static TheoryData<string> Names => [.. Activation.All.Select(activation => activation.Info.Name)];

    [Fact]
    public void The_sigmoid_of_minus_x_is_one_minus_the_sigmoid() =>
        s_numbers.Sample(x => Near(At("sigmoid", -x), 1 - At("sigmoid", x), 4e-16));

    [Fact]
    public void Tanh_is_a_sigmoid_stretched_to_both_sides() =>
        s_numbers.Sample(x => Near(At("tanh", x), 2 * At("sigmoid", 2 * x) - 1, 1e-15));

    [Fact]
    public void The_slope_of_the_sigmoid_is_s_times_one_minus_s() =>
        s_numbers.Sample(x => Near(Activation.Named("sigmoid").Derivative(x), At("sigmoid", x) * At("sigmoid", -x), 1e-15 * At("sigmoid", -Math.Abs(x))));

    [Fact]
    public void The_slope_of_tanh_is_one_minus_its_square() =>
        s_numbers.Sample(x => Near(Activation.Named("tanh").Derivative(x), 1 - At("tanh", x) * At("tanh", x), 1e-15));

    [Fact]
    public void The_softplus_is_the_area_under_the_sigmoid_and_x_apart_from_its_mirror_image() => s_numbers.Sample(x =>
    {
        Assert.Equal(Activation.Named("sigmoid").Value(x), Activation.Named("softplus").Derivative(x));
        return Near(At("softplus", x) - At("softplus", -x), x, 1e-14);
    });

    [Fact]
    public void The_log_sigmoid_is_the_logarithm_of_the_sigmoid() =>
        s_numbers.Sample(x => Near(At("log-sigmoid", x), Math.Log(At("sigmoid", x)), 1e-14 * Math.Max(1, Math.Abs(x))));

    [Fact]
    public void SiLU_is_x_times_the_sigmoid_and_hard_swish_x_times_the_hard_sigmoid() => s_numbers.Sample(x =>
        Near(At("silu", x), x * At("sigmoid", x), 1e-15 * Math.Abs(At("silu", x))) && Near(At("hard-swish", x), x * At("hard-sigmoid", x), 4e-15));

    [Theory]
    [InlineData("tanh")]
    [InlineData("softsign")]
    [InlineData("hard-tanh")]
    public void Odd_functions_are_odd_and_their_slopes_even_to_the_last_bit(string name) => s_numbers.Sample(x =>
        At(name, -x) == -At(name, x) && Activation.Named(name).Derivative(-x) == Activation.Named(name).Derivative(x));

    [Theory]
    [InlineData("silu")]
    [InlineData("gelu")]
    [InlineData("gelu-tanh")]
    [InlineData("relu")]
    public void Gated_inputs_lose_what_their_mirror_image_keeps(string name) =>
        s_numbers.Sample(x => Near(At(name, x) - At(name, -x), x, 1e-14));

    [Theory]
    [InlineData("sigmoid")]
    [InlineData("tanh")]
    [InlineData("relu")]
    [InlineData("leaky-relu")]
    [InlineData("elu")]
    [InlineData("selu")]
    [InlineData("hard-sigmoid")]
    [InlineData("hard-tanh")]
    [InlineData("softplus")]
    [InlineData("softsign")]
    [InlineData("log-sigmoid")]
    public void Monotone_functions_never_fall_by_more_than_rounding_and_their_slopes_are_never_negative(string name) =>
        Gen.Select(s_numbers, s_numbers).Sample((first, second) =>
        {
            var (low, high) = (At(name, Math.Min(first, second)), At(name, Math.Max(first, second)));
            return (low <= high || Ulp.Distance(low, high) <= 4) && Activation.Named(name).Derivative(first) >= 0;
        });

    [Theory]
    [MemberData(nameof(Names))]
    public void Slopes_are_what_finite_differences_approach(string name)
    {
        // At 0 some slopes have a kink of their own: there the difference is off by a step.
        const double Step = 1e-5;
        var activation = Activation.Named(name);
        Gen.Double[-20, 20].Where(x => activation.Info.Kinks.All(kink => Math.Abs(x - kink) > 2 * Step)).Sample(x =>
            Near((activation.Value(x + Step) - activation.Value(x - Step)) / (2 * Step), activation.Derivative(x), Math.Abs(x) < Step ? 2 * Step : 1e-9));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Spans_of_any_content_give_what_scalars_give(string name)
    {
        var activation = Activation.Named(name);
        Gen.Double.Array[0, 70].Sample(x =>
        {
            var (values, slopes) = (new double[x.Length], new double[x.Length]);
            activation.Values(x, values);
            activation.Derivatives(x, slopes);
            return x.Select((number, i) => Ulp.Distance(values[i], activation.Value(number)) <= 2 && Ulp.Distance(slopes[i], activation.Derivative(number)) <= 2).All(equal => equal);
        }, iter: 1_000);
        Gen.Single.Array[0, 70].Sample(x =>
        {
            var (values, slopes) = (new float[x.Length], new float[x.Length]);
            activation.Values(x, values);
            activation.Derivatives(x, slopes);
            return x.Select((number, i) => Ulp.Distance(values[i], activation.Value(number)) <= 2 && Ulp.Distance(slopes[i], activation.Derivative(number)) <= 2).All(equal => equal);
        }, iter: 1_000);
    }

    private static double At(string name, double x) => Activation.Named(name).Value(x);

    private static bool Near(double left, double right, double tolerance) => Math.Abs(left - right) <= tolerance;
}
