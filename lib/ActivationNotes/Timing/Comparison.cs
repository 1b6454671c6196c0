using System.Globalization;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace ActivationNotes.Timing;

/// <summary>
/// Times kernels against each other. They take turns: in each round every kernel is sampled once, beginning with another one
/// each time, so that a slow phase of the machine hits all alike. Rounds go on until every median is known to
/// <see cref="Precision"/> with 95 % confidence, or until <see cref="Patience"/> runs out. Between rounds a chain of additions whose length
/// in cycles is known tells whether the processor's clock moved: such rounds are left out.
/// </summary>
/// <example><code>new Comparison().Run(TimedKernel.Map("ours", ours, x, y), TimedKernel.Map("theirs", theirs, x, y))</code></example>
public sealed record Comparison
{
    // The runtime recompiles hot code in the background, twice: after counting calls, and after watching what they do. It begins 100 ms after
    // code last became hot. One long method can keep it from finishing any for a pause, hence two.
    private const int FewestWarmUpPhases = 3, PausesAtRest = 2;

    // A host compiles a method of its own now and then: so few are rest, too.
    private const int MethodsAtRest = 2;

    // How far the clock may be from its median.
    private const double SteadyClock = 0.05;

    // How many times as long the first half of the samples of a kernel takes as the second where its code was replaced by better code.
    private const double SpeedUpByCompiler = 1.25;

    // A host may let the runtime count further than to 30, as the course's own kernel does. Short kernels are called as often as that; beside
    // long ones it does not show what the call itself costs.
    private const double LongestWarmUpNanoseconds = 10e6, LongestWarmUpOfAllNanoseconds = 160e6;
    private static readonly int s_callsUntilRecompiled =
        AppContext.GetData("System.Runtime.TieredCompilation.CallCountThreshold") is { } set && int.TryParse($"{set}", NumberStyles.None, CultureInfo.InvariantCulture, out var calls) ? calls : 0;

    /// <summary>Half the width of the 95 % interval of each median that is asked for, as a share of the median.</summary>
    public double Precision { get; init; } = 0.02;

    /// <summary>The fewest rounds; below 20 an interval of 95 % says little.</summary>
    public int FewestRounds { get; init; } = 31;

    /// <summary>How long sampling may go on in all.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long one sample is at least: long beside the clock's tick, short beside the time slices of the operating system, so
    /// that most samples are not interrupted. A call that takes longer is a sample of its own.
    /// </summary>
    public TimeSpan SampleLength { get; init; } = TimeSpan.FromMicroseconds(60);

    /// <summary>
    /// How often each kernel is called before each pause, at least: .NET recompiles a method after 30 calls, or after as many as the program's
    /// settings say. Native code needs no more than one.
    /// </summary>
    public int WarmUpCalls { get; init; } = 30;

    /// <summary>How long the runtime is given to recompile hot code in the background, three times at least; 0 to wait for nothing.</summary>
    public TimeSpan CompilerPause { get; init; } = TimeSpan.FromMilliseconds(120);

