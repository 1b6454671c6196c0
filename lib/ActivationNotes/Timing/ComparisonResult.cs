using System.Globalization;
using ActivationNotes.Lessons;

namespace ActivationNotes.Timing;

/// <summary>What comparing kernels gave.</summary>
/// <param name="Timings">One for each kernel, in the order they were given.</param>
/// <param name="Rounds">How often each was sampled.</param>
/// <param name="Confident">
/// Whether the medians are known as precisely as was asked for; false means that time ran out first, on a noisy machine.
/// </param>
public sealed record ComparisonResult(KernelTiming[] Timings, int Rounds, bool Confident)
{
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

    /// <summary>Median and quartiles of each kernel, and its ratio to one of them.</summary>
    /// <param name="reference">Name of the kernel that counts as 1.</param>
    public ResultTable ToTable(string reference) => new(["Kernel", "Median (ns per element)", "Middle half", $"Times {reference}"],
        [.. Timings.Select(timing => new object[]
        {
            timing.Name, Write(timing.Median), $"{Write(timing.LowerQuartile)} to {Write(timing.UpperQuartile)}",
            RatioOf(timing.Name, reference).Median.ToString("0.00", CultureInfo.InvariantCulture),
        })]);

    private static string Write(double nanoseconds) => nanoseconds.ToString("G3", CultureInfo.InvariantCulture);
}
