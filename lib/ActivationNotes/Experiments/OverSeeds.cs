namespace ActivationNotes.Experiments;

/// <summary>
/// What can be claimed of a measure that every seed draws anew. The lowest and the highest of some seeds are decided by one of them, and lie
/// further out the more seeds there are. A median, a quantile or a share means the same for ten seeds as for a thousand.
/// </summary>
/// <example><code>OverSeeds.Share(training.Accuracies, accuracy => accuracy >= 0.7)      // how many seeds learn</code></example>
public static class OverSeeds
{
    /// <summary>The middle value; between the middle two of an even number, their mean.</summary>
    /// <param name="values">One for each seed; at least one.</param>
    public static double Median(IEnumerable<double> values) => Quantile(values, 0.5);

    /// <summary>The value below which a share of the seeds lies, by linear interpolation between neighbours.</summary>
    /// <param name="values">One for each seed; at least one.</param>
    /// <param name="share">0 for the lowest, 1 for the highest.</param>
    /// <exception cref="ArgumentException">There are no values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public static double Quantile(IEnumerable<double> values, double share)
    {
        if (!(share >= 0 && share <= 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "A share is between 0 and 1.");
        double[] sorted = [.. Required(values).Order()];
        return Timing.Statistics.Quantile(sorted, share);
    }

    /// <summary>The share of the seeds of which something is true, 0 to 1.</summary>
    /// <param name="values">One for each seed; at least one.</param>
    /// <param name="isTrue">What is asked of each value.</param>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static double Share(IEnumerable<double> values, Func<double, bool> isTrue)
    {
        ArgumentNullException.ThrowIfNull(isTrue);
        var all = Required(values);
        return (double)all.Count(isTrue) / all.Length;
    }

    private static double[] Required(IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] all = [.. values];
        return all.Length > 0 ? all : throw new ArgumentException("There are no values: give one for each seed.", nameof(values));
    }
}
