using ActivationNotes.Timing;

namespace ActivationNotes.Tests.Timing;

public sealed class ComparisonTests
{
    private readonly FakeClock _clock = new();

    // Tests are compiled for debugging; the clock that the kernels move does not care.
    private Comparison Fake => new() { Clock = _clock, CompilerPause = TimeSpan.Zero, AllowUnoptimised = true };

    [Fact]
    public void Kernels_take_turns_and_each_round_begins_with_another()
    {
        var calls = new List<char>();
        TimedKernel Kernel(char name) => TimedKernel.Of(name.ToString(), 1, () => { calls.Add(name); _clock.Advance(100_000); });
        var result = (Fake with { FewestRounds = 21 }).Run(Kernel('a'), Kernel('b'), Kernel('c'));

        Assert.Equal(21, result.Rounds);
        var rounds = string.Concat(calls.TakeLast(3 * 21));
        Assert.StartsWith("abcbcacab", rounds, StringComparison.Ordinal);
        Assert.All(rounds.Chunk(3), round => Assert.Equal("abc", string.Concat(round.Order())));
    }

    [Fact]
    public void Times_are_per_element_and_short_work_is_repeated_until_the_clock_can_tell()
    {
        var result = Fake.Run(
            TimedKernel.Of("short", 10, () => _clock.Advance(50)),
            TimedKernel.Of("long", 1000, () => _clock.Advance(200_000)));
        Assert.Equal(5, result["short"].Median, 1e-9);
        Assert.Equal(1200, result["short"].CallsPerSample);
        Assert.Equal(200, result["long"].Median, 1e-9);
        Assert.Equal(1, result["long"].CallsPerSample);
        Assert.Equal(40, result.RatioOf("long", "short").Median, 1e-9);
    }

    [Fact]
    public void Quiet_kernels_need_the_fewest_rounds_and_noisy_ones_go_on_until_patience_runs_out()
    {
        var quiet = (Fake with { FewestRounds = 31 }).Run(TimedKernel.Of("quiet", 1, () => _clock.Advance(70_000)));
        Assert.True(quiet.Confident);
        Assert.Equal(31, quiet.Rounds);

        var random = new Random(1);
        var patience = TimeSpan.FromMilliseconds(50);
        var noisy = (Fake with { Precision = 1e-6, Patience = patience }).Run(TimedKernel.Of("noisy", 1, () => _clock.Advance(70_000 + random.Next(70_000))));
        Assert.False(noisy.Confident);
        Assert.InRange(noisy["noisy"].Samples.Sum(), patience.TotalNanoseconds, patience.TotalNanoseconds + 140_000);

        var settled = (Fake with { Precision = 0.05, Patience = TimeSpan.FromMinutes(1) }).Run(TimedKernel.Of("noisy", 1, () => _clock.Advance(70_000 + random.Next(70_000))));
        Assert.True(settled.Confident);
        Assert.InRange(settled.Rounds, 60, 4000);
    }

    [Fact]
    public void A_slow_phase_of_the_machine_moves_the_times_but_not_their_ratio()
    {
        var factor = 1;
        var calls = 0;
        void Work(int nanoseconds)
        {
            if (++calls % 40 == 0) factor = factor == 1 ? 3 : 1;
            _clock.Advance(nanoseconds * factor);
        }

        var result = (Fake with { FewestRounds = 101 }).Run(TimedKernel.Of("one", 1, () => Work(60_000)), TimedKernel.Of("double", 1, () => Work(120_000)));
        Assert.Equal(2, result.RatioOf("double", "one").Median, 0.01);
        Assert.Equal(2, result.RatioOfFastest("double", "one"), 1e-9);
        Assert.True(result["one"].UpperQuartile / result["one"].LowerQuartile > 2);
    }

