namespace ActivationNotes.Charts.Descriptions;

/// <summary>The shape of a histogram in words.</summary>
internal static class DistributionShape
{
    /// <summary>Share of the highest bin by which a valley must lie below its peaks to part them.</summary>
    private const double Valley = 0.2;

    /// <summary>Where the values are: piled up at an end or at both, spread evenly, or in one peak or more.</summary>
    /// <param name="sorted">All values in order, at least one.</param>
    /// <param name="shares">Per cent of them in each bin.</param>
    /// <param name="centre">The middle of a bin.</param>
    public static string Describe(double[] sorted, double[] shares, Func<int, double> centre)
    {
        double low = sorted[0], high = sorted[^1], tenth = (high - low) / 10;
        if (tenth == 0) return "all of them equal";
        double atLow = Percent(sorted, value => value <= low + tenth), atHigh = Percent(sorted, value => value >= high - tenth);
        var (lowEnd, highEnd) = ($"{Words.Number(atLow)} % in the lowest tenth of that range", $"{Words.Number(atHigh)} % in the highest");
        if (atLow >= 20 && atHigh >= 20 && atLow + atHigh >= 50) return $"piled up at both ends: {lowEnd}, {highEnd}";
        if (atLow >= 50) return $"piled up at the low end: {lowEnd}";
        if (atHigh >= 50) return $"piled up at the high end: {highEnd} tenth of that range";

        var inside = shares.Where((_, bin) => centre(bin) >= low && centre(bin) <= high).ToArray();
        if (inside.Length > 2 && inside.Max() <= 1.6 * inside.Min()) return "spread evenly";
        var smooth = Smooth(shares);
        // Nothing lies beyond the bins: with empty ones around them a peak in the first or the last bin is a turn too.
        int[] peaks = [.. TurningPoints.Of([0, .. smooth, 0], Valley * smooth.Max()).Where((_, turn) => turn % 2 == 0).Select(place => place - 1)];
        var where = Words.List([.. peaks.Select(peak => Words.Number(centre(peak)))]);
        return peaks.Length switch
        {
            0 => "without a clear peak",
            1 => $"one peak near {where}{Tail(sorted)}",
            2 => $"two peaks, near {where}",
            _ => $"{peaks.Length} peaks, near {where}",
        };
    }

    private static double Percent(double[] values, Func<double, bool> counts) => 100.0 * values.Count(counts) / values.Length;

    private static double[] Smooth(double[] shares) => shares.Length < 12
        ? shares
        : [.. shares.Select((_, bin) => Enumerable.Range(Math.Max(0, bin - 1), Math.Min(bin + 1, shares.Length - 1) - Math.Max(0, bin - 1) + 1).Average(near => shares[near]))];

    // Yule's coefficient of skewness, with twentieths in the place of quartiles: stray values do not move it.
    private static string Tail(double[] sorted)
    {
        double low = Series.Quantile(sorted, 0.05), middle = Series.Quantile(sorted, 0.5), high = Series.Quantile(sorted, 0.95);
        var skew = high > low ? (high + low - (2 * middle)) / (high - low) : 0;
        return Math.Abs(skew) < 0.2 ? ", about as wide to either side" : $", with a longer tail to {(skew > 0 ? "higher" : "lower")} values";
    }
}
