namespace ActivationNotes.Timing;

/// <summary>What timing one kernel gave.</summary>
/// <param name="Name">The kernel.</param>
/// <param name="Elements">How many elements one call works on.</param>
/// <param name="CallsPerSample">How many calls one sample timed together, so that a sample is long beside the clock's tick.</param>
/// <param name="Samples">Nanoseconds per element, one for each round, in the order of the rounds.</param>
/// <param name="Optimised">Whether the kernel's own code was compiled with optimisation.</param>
public sealed record KernelTiming(string Name, int Elements, int CallsPerSample, double[] Samples, bool Optimised = true)
{
    private readonly double[] _sorted = [.. Samples.Order()];

    /// <summary>Nanoseconds per element: half of the samples are below.</summary>
    public double Median => Statistics.Quantile(_sorted, 0.5);

    /// <summary>Nanoseconds per element: a quarter of the samples is below.</summary>
    public double LowerQuartile => Statistics.Quantile(_sorted, 0.25);

    /// <summary>Nanoseconds per element: three quarters of the samples are below.</summary>
    public double UpperQuartile => Statistics.Quantile(_sorted, 0.75);

    /// <summary>The fastest sample, in nanoseconds per element: the least disturbed one.</summary>
    public double Fastest => _sorted[0];

    /// <summary>The interval that holds the true median with 95 % confidence, whatever the noise looks like.</summary>
    public (double Low, double High) MedianInterval => Statistics.MedianInterval(_sorted);

    /// <summary>Half the width of that interval, as a share of the median.</summary>
    public double Uncertainty => MedianInterval is var (low, high) ? (high - low) / 2 / Median : 0;
}
