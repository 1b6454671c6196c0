using ActivationNotes.Charts.Drawing;

namespace ActivationNotes.Charts.Descriptions;

/// <summary>A series in words: its shape, its extremes, where it is flat, where it crosses zero and other series.</summary>
internal static class SeriesDescription
{
    /// <summary>More crossings than this are counted, not listed.</summary>
    private const int MostListed = 4;

    /// <summary>What one series does.</summary>
    public static string Describe(Series series, AxisOptions x, AxisOptions y)
    {
        var finite = Enumerable.Range(0, series.X.Count).Where(i => double.IsFinite(series.X[i]) && double.IsFinite(series.Y[i])).ToArray();
        double[] atX = [.. finite.Select(i => series.X[i])], atY = [.. finite.Select(i => series.Y[i])];
        if (atX.Length == 0) return $"{series.Name}: no finite values.";
        List<string> sentences = [];
        if (series.Labels is { } labels)
            sentences.Add(DescribeLabelled(series, finite, labels));
        else if (atX.Length == 1)
            sentences.Add($"{series.Name}: one point at ({Words.Number(atX[0])}, {Words.Number(atY[0])}).");
        else if (!IsIncreasing(atX))
            sentences.Add(series.ShowsLine ? PathDescription.Describe(series.Name, atX, atY) : CloudDescription.Describe(series.Name, x, y, atX, atY));
        else
            sentences.Add($"{series.Name} {CurveShape.Describe(x, y, atX, atY)}{ZeroCrossings(x, y, atX, atY)}.");
        if (finite.Length < series.X.Count) sentences.Add($"{series.X.Count - finite.Length} of {series.X.Count} values are not finite and not drawn.");
        if (series is { Low: { } low, High: { } high }) sentences.Add(DescribeBand(series, x, low, high));
        return Sentences.Join(sentences);
    }

    /// <summary>How the curves lie to each other.</summary>
    public static string Compare(IReadOnlyList<Series> series, AxisOptions x, AxisOptions y)
    {
        var curves = series.Where(one => one.ShowsLine && one.Labels is null && IsIncreasing(one.X) && one.X.Count > 1).ToArray();
        if (curves.Length is < 2 or > 4) return curves.Length < 2 ? "" : Ranking(curves, x);
        List<string> sentences = [];
        for (var i = 0; i < curves.Length; i++)
            for (var j = i + 1; j < curves.Length; j++)
                sentences.Add(ComparePair(curves[i], curves[j], x, y));
        return Sentences.Join(sentences);
    }

    private static string ComparePair(Series first, Series second, AxisOptions x, AxisOptions y)
    {
        double from = Math.Max(first.X[0], second.X[0]), to = Math.Min(first.X[^1], second.X[^1]);
        double[] places = [.. first.X.Concat(second.X).Where(place => place >= from && place <= to).Distinct().Order()];
        double[] one = [.. places.Select(place => Interpolate(first, place))], other = [.. places.Select(place => Interpolate(second, place))];
        int[] good = [.. Enumerable.Range(0, places.Length).Where(i => double.IsFinite(one[i]) && double.IsFinite(other[i]))];
        if (good.Length == 0) return "";
        double[] at = [.. good.Select(i => places[i])], difference = [.. good.Select(i => one[i] - other[i])];
        var scale = good.Max(i => Math.Max(Math.Abs(one[i]), Math.Abs(other[i])));
        if (difference.All(gap => Math.Abs(gap) <= 1e-6 * scale)) return $"{first.Name} and {second.Name} coincide.";
        var crossings = Crossings.Of(at, difference, 1e-9 * scale);
        if (crossings.Count > MostListed) return $"{first.Name} and {second.Name} cross {crossings.Count} times.";
        if (crossings.Count > 0)
        {
            var where = crossings.Select(place => $"{Words.At(x.Quantity, place)} ({y.Quantity} {Words.Number(Interpolate(first, place))})");
            return $"{first.Name} and {second.Name} cross at {Words.List([.. where])}.";
        }

        var above = difference.Sum() > 0;
        var touches = difference.Any(gap => Math.Abs(gap) <= 1e-9 * scale);
        return $"{(above ? first : second).Name} is {(touches ? "never below" : "above")} {(above ? second : first).Name}{(touches ? "" : " throughout")}.";
    }

    private static string Ranking(Series[] curves, AxisOptions x)
    {
        var order = curves.OrderByDescending(curve => curve.Y[^1]).Select(curve => $"{curve.Name} ({Words.Number(curve.Y[^1])})").ToArray();
        return $"At the right end, {Words.At(x.Quantity, curves[0].X[^1])}, from highest to lowest: {Words.List(order)}.";
    }

    private static string ZeroCrossings(AxisOptions x, AxisOptions y, double[] atX, double[] atY)
    {
        if (y.Logarithmic) return "";
        var crossings = Crossings.Of(atX, atY, 1e-12 * atY.Max(Math.Abs));
        return crossings.Count switch
        {
            0 => "",
            > MostListed => $"; crosses zero {crossings.Count} times",
            _ => $"; crosses zero at {Words.List([.. crossings.Select(place => Words.At(x.Quantity, place))])}",
        };
    }

    private static string DescribeLabelled(Series series, int[] finite, IReadOnlyList<string> labels)
    {
        var shown = finite.Where(i => labels[i].Length > 0).Take(12)
            .Select(i => $"{labels[i]} at ({Words.Number(series.X[i])}, {Words.Number(series.Y[i])})").ToArray();
        var named = finite.Count(i => labels[i].Length > 0);
        return $"{series.Name}: {finite.Length} points, {string.Join("; ", shown)}{(named > shown.Length ? $"; and {named - shown.Length} more" : "")}.";
    }

    private static string DescribeBand(Series series, AxisOptions x, IReadOnlyList<double> low, IReadOnlyList<double> high)
    {
        var widths = Enumerable.Range(0, low.Count).Select(i => (Place: series.X[i], Width: high[i] - low[i])).Where(width => double.IsFinite(width.Width)).ToArray();
        if (widths.Length == 0) return "";
        var widest = widths.MaxBy(width => width.Width);
        var typical = Series.Quantile([.. widths.Select(width => width.Width).Order()], 0.5);
        return $"Its band ({series.BandName}) is typically {Words.Number(typical)} wide, at most {Words.Number(widest.Width)} at {Words.At(x.Quantity, widest.Place)}.";
    }

    private static bool IsIncreasing(IReadOnlyList<double> values) => Enumerable.Range(1, values.Count - 1).All(i => values[i] > values[i - 1]);

    private static double Interpolate(Series series, double place)
    {
        int low = 0, high = series.X.Count - 1;
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (series.X[middle] <= place) low = middle; else high = middle;
        }

        if (place == series.X[low]) return series.Y[low];
        if (place == series.X[high]) return series.Y[high];
        var share = (place - series.X[low]) / (series.X[high] - series.X[low]);
        return series.Y[low] + share * (series.Y[high] - series.Y[low]);
    }
}
