namespace ActivationNotes.Charts.Drawing;

/// <summary>
/// Finds places for words where they cover neither the data nor each other. Everything is measured in shares of the plane's width
/// and height, from its lower left corner.
/// </summary>
internal sealed class LabelPlacement
{
    /// <summary>Share of the width that one letter takes, and of the height that a line takes, in a plot about 600 by 300 pixels large.</summary>
    private const double Letter = 0.0115, Line = 0.065;

    /// <summary>Distance at which words look apart from what is beside them.</summary>
    private const double Apart = 0.03;

    private readonly Extent _plane;
    private readonly Lazy<List<(double X, double Y)>> _taken;

    /// <summary>Starts with what the data cover, which is worked out when the first words ask for a place.</summary>
    /// <param name="plane">The part of the plane that is shown.</param>
    /// <param name="paths">Lines and points of the data, in the coordinates of the axes.</param>
    public LabelPlacement(Extent plane, IEnumerable<IReadOnlyList<(double X, double Y)>> paths)
    {
        _plane = plane;
        _taken = new(() => [.. paths.SelectMany(Covered)]);
    }

    /// <summary>The share of the width that words take.</summary>
    public static double WidthOf(string words) => Letter * words.Length;

    /// <summary>The share of the width that words and the gap beside them take where a panel is narrowest: alone on a phone's page, or beside others where they just fit.</summary>
    public static double NarrowWidthOf(string words, Panel panel)
    {
        const double LetterPixels = 7, GapPixels = 8, PhonePixels = 265, RowPixels = 480;
        return ((LetterPixels * words.Length) + GapPixels) / (panel.Across == (0, 1) ? PhonePixels : (panel.Across.To - panel.Across.From) * RowPixels);
    }

    /// <summary>A place as shares of the plane's width and height.</summary>
    public (double X, double Y) Share((double X, double Y) place) =>
        ((place.X - _plane.Left) / (_plane.Right - _plane.Left), (place.Y - _plane.Bottom) / (_plane.Top - _plane.Bottom));

    /// <summary>Which of some centres keeps words clear; the first that is clear, else the one that is clearest. The place is then taken.</summary>
    public int Choose(string words, params IReadOnlyList<(double X, double Y)> centres)
    {
        var best = 0;
        var widest = double.NegativeInfinity;
        for (var i = 0; i < centres.Count; i++)
        {
            var clearance = Clearance(words, centres[i]);
            if (clearance <= widest) continue;
            (best, widest) = (i, clearance);
            if (clearance >= Apart) break;
        }

        var (x, y) = centres[best];
        for (var column = -4; column <= 4; column++)
            for (var row = -1; row <= 1; row++)
                _taken.Value.Add((x + (column * WidthOf(words) / 8), y + (row * Line / 2)));
        return best;
    }

    // Places along a path, so close to each other that no words fit between two of them.
    private IEnumerable<(double X, double Y)> Covered(IReadOnlyList<(double X, double Y)> path)
    {
        for (var i = 0; i < path.Count; i++)
        {
            var here = Share(path[i]);
            var before = i == 0 ? here : Share(path[i - 1]);
            if (!double.IsFinite(before.X + before.Y)) before = here;
            if (!double.IsFinite(here.X + here.Y)) continue;
            var steps = Math.Clamp((int)(Math.Max(Math.Abs(here.X - before.X), Math.Abs(here.Y - before.Y)) / 0.01), 1, 200);
            for (var step = 1; step <= steps; step++)
                yield return (before.X + ((here.X - before.X) * step / steps), before.Y + ((here.Y - before.Y) * step / steps));
        }
    }

    // Distance from the words' box to what is nearest; less than 0 inside the box, and outside the plane.
    private double Clearance(string words, (double X, double Y) centre)
    {
        double halfWidth = WidthOf(words) / 2, halfHeight = Line / 2;
        var inside = Math.Min(Math.Min(centre.X - halfWidth, 1 - centre.X - halfWidth), Math.Min(centre.Y - halfHeight, 1 - centre.Y - halfHeight));
        var nearest = _taken.Value.Select(taken => Math.Max(Math.Abs(taken.X - centre.X) - halfWidth, Math.Abs(taken.Y - centre.Y) - halfHeight)).DefaultIfEmpty(1).Min();
        return inside < -1e-9 ? nearest + inside - 1 : nearest;
    }
}
