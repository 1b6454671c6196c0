using ActivationNotes.Experiments;
using ActivationNotes.Numbers;
using ActivationNotes.Timing;

namespace ActivationNotes.Tests.Experiments;

public sealed class LadderExperimentTests
{
    private static readonly Comparison s_quick = new() { CompilerPause = TimeSpan.Zero, FewestRounds = 21, Patience = TimeSpan.Zero };

    [Fact]
    public void Every_way_to_the_sigmoid_computes_the_sigmoid_and_the_floor_does_not_claim_to()
    {
        Assert.All(Route.Sigmoid, route => Assert.InRange(SigmoidErrors.Of(route.Map).Absolute, 0, 3e-7));
        Assert.All(Route.Floor.Concat(Route.Scalar), route => Assert.False(route.IsSigmoid));
        Assert.Equal("exp, scalar loop", Route.Scalar[^1].Name);
    }

    [Fact]
    public void Loops_and_vector_code_of_the_same_name_give_the_same()
    {
        var x = LadderExperiment.Inputs(1000, seed: 2);
        float[] Of(IReadOnlyList<Route> routes, string name)
        {
            var y = new float[x.Length];
            routes.Single(route => route.Name.StartsWith(name, StringComparison.Ordinal)).Map(x, y);
            return y;
        }

        foreach (var name in new[] { "add", "max" }) Assert.Equal(Of(Route.Floor, name), Of(Route.Scalar, name));
        Assert.Equal(x, Of(Route.Floor, "copy"));
        Assert.All(Of(Route.Scalar, "exp").Zip(x), pair => Assert.Equal(Math.Exp(pair.Second), pair.First, 1e-6 * Math.Exp(pair.Second)));
    }

    [Fact]
    public void The_error_of_the_plain_formula_is_found_where_it_overflows()
    {
        // 1 / (1 + e^-x) is 0 in float from x = -88.73 on, where the nearest float is 2 million steps above 0.
        var plain = SigmoidErrors.Of(Route.Sigmoid[1].Map);
        Assert.InRange(plain.Ulps, 1e6, 1e7);
        Assert.InRange(plain.WorstX, -90, -88);
        Assert.InRange(SigmoidErrors.Of(Route.Sigmoid[^1].Map).Ulps, 0.5, 2);
    }

    [Fact]
    public void A_ladder_has_a_step_for_each_route_with_errors_where_there_are_any()
    {
        var result = new LadderExperiment(Length: 512) { Comparison = s_quick }.Run([.. Route.Sigmoid, .. Route.Floor]);
        Assert.Equal([.. Route.Sigmoid.Select(route => route.Name), .. Route.Floor.Select(route => route.Name)], result.Steps.Select(step => step.Timing.Name));
        Assert.NotNull(result["TensorPrimitives.Sigmoid"].Errors);
        Assert.Null(result["copy"].Errors);
    }

    [Fact]
    public void A_sweep_has_a_comparison_for_each_length()
    {
        var sweep = new SizeSweepExperiment { Comparison = s_quick }.Run([64, 256], Route.Floor);
        Assert.Equal([512, 2048], sweep.Bytes);
        Assert.Equal(2, sweep.Medians("copy").Length);
        Assert.All(sweep.Medians("copy"), median => Assert.True(median > 0));
        Assert.Equal(256, sweep[256]["copy"].Elements);
        Assert.Contains("There are: 64, 256", Assert.Throws<ArgumentException>(() => sweep[65]).Message, StringComparison.Ordinal);
        Assert.Equal(8 << 10, 8 * SizeSweepExperiment.AllLengths[0]);
        Assert.Equal(128 << 20, 8 * SizeSweepExperiment.AllLengths[^1]);
    }

    [Fact]
    public void All_lengths_of_a_sweep_take_turns_in_the_same_rounds()
    {
        List<int> lengths = [];
        var comparison = s_quick with { SampleLength = TimeSpan.Zero, AllowUnoptimised = true };
        new SizeSweepExperiment { Comparison = comparison }.Run([64, 256, 128], new Route("noted", (x, _) => lengths.Add(x.Length), IsSigmoid: false));
        Assert.All(lengths.TakeLast(3 * 21).Chunk(3), round => Assert.Equal([64, 128, 256], round.Order()));
    }

    [Fact]
    public void The_trap_is_one_loop_of_which_one_form_is_refused()
    {
        float[] x = [-1, 2, -3, 4], y = new float[4];
        var kernels = new DebugTrap(x, y).Kernels;
        Assert.Throws<UnoptimisedCodeException>(() => s_quick.Run(kernels));
        foreach (var kernel in kernels)
        {
            Array.Clear(y);
            (s_quick with { AllowUnoptimised = true }).Run(kernel);
            Assert.Equal([0, 2, 0, 4], y);
        }
    }

    [Fact]
    public void Errors_in_units_of_the_last_place_are_fractions()
    {
        Assert.Equal(0, Ulp.Error(1f, 1));
        Assert.Equal(0.5, Ulp.Error(1f, 1 + Math.ScaleB(1, -24)));
        Assert.Equal(1, Ulp.Error(MathF.BitIncrement(1f), 1));
        Assert.Equal(1, Ulp.Error(float.Epsilon, 0));
        Assert.Equal(0, Ulp.Error(float.PositiveInfinity, 1e300));
        Assert.Equal(0, Ulp.Error(float.NaN, double.NaN));
        Assert.Equal(double.PositiveInfinity, Ulp.Error(float.NaN, 1));
    }
}
