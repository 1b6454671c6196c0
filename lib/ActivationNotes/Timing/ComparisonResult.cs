using System.Globalization;
using ActivationNotes.Lessons;

namespace ActivationNotes.Timing;

/// <summary>What comparing kernels gave.</summary>
/// <param name="Timings">One for each kernel, in the order they were given.</param>
/// <param name="Rounds">How many samples of each count.</param>
/// <param name="Confident">
/// Whether the medians are known as precisely as was asked for; false means that time ran out first, on a noisy machine.
/// </param>
public sealed record ComparisonResult(KernelTiming[] Timings, int Rounds, bool Confident)
{
    /// <summary>
    /// Whether the runtime had finished compiling before the kernels were timed. False means that the warm-up's time was used up first, so
    /// that some kernels may have run as code that was not optimised yet.
    /// </summary>
    public bool WarmedUp { get; init; } = true;

    /// <summary>How many rounds were left out because the processor's clock moved, or the machine was taken away, before or after them.</summary>
    public int RejectedRounds { get; init; }

    /// <summary>Whether the processor kept one speed in most rounds; if not, all rounds count.</summary>
    public bool SteadyClock { get; init; } = true;

    /// <summary>
    /// How long a cycle of the core took, in nanoseconds, found by timing a chain of additions: each waits for the one before, and takes one
    /// cycle. Null where that gives no plausible clock.
    /// </summary>
    public double? NanosecondsPerCycle { get; init; }

    /// <summary>What a reader of the times must know: how long a cycle was, and what went wrong, as full sentences; empty where there is nothing to say.</summary>
    public string Remarks => string.Join(' ', ((string[])
    [
        NanosecondsPerCycle is { } cycle ? string.Create(CultureInfo.InvariantCulture, $"A cycle took {cycle:G3} ns ({1 / cycle:F1} GHz), by a chain of additions, one a cycle.") : "",
        RejectedRounds > 0 ? string.Create(CultureInfo.InvariantCulture, $"{RejectedRounds} {(RejectedRounds == 1 ? "round" : "rounds")}, in which the processor's clock moved, {(RejectedRounds == 1 ? "is" : "are")} left out.") : "",
        SteadyClock ? "" : "The processor kept changing its speed.",
        WarmedUp ? "" : NotWarmedUp,
    ]).Where(sentence => sentence.Length > 0));

    private const string NotWarmedUp = "The runtime was still compiling when the time for warming up had run out, so these may be times of code that was not optimised yet.";

    /// <summary>How well the least certain median is known: half the width of its 95 % interval, as a share of it.</summary>
    public double Uncertainty => Timings.Max(timing => timing.Uncertainty);

    /// <summary>The timing of one kernel.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">There is none of that name; the message lists those there are.</exception>
    public KernelTiming this[string name] => Array.Find(Timings, timing => timing.Name == name)
        ?? throw new ArgumentException($"No kernel was named '{name}'. There are: {string.Join(", ", Timings.Select(timing => timing.Name))}.", nameof(name));

    /// <summary>
    /// How many times as long the first takes as the second, per element. The two samples of a round lie milliseconds apart,
    /// so what slows the machine slows both, and leaves their ratio alone.
    /// </summary>
    /// <param name="slower">Name of the first.</param>
    /// <param name="faster">Name of the second.</param>
    public Ratio RatioOf(string slower, string faster)
    {
        double[] ratios = [.. this[slower].Samples.Zip(this[faster].Samples, (first, second) => first / second).Order()];
        var (low, high) = Statistics.MedianInterval(ratios);
        return new(Statistics.Quantile(ratios, 0.5), low, high);
    }

    /// <summary>
    /// The same ratio between the fastest samples, the least disturbed ones. Use it where a single call lasts milliseconds: on a
    /// busy machine most of such samples are interrupted, and their median says how busy it is.
    /// </summary>
    /// <param name="slower">Name of the first.</param>
    /// <param name="faster">Name of the second.</param>
    public double RatioOfFastest(string slower, string faster) => this[slower].Fastest / this[faster].Fastest;

    /// <summary>Median cycles per element of one kernel, or null where the length of a cycle is not known.</summary>
    /// <param name="name">Its name.</param>
    public double? Cycles(string name) => this[name].Median / NanosecondsPerCycle;

    /// <summary>
    /// Median and quartiles of each kernel, cycles where they are known, and its ratio to one of them. A last row says so when the kernels
    /// could not be warmed up.
    /// </summary>
    /// <param name="reference">Name of the kernel that counts as 1.</param>
    public ResultTable ToTable(string reference)
    {
        string[] cycles = NanosecondsPerCycle is null ? [] : ["Cycles per element"];
        return new(["Kernel", "Median (ns per element)", .. cycles, "Middle half", $"Times {reference}"],
            [
                .. Timings.Select(timing => (object[])
                [
                    timing.Name, Write(timing.Median), .. cycles.Select(_ => Write(Cycles(timing.Name)!.Value)),
                    $"{Write(timing.LowerQuartile)} to {Write(timing.UpperQuartile)}", RatioOf(timing.Name, reference).Median.ToString("0.00", CultureInfo.InvariantCulture),
                ]),
                .. WarmedUp ? Array.Empty<object[]>() : [[NotWarmedUp, "", .. cycles.Select(_ => ""), "", ""]],
            ]);
    }

    // Three digits, and never a power of ten for what is merely long.
    private static string Write(double number) => number.ToString(number >= 100 ? "F0" : "G3", CultureInfo.InvariantCulture);
}
