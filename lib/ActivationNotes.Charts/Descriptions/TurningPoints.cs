namespace ActivationNotes.Charts.Descriptions;

/// <summary>The places where a curve turns, wiggles below a threshold not counted.</summary>
internal static class TurningPoints
{
    /// <summary>Indices of the extremes between the ends, alternately peaks and valleys, each at least <paramref name="least"/> from the next.</summary>
    public static IReadOnlyList<int> Of(IReadOnlyList<double> y, double least)
    {
        List<int> turns = [];
        int highest = 0, lowest = 0, direction = 0;
        for (var i = 1; i < y.Count; i++)
        {
            if (y[i] > y[highest]) highest = i;
            if (y[i] < y[lowest]) lowest = i;
            if (direction >= 0 && y[highest] - y[i] > least)
            {
                // Falling by more than the threshold from the highest so far: that was a peak, unless the curve started there.
                if (direction > 0 || y[highest] - y[0] > least) turns.Add(highest);
                direction = -1;
                lowest = i;
            }
            else if (direction <= 0 && y[i] - y[lowest] > least)
            {
                if (direction < 0 || y[0] - y[lowest] > least) turns.Add(lowest);
                direction = 1;
                highest = i;
            }
        }

        return turns;
    }
}
