namespace ActivationNotes.Charts.Drawing;

/// <summary>Which points of a long series are drawn.</summary>
internal static class Thinning
{
    /// <summary>
    /// Indices of the points to draw: all of them up to <see cref="Plot.MaximumPoints"/>, else the first, the last, and of every
    /// stretch in between the lowest and the highest, so that peaks stay.
    /// </summary>
    public static IReadOnlyList<int> Keep(Series series)
    {
        var count = series.X.Count;
        if (count <= Plot.MaximumPoints) return [.. Enumerable.Range(0, count)];
        var stretches = Plot.MaximumPoints / 2 - 1;
        var kept = new SortedSet<int> { 0, count - 1 };
        for (var stretch = 0; stretch < stretches; stretch++)
        {
            int from = 1 + (int)((long)(count - 2) * stretch / stretches), to = 1 + (int)((long)(count - 2) * (stretch + 1) / stretches);
            int[] inside = [.. Enumerable.Range(from, to - from)];
            kept.Add(inside.MinBy(i => series.Y[i]));
            kept.Add(inside.MaxBy(i => series.Y[i]));
        }

        return [.. kept];
    }

    /// <summary>Indices of at most so many rows, evenly spread, with the first and the last.</summary>
    public static IReadOnlyList<int> Spread(int count, int most) =>
        count <= most ? [.. Enumerable.Range(0, count)] : [.. Enumerable.Range(0, most).Select(i => (int)((long)i * (count - 1) / (most - 1)))];
}
