using ActivationNotes.Timing;

namespace ActivationNotes.Experiments;

/// <summary>What <see cref="SizeSweepExperiment"/> measured.</summary>
/// <param name="Lengths">Elements of an array, ascending.</param>
/// <param name="Comparisons">One for each length.</param>
public sealed record SizeSweepResult(int[] Lengths, ComparisonResult[] Comparisons)
{
    /// <summary>Bytes that one call reads and writes, for each length.</summary>
    public double[] Bytes => [.. Lengths.Select(length => 2.0 * sizeof(float) * length)];

    /// <summary>Median nanoseconds per element of one route, for each length.</summary>
    /// <param name="name">Name of the route.</param>
    public double[] Medians(string name) => [.. Comparisons.Select(comparison => comparison[name].Median)];
}
