using ActivationNotes.Charts.Drawing;
using ActivationNotes.Numbers;

namespace ActivationNotes.Charts.Descriptions;

/// <summary>The shape of a curve in words.</summary>
internal static class CurveShape
{
    /// <summary>Share of the whole height below which a wiggle is not a turn.</summary>
    private const double Wiggle = 0.02;

    /// <summary>Share of the steepest slope below which a stretch counts as flat.</summary>
    private const double Flat = 0.05;

    /// <summary>A predicate without a full stop: "rises in an S from ... to ...".</summary>
    public static string Describe(AxisOptions xAxis, AxisOptions yAxis, double[] x, double[] y)
    {
        // What a logarithmic axis shows is the logarithm: shapes are judged as they are seen.
        var onLogarithm = yAxis.Logarithmic && y.All(value => value > 0);
        double[] seenX = xAxis.Logarithmic && x.All(value => value > 0) ? [.. x.Select(Elementary.Log10)] : x;
        double[] seenY = onLogarithm ? [.. y.Select(Elementary.Log10)] : y;
        double low = seenY.Min(), high = seenY.Max(), height = high - low, size = Math.Max(Math.Abs(low), Math.Abs(high));
        string At(int i) => Words.At(xAxis.Quantity, x[i]);
        if (height <= 1e-9 * size || size == 0) return $"stays at {Words.Number(y[0])}";

        var turns = TurningPoints.Of(seenY, Wiggle * height);
        var shape = turns.Count switch
        {
            0 => Monotone(At, seenX, seenY, y),
            1 => OneTurn(At, seenX, seenY, y, turns[0]),
            _ => ManyTurns(At, seenX, seenY, y, turns),
        };
        return onLogarithm ? shape + OrdersOfMagnitude(y) : shape;
    }

    private static string OrdersOfMagnitude(double[] y)
    {
        var orders = Elementary.Log10(y.Max() / y.Min());
        return orders >= 1 ? $", {Words.Number(Math.Round(orders, 1))} orders of magnitude between lowest and highest" : "";
    }

    private static string Monotone(Func<int, string> at, double[] x, double[] seen, double[] y)
    {
        var rises = seen[^1] > seen[0];
        var verb = rises ? "rises" : "falls";
        var ends = $"from {Words.Number(y[0])} at {at(0)} to {Words.Number(y[^1])} at {at(y.Length - 1)}";
        if (y.Length < 4) return $"{verb} {ends}";
        var slopes = Slopes(x, seen);
        var steepest = slopes.Max(Math.Abs);
        var line = Enumerable.Range(0, x.Length).Max(i => Math.Abs(seen[i] - (seen[0] + (seen[^1] - seen[0]) * (x[i] - x[0]) / (x[^1] - x[0]))));
        if (line <= 0.02 * Math.Abs(seen[^1] - seen[0])) return $"{verb} in a straight line {ends}";

        int firstSteep = Array.FindIndex(slopes, slope => Math.Abs(slope) > Flat * steepest), lastSteep = Array.FindLastIndex(slopes, slope => Math.Abs(slope) > Flat * steepest);
        var flatBefore = x[firstSteep] - x[0] >= 0.05 * (x[^1] - x[0]);
        var flatAfter = x[^1] - x[lastSteep + 1] >= 0.05 * (x[^1] - x[0]);
        if (flatBefore && flatAfter)
        {
            var middle = Middle(slopes);
            return $"{verb} in an S {ends}, steepest near {at(middle + 1)}, nearly flat below {at(firstSteep)} and above {at(lastSteep + 1)}";
        }

        if (flatBefore) return $"is nearly flat at {Words.Number(y[0])} up to {at(firstSteep)}, then {verb} to {Words.Number(y[^1])} at {at(y.Length - 1)}";
        if (flatAfter) return $"{verb} {ends}, nearly flat above {at(lastSteep + 1)}";
        var bend = Bend(x, seen);
        var how = Math.Abs(bend) < 0.05 ? "" : bend > 0 == rises ? " ever faster" : " ever more slowly";
        return $"{verb}{how} {ends}";
    }

    private static string OneTurn(Func<int, string> at, double[] x, double[] seen, double[] y, int turn)
    {
        var peak = seen[turn] > seen[0];
        double height = Math.Abs(seen[turn] - seen[0]), other = Math.Abs(seen[turn] - seen[^1]), larger = Math.Max(height, other);
        var likeEnds = Math.Abs(seen[0] - seen[^1]) < 0.25 * larger;
        var slopes = Slopes(x, seen);
        var steepest = slopes.Max(Math.Abs);
        var flatEnds = Math.Abs(slopes[0]) < 0.1 * steepest && Math.Abs(slopes[^1]) < 0.1 * steepest;
        var kind = (peak, likeEnds, flatEnds) switch
        {
            (true, true, true) => "is bell-shaped: ",
            (true, true, _) => "is a hump: ",
            (false, true, true) => "is a dip: ",
            (false, true, _) => "is U-shaped: ",
            _ => "",
        };
        return peak
            ? $"{kind}rises from {Words.Number(y[0])} at {at(0)} to a peak of {Words.Number(y[turn])} at {at(turn)}, then falls to {Words.Number(y[^1])} at {at(y.Length - 1)}"
            : $"{kind}falls from {Words.Number(y[0])} at {at(0)} to a minimum of {Words.Number(y[turn])} at {at(turn)}, then rises to {Words.Number(y[^1])} at {at(y.Length - 1)}";
    }

