using ActivationNotes.Charts.Drawing;

namespace ActivationNotes.Charts.Descriptions;

/// <summary>A cloud of points in words.</summary>
internal static class CloudDescription
{
    /// <summary>How many points, where they lie, and whether y goes with x.</summary>
    public static string Describe(string name, AxisOptions x, AxisOptions y, IReadOnlyList<double> atX, IReadOnlyList<double> atY)
    {
        var correlation = Correlation(atX, atY);
        var trend = Math.Abs(correlation) switch
        {
            > 0.9 => $"they lie close to a line that {(correlation > 0 ? "rises" : "falls")}",
            > 0.5 => $"{y.Quantity} tends to {(correlation > 0 ? "rise" : "fall")} with {x.Quantity}",
            > 0.2 => $"{y.Quantity} {(correlation > 0 ? "rises" : "falls")} a little with {x.Quantity}",
            _ => "without a clear trend",
        };
        return $"{name}: {atX.Count} points, {x.Quantity} from {Words.Number(atX.Min())} to {Words.Number(atX.Max())}, "
            + $"{y.Quantity} from {Words.Number(atY.Min())} to {Words.Number(atY.Max())}; {trend} (correlation {Words.Number(Math.Round(correlation, 2))}).";
    }

    /// <summary>Pearson's correlation; 0 where one of the two does not vary.</summary>
    public static double Correlation(IReadOnlyList<double> atX, IReadOnlyList<double> atY)
    {
        double meanX = atX.Average(), meanY = atY.Average();
        double covariance = 0, varianceX = 0, varianceY = 0;
        for (var i = 0; i < atX.Count; i++)
        {
            covariance += (atX[i] - meanX) * (atY[i] - meanY);
            varianceX += (atX[i] - meanX) * (atX[i] - meanX);
            varianceY += (atY[i] - meanY) * (atY[i] - meanY);
        }

        return varianceX > 0 && varianceY > 0 ? covariance / Math.Sqrt(varianceX * varianceY) : 0;
    }
}