    /// <summary>
    /// How long the warm-up may go on while the runtime is still compiling. A host that has just started, such as .NET Interactive, has
    /// thousands of methods to recompile, and these kernels wait behind them. When the time is used up the kernels are timed all the same,
    /// and <see cref="ComparisonResult.WarmedUp"/> says so.
    /// </summary>
    public TimeSpan WarmUpPatience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Whether kernels compiled without optimisation are timed too. They measure the compiler's setting rather than the code;
    /// a lesson does so on purpose, once.
    /// </summary>
    public bool AllowUnoptimised { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The work whose length in cycles is known.</summary>
    internal Action Calibration { get; init; } = CoreClock.Chain;

    /// <summary>How many methods the runtime has compiled so far.</summary>
    internal Func<long> CompiledMethods { get; init; } = () => JitInfo.GetCompiledMethodCount();

    /// <summary>Warms the kernels up, then times them.</summary>
    /// <param name="kernels">At least one; their names differ.</param>
    /// <exception cref="ArgumentException">There is none, or two share a name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting asks for no rounds at all, or for a negative time or number.</exception>
    /// <exception cref="UnoptimisedCodeException">A kernel was compiled without optimisation; the message says how to change that.</exception>
    public ComparisonResult Run(params IReadOnlyList<TimedKernel> kernels)
    {
        CheckSettings();
        if (kernels.Count == 0) throw new ArgumentException("There is nothing to time: give at least one kernel.", nameof(kernels));
        if (kernels.GroupBy(kernel => kernel.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twins)
            throw new ArgumentException($"Two kernels are named '{twins.Key}', so their times could not be told apart.", nameof(kernels));
        if (!AllowUnoptimised && kernels.FirstOrDefault(kernel => kernel.Unoptimised is not null) is { } slow)
            throw new UnoptimisedCodeException(slow.Name, slow.Unoptimised!);

        var warmUpEnds = Clock.GetTimestamp() + (long)(WarmUpPatience.TotalSeconds * Clock.TimestampFrequency);
        var warmedUp = WarmUp(kernels, warmUpEnds);
        var calls = kernels.Select(CallsPerSample).ToArray();
        var rounds = new TimedRounds(kernels.Count, SteadyClock);
        var start = Clock.GetTimestamp();
        var compiled = CompiledMethods();
        var confident = false;
        rounds.AddChain(TimeChain());
        while (!confident && (rounds.Count < FewestRounds || NanosecondsSince(start) < Patience.TotalNanoseconds))
        {
            for (var turn = 0; turn < kernels.Count; turn++)
            {
                var index = (rounds.Count + turn) % kernels.Count;
                rounds.AddSample(index, Sample(kernels[index], calls[index]));
            }

            rounds.AddChain(TimeChain());
            // Sorting all samples at every round would take longer than the kernels do.
            if (rounds.Count % FewestRounds > 0) continue;
            if (CompilerPause > TimeSpan.Zero && CompiledMethods() - compiled > MethodsAtRest && Clock.GetTimestamp() < warmUpEnds && rounds.SpedUp(SpeedUpByCompiler))
            {
                // The compiler had not rested after all: what was sampled first is code that it has replaced meanwhile.
                (warmedUp, rounds, start) = (WarmUp(kernels, warmUpEnds), new(kernels.Count, SteadyClock), Clock.GetTimestamp());
                (compiled, calls) = (CompiledMethods(), [.. kernels.Select(CallsPerSample)]);
                rounds.AddChain(TimeChain());
                continue;
            }

            confident = rounds.Steady().Samples.All(IsPrecise);
        }

        var steady = rounds.Steady();
        return new([.. kernels.Select((kernel, i) => new KernelTiming(kernel.Name, kernel.Elements, calls[i], steady.Samples[i], kernel.Unoptimised is null))],
            steady.Samples[0].Length, confident || steady.Samples.All(IsPrecise))
        {
            WarmedUp = warmedUp,
            RejectedRounds = rounds.Count - steady.Samples[0].Length,
            SteadyClock = steady.IsSteady,
            NanosecondsPerCycle = steady.IsSteady ? CoreClock.NanosecondsPerCycle(steady.Chains) : null,
        };
    }

    private void CheckSettings()
    {
        Require(FewestRounds >= 1, nameof(FewestRounds), FewestRounds);
        Require(Precision >= 0, nameof(Precision), Precision);
        Require(WarmUpCalls >= 0, nameof(WarmUpCalls), WarmUpCalls);
        Require(Patience >= TimeSpan.Zero, nameof(Patience), Patience);
        Require(SampleLength >= TimeSpan.Zero, nameof(SampleLength), SampleLength);
        Require(CompilerPause >= TimeSpan.Zero, nameof(CompilerPause), CompilerPause);
        Require(WarmUpPatience >= TimeSpan.Zero, nameof(WarmUpPatience), WarmUpPatience);

        static void Require(bool holds, string setting, object value)
        {
            if (!holds) throw new ArgumentOutOfRangeException(setting, value, "Nothing can be timed with this setting: it is at least 0, and there is at least 1 round.");
        }
    }

    // Until the compiler has rested, or until the time is up; whether it has rested.
    private bool WarmUp(IReadOnlyList<TimedKernel> kernels, long ends)
    {
        var longest = Math.Min(LongestWarmUpNanoseconds, LongestWarmUpOfAllNanoseconds / kernels.Count);
        var compiled = -1L;
        var rests = 0;
        for (var phase = 1; ; phase++)
        {
            foreach (var kernel in kernels)
            {
                var start = Clock.GetTimestamp();
                for (var call = 0; call < WarmUpCalls || (call < s_callsUntilRecompiled && NanosecondsSince(start) < longest); call++) kernel.WarmUp();
            }

            if (CompilerPause > TimeSpan.Zero) Thread.Sleep(CompilerPause);
            var before = compiled;
            compiled = CompiledMethods();
            rests = before >= 0 && compiled - before <= MethodsAtRest ? rests + 1 : 0;
            if (phase >= FewestWarmUpPhases && (rests >= PausesAtRest || CompilerPause == TimeSpan.Zero)) return true;
            if (Clock.GetTimestamp() >= ends) return CompilerPause == TimeSpan.Zero;
        }
    }

    // The shortest of three tries: one that was interrupted would make all samples too short.
    private int CallsPerSample(TimedKernel kernel)
    {
        var shortest = Enumerable.Range(0, 3).Min(_ => Sample(kernel, 1)) * kernel.Elements;
        return Math.Clamp((int)Math.Ceiling(SampleLength.TotalNanoseconds / Math.Max(shortest, 1)), 1, 1_000_000);
    }

    // Never inlined, and compiled at once: watched code would be specialised for the first kernel that comes along.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private double Sample(TimedKernel kernel, int calls)
    {
        var run = kernel.Run;
        var start = Clock.GetTimestamp();
        for (var call = 0; call < calls; call++) run();
        return NanosecondsSince(start) / ((double)calls * kernel.Elements);
    }

    // The shortest of three tries: the first finds its code in no cache after kernels that went over much memory.
    private double TimeChain() => Enumerable.Range(0, 3).Min(_ =>
    {
        var start = Clock.GetTimestamp();
        Calibration();
        return NanosecondsSince(start);
    });

    // A TimeSpan counts in steps of 100 ns, which is coarser than the clock.
    private double NanosecondsSince(long start) => (Clock.GetTimestamp() - start) * (1e9 / Clock.TimestampFrequency);

    private bool IsPrecise(double[] samples)
    {
        double[] sorted = [.. samples.Order()];
        var (low, high) = Statistics.MedianInterval(sorted);
        return high - low <= 2 * Precision * Statistics.Quantile(sorted, 0.5);
    }
}