    private static string ManyTurns(Func<int, string> at, double[] x, double[] seen, double[] y, IReadOnlyList<int> turns)
    {
        int lowest = Array.IndexOf(y, y.Min()), highest = Array.IndexOf(y, y.Max());
        var extremes = $"lowest {Words.Number(y[lowest])} at {at(lowest)}, highest {Words.Number(y[highest])} at {at(highest)}";
        if (IsWave(x, seen, turns))
        {
            var gap = Enumerable.Range(2, Math.Max(0, turns.Count - 2)).Select(i => x[turns[i]] - x[turns[i - 2]]).DefaultIfEmpty(2 * (x[turns[^1]] - x[turns[0]]) / (turns.Count - 1)).Average();
            return $"oscillates, with {turns.Count} turning points, about {Words.Number(gap)} from peak to peak; {extremes}";
        }

        if (turns.Count <= 3)
        {
            var parts = turns.Select(turn => $"{(seen[turn] > seen[Previous(turns, turn)] ? "rises" : "falls")} to {Words.Number(y[turn])} at {at(turn)}").ToArray();
            return $"starts at {Words.Number(y[0])} at {at(0)}, {string.Join(", ", parts)}, and {(seen[^1] > seen[turns[^1]] ? "rises" : "falls")} to {Words.Number(y[^1])} at {at(y.Length - 1)}";
        }

        var (slope, spread) = Trend(x, seen);
        var change = slope * (x[^1] - x[0]);
        var mean = y.Average();
        return Math.Abs(change) < 2 * spread
            ? $"fluctuates around {Words.Number(mean)} (standard deviation {Words.Number(Math.Sqrt(y.Average(value => (value - mean) * (value - mean))))}) without a clear trend; {extremes}"
            : $"{(change > 0 ? "rises" : "falls")} with fluctuations from {Words.Number(y[0])} at {at(0)} to {Words.Number(y[^1])} at {at(y.Length - 1)}; {extremes}";
    }

    private static int Previous(IReadOnlyList<int> turns, int turn) => turns.TakeWhile(other => other < turn).LastOrDefault();

    // A wave turns at even distances and swings by even amounts; noise does neither.
    private static bool IsWave(double[] x, double[] y, IReadOnlyList<int> turns)
    {
        if (turns.Count < 3) return false;
        double[] gaps = [.. Enumerable.Range(1, turns.Count - 1).Select(i => x[turns[i]] - x[turns[i - 1]])];
        double[] swings = [.. Enumerable.Range(1, turns.Count - 1).Select(i => Math.Abs(y[turns[i]] - y[turns[i - 1]]))];
        return gaps.Max() < 1.5 * gaps.Min() && swings.Max() < 1.5 * swings.Min();
    }

    private static (double Slope, double Spread) Trend(double[] x, double[] y)
    {
        double meanX = x.Average(), meanY = y.Average();
        var slope = x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum() / x.Sum(a => (a - meanX) * (a - meanX));
        var residuals = x.Zip(y, (a, b) => b - meanY - slope * (a - meanX));
        return (slope, Math.Sqrt(residuals.Average(residual => residual * residual)));
    }

    private static double[] Slopes(double[] x, double[] y) => [.. Enumerable.Range(1, x.Length - 1).Select(i => (y[i] - y[i - 1]) / (x[i] - x[i - 1]))];

    // The middle of the steepest stretch: rounding may make several neighbours equally steep.
    private static int Middle(double[] slopes)
    {
        var steepest = slopes.Max(Math.Abs);
        int first = Array.FindIndex(slopes, slope => Math.Abs(slope) >= steepest * (1 - 1e-9)), last = Array.FindLastIndex(slopes, slope => Math.Abs(slope) >= steepest * (1 - 1e-9));
        return (first + last) / 2;
    }

    // Mean distance below the chord as a share of the height: positive when the curve sags, that is, when its slope grows.
    private static double Bend(double[] x, double[] y) =>
        Enumerable.Range(0, x.Length).Average(i => y[0] + (y[^1] - y[0]) * (x[i] - x[0]) / (x[^1] - x[0]) - y[i]) / Math.Abs(y[^1] - y[0]);
}
