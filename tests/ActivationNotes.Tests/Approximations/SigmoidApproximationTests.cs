using ActivationNotes.Activations;
using ActivationNotes.Approximations;
using ActivationNotes.Numbers;

namespace ActivationNotes.Tests.Approximations;

public sealed class SigmoidApproximationTests
{
    private static readonly float[] s_edges = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0, -0f, float.MaxValue, float.MinValue, float.Epsilon, 1, 2.375f, 5, 7, 16, -16, 87, -88];

    public static TheoryData<string> Names => [.. SigmoidApproximation.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_stated_error_is_the_largest_there_is_and_no_larger(string name)
    {
        var approximation = Named(name);
        var largest = 0.0;
        // Every extreme is within 0.00005 of a point, where the error differs by less than 10^-6 of itself; kinks and ends are points.
        for (var i = -400_000; i <= 400_000; i++) largest = Math.Max(largest, Error(approximation, i / 10_000.0));
        foreach (var edge in s_edges.Where(x => !float.IsNaN(x)))
            foreach (var x in new[] { MathF.BitDecrement(edge), edge, MathF.BitIncrement(edge) }) largest = Math.Max(largest, Error(approximation, x));
        Assert.InRange(approximation.MaximumError, largest, largest * 1.002);
    }

    [Theory]
    [InlineData(0.5, 0.625)]
    [InlineData(1.5, 0.8125)]
    [InlineData(3, 0.9375)]
    [InlineData(4.5, 0.984375)]
    [InlineData(6, 1)]
    [InlineData(-3, 0.0625)]
    [InlineData(-0.5, 0.375)]
    public void PLAN_lies_on_the_lines_of_the_paper(double x, double expected) => Assert.Equal(expected, Named("PLAN").Function.Value(x));

    [Fact]
    public void The_rational_is_the_continued_fraction_of_tanh()
    {
        for (var x = -7.0; x <= 7; x += 0.01)
        {
            var (u, square) = (x / 2, x * x / 4);
            var tanh = u / (1 + square / (3 + square / (5 + square / (7 + square / 9))));
            Assert.Equal(0.5 + tanh / 2, Named("rational").Function.Value(x), 1e-14);
        }
    }

    [Fact]
    public void The_table_is_the_sigmoid_itself_where_its_lines_meet()
    {
        for (var i = -256; i <= 256; i++) Assert.Equal((float)(1 / (1 + Math.Exp(-i / 16.0))), new TableSigmoid().Single(i / 16f), 6e-8f);
    }

    [Fact]
    public void Schraudolphs_exponential_interpolates_between_powers_of_two()
    {
        for (var x = -20.0; x <= 20; x += 0.037)
        {
            // In the paper's terms: 2^(k-1023) (1 + f) for the number k + f = 1023 - x / ln 2 - 60801 / 2^20.
            var place = -x / Math.Log(2) - 60801 / 1048576.0;
            var exponential = Math.ScaleB(1 + place - Math.Floor(place), (int)Math.Floor(place));
            Assert.Equal(1 / (1 + exponential), new SchraudolphSigmoid().Single((float)x), 3e-6);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void On_either_side_of_every_edge_there_is_a_value_and_a_slope(string name)
    {
        var function = Named(name).Function;
        float[] edges = [.. s_edges.Where(x => !float.IsNaN(x)), .. function.Info.Kinks.Select(kink => (float)kink)];
        foreach (var x in edges.SelectMany(edge => new[] { MathF.BitDecrement(edge), edge, MathF.BitIncrement(edge), -edge }))
        {
            Assert.InRange(function.Value(x), 0, 1);
            Assert.InRange(function.Derivative(x), 0, 0.26f);
        }
    }

    [Fact]
    public void They_are_ordered_by_error_and_name_their_sources() =>
        Assert.All(SigmoidApproximation.All.Zip(SigmoidApproximation.All.Skip(1)), pair =>
        {
            Assert.True(pair.First.MaximumError > pair.Second.MaximumError);
            Assert.Matches("[12][0-9]{3}", pair.First.Function.Info.Source);
        });

    [Theory]
    [MemberData(nameof(Names))]
    public void Spans_of_every_length_give_what_scalars_give(string name)
    {
        var function = Named(name).Function;
        var random = new Random(1);
        for (var length = 0; length <= 70; length++)
        {
            float[] x = [.. Enumerable.Range(0, length).Select(i => random.Next(4) == 0 ? s_edges[random.Next(s_edges.Length)] : (float)(random.NextDouble() * 40 - 20))];
            var (y, slopes) = (new float[length], new float[length]);
            function.Values(x, y);
            function.Derivatives(x, slopes);
            for (var i = 0; i < length; i++)
            {
                Assert.Equal(function.Value(x[i]), y[i], 3e-7f);
                Assert.Equal(function.Derivative(x[i]), slopes[i], 3e-7f);
            }

            var wide = new double[length];
            function.Values([.. x.Select(one => (double)one)], wide);
            for (var i = 0; i < length; i++) Assert.Equal(function.Value((double)x[i]), wide[i]);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_stay_within_0_and_1_rise_and_keep_NaN(string name)
    {
        var function = Named(name).Function;
        Assert.True(float.IsNaN(function.Value(float.NaN)));
        Assert.True(double.IsNaN(function.Derivative(double.NaN)));
        Assert.Equal(1, function.Value(float.PositiveInfinity), 0.0006f);
        Assert.Equal(0, function.Value(float.NegativeInfinity), 0.0006f);
        for (var i = -3000; i <= 3000; i++) Assert.InRange(function.Value(i / 100.0), 0, 1);
        // PLAN falls by 1/256 at 2 3/8: its lines do not meet there.
        Assert.True(Enumerable.Range(-300, 600).All(i => function.Value(i / 10.0 + 0.1) >= function.Value(i / 10.0) - (name == "PLAN" ? 0.004 : 1e-6)));
    }

    [Theory]
    [InlineData("PLAN")]
    [InlineData("rational")]
    [InlineData("table")]
    public void The_slope_is_what_small_steps_measure(string name)
    {
        var function = Named(name).Function;
        var random = new Random(2);
        for (var i = 0; i < 500; i++)
        {
            // Away from the ends of the table's lines, where it has a kink.
            var x = (Math.Floor(random.NextDouble() * 400 - 200) + 0.5) / 16 + 0.001;
            var measured = (function.Value(x + 0.01) - function.Value(x - 0.01)) / 0.02;
            if (function.Info.Kinks.All(kink => Math.Abs(kink - x) > 0.02)) Assert.Equal(measured, function.Derivative(x), 2e-5);
            if (name != "table") Assert.Equal(function.Value(DualNumber.Variable(x)).Derivative, function.Derivative(x), 1e-12);
        }
    }

    [Fact]
    public void Schraudolphs_slope_is_near_the_sigmoids()
    {
        var function = new SchraudolphSigmoid();
        for (var i = -100; i <= 100; i++)
            Assert.Equal(Activation.Named("sigmoid").Derivative(i / 10.0), function.SingleDerivative(i / 10f), 0.01);
    }

    private static SigmoidApproximation Named(string name) => SigmoidApproximation.All.Single(one => one.Name == name);

    // Both float arithmetic and the input's rounding belong to the approximation: what it gives for this float.
    private static double Error(SigmoidApproximation approximation, double x) =>
        Math.Abs(approximation.Function.Value((float)x) - 1 / (1 + Math.Exp(-(double)(float)x)));
}
