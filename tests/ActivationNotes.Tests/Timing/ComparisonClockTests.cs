using ActivationNotes.Timing;

namespace ActivationNotes.Tests.Timing;

/// <summary>Rounds in which the processor's clock moved, and the length of a cycle.</summary>
public sealed class ComparisonClockTests
{
    private readonly FakeClock _clock = new();
    private int _speed = 1;

    // A chain of additions at 4 GHz, or at a fraction of it, and a kernel that the same clock drives.
    private Comparison Fake => new()
    {
        Clock = _clock,
        CompilerPause = TimeSpan.Zero,
        AllowUnoptimised = true,
        FewestRounds = 30,
        Patience = TimeSpan.Zero,
        Calibration = () => _clock.Advance(CoreClock.Additions / 4 * _speed),
    };

    [Fact]
    public void Rounds_around_which_the_clock_moved_are_left_out_and_counted()
    {
        var calls = 0;
        var slowFrom = int.MaxValue;
        var kernel = TimedKernel.Of("work", 100, () =>
        {
            calls++;
            _speed = calls >= slowFrom && calls < slowFrom + 5 ? 3 : 1;
            _clock.Advance(100_000 * _speed);
        });
        var warmUp = (Fake.WarmUpCalls * 3) + 3;
        slowFrom = warmUp + 11;
        var result = Fake.Run(kernel);
        // Five slow rounds, and the one after them, before which the clock was still slow.
        Assert.Equal((6, 24, true), (result.RejectedRounds, result.Rounds, result.SteadyClock));
        Assert.All(result["work"].Samples, sample => Assert.Equal(1000, sample, 1e-9));
        Assert.Contains("6 rounds, in which the processor's clock moved, are left out.", result.Remarks, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_speed_is_usual_all_rounds_count_and_no_cycle_has_a_length()
    {
        var result = Fake.Run(TimedKernel.Of("work", 100, () => _clock.Advance(100_000 * (_speed = 1 + (_speed % 5)))));
        Assert.Equal((0, 30, false), (result.RejectedRounds, result.Rounds, result.SteadyClock));
        Assert.Null(result.NanosecondsPerCycle);
        Assert.Null(result.Cycles("work"));
        Assert.Equal("The processor kept changing its speed.", result.Remarks);
    }

    [Fact]
    public void A_chain_of_additions_tells_how_long_a_cycle_is()
    {
        var result = Fake.Run(TimedKernel.Of("work", 1000, () => _clock.Advance(500_000)));
        Assert.Equal(0.25, result.NanosecondsPerCycle!.Value, 1e-9);
        Assert.Equal(2000, result.Cycles("work")!.Value, 1e-6);
        Assert.Equal("A cycle took 0.25 ns (4.0 GHz), by a chain of additions, one a cycle.", result.Remarks);
        var table = result.ToTable("work");
        Assert.Equal("Cycles per element", table.Columns[2]);
        Assert.Equal(["work", "500", "2000", "500 to 500", "1.00"], table.Rows[0]);
    }

    [Fact]
    public void A_clock_that_no_processor_has_is_not_believed() =>
        Assert.Null((Fake with { Calibration = () => _clock.Advance(CoreClock.Additions / 100) }).Run(TimedKernel.Of("work", 1, () => _clock.Advance(100_000))).NanosecondsPerCycle);

    [Fact]
    public void The_chain_gives_a_plausible_clock_on_this_machine()
    {
        var times = Enumerable.Range(0, 200).Select(_ =>
        {
            var start = TimeProvider.System.GetTimestamp();
            CoreClock.Chain();
            return TimeProvider.System.GetElapsedTime(start).TotalNanoseconds;
        }).ToArray();
        Assert.NotNull(CoreClock.NanosecondsPerCycle([times.Min()]));
        Assert.Null(CoreClock.NanosecondsPerCycle([]));
    }
}