    [Fact]
    public void Twice_the_work_measures_slower_on_this_machine_whichever_comes_first()
    {
        float[] x = [.. Enumerable.Range(0, 4000).Select(i => i / 1000f)], y = new float[x.Length];
        // Both repeat the same dependent arithmetic; nothing reads the sum but the timer.
        static double Sum(float[] values, int times)
        {
            var sum = 0.0;
            for (var time = 0; time < times; time++)
                foreach (var value in values) sum = sum * 0.5 + value;
            return sum;
        }

        var once = TimedKernel.Of("once", x.Length, () => Sum(x, 2));
        var twice = TimedKernel.Of("twice", x.Length, () => Sum(x, 4));
        var comparison = new Comparison { AllowUnoptimised = true, CompilerPause = TimeSpan.FromMilliseconds(30), WarmUpPatience = TimeSpan.FromSeconds(2), Precision = 0.05 };
        Assert.InRange(comparison.Run(once, twice).RatioOf("twice", "once").Median, 1.4, 2.8);
        Assert.InRange(comparison.Run(twice, once).RatioOf("twice", "once").Median, 1.4, 2.8);
    }

    [Fact]
    public void The_same_work_twice_measures_the_same()
    {
        float[] x = [.. Enumerable.Range(0, 16_384).Select(i => i / 16_384f)], y = new float[x.Length];
        var relu = ActivationNotes.Activations.Activation.Named("relu");
        var comparison = new Comparison { CompilerPause = TimeSpan.FromMilliseconds(30), WarmUpPatience = TimeSpan.FromSeconds(2), Precision = 0.05 };
        var ratio = comparison.Run(TimedKernel.Map("first", relu.Values, x, y), TimedKernel.Map("second", relu.Values, x, y)).RatioOf("first", "second");
        Assert.InRange(ratio.Median, 0.67, 1.5);
    }

    [Fact]
    public void A_bad_comparison_says_what_is_wrong()
    {
        Assert.Contains("at least one", Assert.Throws<ArgumentException>(() => Fake.Run()).Message, StringComparison.Ordinal);
        var one = TimedKernel.Of("one", 1, () => _clock.Advance(100_000));
        Assert.Contains("Two kernels are named 'one'", Assert.Throws<ArgumentException>(() => Fake.Run(one, one)).Message, StringComparison.Ordinal);
        Assert.Contains("There are: one", Assert.Throws<ArgumentException>(() => Fake.Run(one)["two"]).Message, StringComparison.Ordinal);
        Assert.Contains("reads 2 elements and writes 3",
            Assert.Throws<ArgumentException>(() => TimedKernel.Map("odd", (_, _) => { }, new float[2], new float[3])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comparison_that_could_not_measure_anything_says_which_setting_is_wrong()
    {
        Comparison[] broken =
        [
            Fake with { FewestRounds = 0 }, Fake with { FewestRounds = -1 }, Fake with { WarmUpCalls = -1 },
            Fake with { Precision = double.NaN }, Fake with { Precision = -0.1 }, Fake with { Patience = TimeSpan.FromSeconds(-1) },
            Fake with { SampleLength = TimeSpan.FromSeconds(-1) }, Fake with { CompilerPause = TimeSpan.FromSeconds(-1) }, Fake with { WarmUpPatience = TimeSpan.FromSeconds(-1) },
        ];
        string[] settings = ["FewestRounds", "FewestRounds", "WarmUpCalls", "Precision", "Precision", "Patience", "SampleLength", "CompilerPause", "WarmUpPatience"];
        var calls = 0;
        var kernel = TimedKernel.Of("one", 1, () => { calls++; _clock.Advance(100_000); });
        Assert.Equal(settings, broken.Select(comparison => Assert.Throws<ArgumentOutOfRangeException>(() => comparison.Run(kernel)).ParamName));
        Assert.Equal(0, calls);
        Assert.Equal(1, (Fake with { FewestRounds = 1, Precision = 0, Patience = TimeSpan.Zero, WarmUpCalls = 0 }).Run(kernel).Rounds);
    }

    [Fact]
    public void The_table_names_each_kernel_with_its_median_quartiles_and_ratio()
    {
        var table = Fake.Run(TimedKernel.Of("slow", 1000, () => _clock.Advance(300_000)), TimedKernel.Of("fast", 1000, () => _clock.Advance(100_000))).ToTable("fast");
        Assert.Equal(["slow", "300", "300 to 300", "3.00"], table.Rows[0]);
        Assert.Equal(["fast", "100", "100 to 100", "1.00"], table.Rows[1]);
    }
}
