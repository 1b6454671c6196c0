using ActivationNotes.Timing;

namespace ActivationNotes.Experiments;

/// <summary>What <see cref="SizeSweepExperiment"/> measured.</summary>
/// <param name="Lengths">Elements of an array, ascending.</param>
/// <param name="Comparisons">One for each length, from the same rounds.</param>
public sealed record SizeSweepResult(int[] Lengths, ComparisonResult[] Comparisons)
{
    /// <summary>The times on arrays of one length.</summary>
    /// <param name="length">Elements of an array.</param>
    /// <exception cref="ArgumentException">It was not measured; the message lists what was.</exception>
    public ComparisonResult this[int length] => Array.IndexOf(Lengths, length) is >= 0 and var place ? Comparisons[place]
        : throw new ArgumentException($"Arrays of {length} were not measured. There are: {string.Join(", ", Lengths)}.", nameof(length));

    /// <summary>Bytes that one call reads and writes, for each length.</summary>
    public double[] Bytes => [.. Lengths.Select(length => 2.0 * sizeof(float) * length)];

    /// <summary>Median nanoseconds per element of one route, for each length.</summary>
    /// <param name="name">Name of the route.</param>
    public double[] Medians(string name) => [.. Comparisons.Select(comparison => comparison[name].Median)];
}
