using ActivationNotes.Timing;

namespace ActivationNotes.Tests.Timing;

/// <summary>Nothing is timed while the runtime still compiles, unless it takes too long.</summary>
public sealed class WarmUpTests
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(1);

    private readonly FakeClock _clock = new();

    [Fact]
    public void The_warm_up_goes_on_until_the_compiler_has_rested_for_two_pauses()
    {
        var asked = 0;
        var calls = 0;
        var comparison = Fake with { CompiledMethods = () => 10 * Math.Min(++asked, 40) };
        var result = comparison.Run(TimedKernel.Of("work", 1, () => { calls++; _clock.Advance(100_000); }));
        Assert.True(result.WarmedUp);
        // 40 pauses in which something was compiled, far more than any number of phases would have given it, and two in which nothing was.
        Assert.Equal((42 * 2) + 3 + 21, calls);
    }

    [Fact]
    public void A_method_now_and_then_keeps_nobody_waiting()
    {
        var asked = 0;
        var result = (Fake with { CompiledMethods = () => ++asked }).Run(TimedKernel.Of("work", 1, () => _clock.Advance(100_000)));
        Assert.True(result.WarmedUp);
        // Three pauses, before the rounds, after them.
        Assert.Equal(5, asked);
    }

    [Fact]
    public void A_compiler_that_never_rests_is_waited_for_as_long_as_was_said_and_the_result_says_so()
    {
        var compiled = 0;
        var result = (Fake with { CompiledMethods = () => compiled += 10, WarmUpPatience = TimeSpan.FromMilliseconds(10) }).Run(TimedKernel.Of("work", 1, () => _clock.Advance(100_000)));
        Assert.False(result.WarmedUp);
        Assert.Contains("The runtime was still compiling", result.Remarks, StringComparison.Ordinal);
        Assert.Contains("The runtime was still compiling", result.ToTable("work").Rows[^1][0], StringComparison.Ordinal);
    }

    [Fact]
    public void Samples_of_code_that_the_compiler_replaced_while_it_was_timed_are_dropped()
    {
        var calls = 0;
        var compiled = 0;
        var result = (Fake with { CompiledMethods = () => compiled }).Run(TimedKernel.Of("work", 1, () =>
        {
            // The better code arrives in the middle of the rounds.
            if (++calls == 6 + 3 + 15) compiled = 10;
            _clock.Advance(compiled == 0 ? 1_000_000 : 100_000);
        }));
        Assert.All(result["work"].Samples, sample => Assert.Equal(100_000, sample, 1e-9));
        Assert.True(result.WarmedUp);
    }

    [Fact]
    public void A_method_compiled_meanwhile_that_changes_no_time_costs_no_round()
    {
        var calls = 0;
        var result = (Fake with { CompiledMethods = () => calls > 20 ? 10 : 0 }).Run(TimedKernel.Of("work", 1, () => { calls++; _clock.Advance(100_000); }));
        Assert.Equal((6 + 3 + 21, 21), (calls, result.Rounds));
    }

    // Nothing is compiled; the chain of additions takes no time.
    private Comparison Fake => new()
    {
        Clock = _clock,
        CompilerPause = s_pause,
        WarmUpCalls = 2,
        AllowUnoptimised = true,
        FewestRounds = 21,
        Patience = TimeSpan.Zero,
        CompiledMethods = () => 0,
    };
}
