namespace ActivationNotes.Charts.Descriptions;

/// <summary>The places where values change their sign.</summary>
internal static class Crossings
{
    /// <summary>
    /// Places of sign changes, linear between points; values within <paramref name="zero"/> of zero count as zero, and a stretch
    /// of zeros between unlike signs crosses at its middle.
    /// </summary>
    public static IReadOnlyList<double> Of(IReadOnlyList<double> x, IReadOnlyList<double> values, double zero)
    {
        List<double> places = [];
        var last = -1;
        for (var i = 0; i < values.Count; i++)
        {
            if (Math.Abs(values[i]) <= zero) continue;
            if (last >= 0 && (values[last] > 0) != (values[i] > 0))
            {
                places.Add(i - last == 1
                    ? x[last] + (x[i] - x[last]) * values[last] / (values[last] - values[i])
                    : (x[last + 1] + x[i - 1]) / 2);
            }

            last = i;
        }

        return places;
    }
}
