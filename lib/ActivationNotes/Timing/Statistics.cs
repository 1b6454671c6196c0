namespace ActivationNotes.Timing;

/// <summary>What is said about samples whose distribution is unknown, and never normal: the machine has other things to do.</summary>
internal static class Statistics
{
    // 97.5 % point of the normal distribution: intervals of 95 %.
    private const double Z = 1.959964;

    /// <summary>Linear between order statistics (R's type 7).</summary>
    /// <param name="sorted">Samples in ascending order, at least one.</param>
    /// <param name="share">0 for the least, 1 for the greatest.</param>
    public static double Quantile(ReadOnlySpan<double> sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]) : sorted[below];
    }

    /// <summary>
    /// The order statistics between which the true median lies with 95 % confidence: how many samples fall below it is
    /// binomial with probability one half, whatever the distribution.
    /// </summary>
    /// <param name="sorted">Samples in ascending order, at least one.</param>
    public static (double Low, double High) MedianInterval(ReadOnlySpan<double> sorted)
    {
        var reach = Z * Math.Sqrt(sorted.Length) / 2;
        var low = Math.Clamp((int)Math.Floor(sorted.Length / 2.0 - reach), 0, sorted.Length - 1);
        var high = Math.Clamp((int)Math.Ceiling(sorted.Length / 2.0 + reach), 0, sorted.Length - 1);
        return (sorted[low], sorted[high]);
    }
}
