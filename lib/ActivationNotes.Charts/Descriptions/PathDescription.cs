namespace ActivationNotes.Charts.Descriptions;

/// <summary>A line whose x goes back and forth, in words: a path through the plane.</summary>
internal static class PathDescription
{
    /// <summary>Where it starts and ends, how long it is next to the straight way, and how often it turns.</summary>
    public static string Describe(string name, IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        var steps = Enumerable.Range(1, x.Count - 1).Select(i => (X: x[i] - x[i - 1], Y: y[i] - y[i - 1])).Where(step => step != (0, 0)).ToArray();
        var length = steps.Sum(step => Math.Sqrt(step.X * step.X + step.Y * step.Y));
        double acrossX = x[^1] - x[0], acrossY = y[^1] - y[0];
        var straight = Math.Sqrt(acrossX * acrossX + acrossY * acrossY);
        var turns = Enumerable.Range(1, Math.Max(0, steps.Length - 1)).Count(i => steps[i].X * steps[i - 1].X + steps[i].Y * steps[i - 1].Y < 0);
        var ending = straight <= 1e-9 * length
            ? $"returns to where it started, ({Words.Number(x[0])}, {Words.Number(y[0])}), after {Words.Number(length)}"
            : $"goes from ({Words.Number(x[0])}, {Words.Number(y[0])}) to ({Words.Number(x[^1])}, {Words.Number(y[^1])}) in {steps.Length} steps, "
              + $"{Words.Number(length)} long where the straight way is {Words.Number(straight)}";
        var zigzag = turns > 0 ? $"; it zig-zags, turning back {turns} times" : "";
        return $"{name} {ending}{zigzag}.";
    }
}
