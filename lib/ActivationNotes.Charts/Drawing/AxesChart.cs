using ActivationNotes.Charts.Descriptions;
using ActivationNotes.Numbers;

namespace ActivationNotes.Charts.Drawing;

/// <summary>A chart with two axes, on which things can be pointed at.</summary>
internal abstract record AxesChart(AxisOptions X, AxisOptions Y) : Chart
{
    /// <summary>What is pointed at.</summary>
    public IReadOnlyList<Decoration> Decorations { get; init; } = [];

    /// <summary>The same chart with one more thing pointed at.</summary>
    public AxesChart With(Decoration decoration) => this with { Decorations = [.. Decorations, decoration] };

    /// <summary>What the data cover, as lines through the plane in the coordinates of the axes; see <see cref="OnX"/>.</summary>
    protected abstract IEnumerable<IReadOnlyList<(double X, double Y)>> Paths { get; }

    /// <summary>Share of the width left free beside the data; a line that ends at the border needs none.</summary>
    protected virtual double RoomAcross => 0;

    /// <summary>The part of the plane that is shown, in the coordinates of the axes.</summary>
    public Extent Shown
    {
        get
        {
            var data = (Extent.Of(Paths.SelectMany(path => path).Concat(Pointed())) ?? new Extent(0, 1, 0, 1)).WithRoom(RoomAcross, 0.06);
            if (X is { From: { } left, To: { } right }) data = data with { Left = OnX(left), Right = OnX(right) };
            if (Y is { From: { } bottom, To: { } top }) data = data with { Bottom = OnY(bottom), Top = OnY(top) };
            return data;
        }
    }

    /// <summary>The same chart showing this part of the plane, whatever its data.</summary>
    public virtual AxesChart Showing(Extent extent) => this with
    {
        X = X.Categories ? X : X with { From = FromX(extent.Left), To = FromX(extent.Right) },
        Y = Y.Categories ? Y : Y with { From = FromY(extent.Bottom), To = FromY(extent.Top) },
    };

    /// <summary>Where words can stand, clear of the data and of each other.</summary>
    protected LabelPlacement Places() => new(Shown, Paths);

    /// <summary>Draws axes and decorations.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="panel">Which part of it.</param>
    /// <param name="places">Where the data are, and words that stand already.</param>
    protected void DrawFrame(Canvas canvas, Panel panel, LabelPlacement places)
    {
        canvas.Axes(panel, X, Y, Shown);
        foreach (var decoration in Decorations) Draw(canvas, panel, decoration, places);
    }

    /// <summary>The decorations in words; empty without them.</summary>
    protected string DescribeDecorations() => Sentences.Join(Decorations.Select(decoration => decoration.Kind switch
    {
        DecorationKind.ShadedColumn => $"Shaded from {Words.Number(decoration.A)} to {Words.Number(decoration.B)} along the horizontal axis: {decoration.Label}.",
        DecorationKind.ShadedRow => $"Shaded from {Words.Number(decoration.A)} to {Words.Number(decoration.B)} along the vertical axis: {decoration.Label}.",
        DecorationKind.VerticalLine => $"Vertical line at {Words.Number(decoration.A)}: {decoration.Label}.",
        DecorationKind.HorizontalLine => $"Horizontal line at {Words.Number(decoration.A)}: {decoration.Label}.",
        _ => $"Marked at ({Words.Number(decoration.A)}, {Words.Number(decoration.B)}): {decoration.Label}.",
    }));

    private void Draw(Canvas canvas, Panel panel, Decoration decoration, LabelPlacement places)
    {
        var (a, b, label) = (decoration.A, decoration.B, decoration.Label);
        switch (decoration.Kind)
        {
            case DecorationKind.ShadedColumn:
                canvas.Shape(Strip(panel.X, panel.Y + " domain", a, b, 0, 1));
                LabelColumn(canvas, panel, (OnX(a) + OnX(b)) / 2, label, places);
                break;
            case DecorationKind.ShadedRow:
                canvas.Shape(Strip(panel.X + " domain", panel.Y, 0, 1, a, b));
                LabelRow(canvas, panel, (OnY(a) + OnY(b)) / 2, label, "middle", places);
                break;
            case DecorationKind.VerticalLine:
                canvas.Shape(Rule(panel.X, panel.Y + " domain", a, a, 0, 1));
                LabelColumn(canvas, panel, OnX(a), label, places);
                break;
            case DecorationKind.HorizontalLine:
                canvas.Shape(Rule(panel.X + " domain", panel.Y, 0, 1, a, a));
                LabelRow(canvas, panel, OnY(a), label, "bottom", places);
                break;
            case DecorationKind.Point:
                DrawPoint(canvas, panel, a, b, label, places);
                break;
            case DecorationKind.Note:
                DrawNote(canvas, panel, a, b, label, places);
                break;
        }
    }

    // At the top of a strip or a vertical line, or lower down where the curve does not pass.
    private static void LabelColumn(Canvas canvas, Panel panel, double x, string label, LabelPlacement places)
    {
        double[] heights = [0.965, 0.035, 0.75, 0.25, 0.5];
        var (across, _) = places.Share((x, 0));
        var height = heights[places.Choose(label, [.. heights.Select(height => (across, height))])];
        canvas.Annotation(Label(panel.X, panel.Y + " domain", x, height, label, "middle", "center"));
    }

    // At the right end of a strip or a horizontal line, or at another place along it; above a line, or below it.
    private static void LabelRow(Canvas canvas, Panel panel, double y, string label, string anchor, LabelPlacement places)
    {
        (double X, string Anchor, double Shift)[] ends = [(1, "right", -0.5), (0, "left", 0.5), (0.5, "center", 0)];
        string[] sides = anchor == "middle" ? ["middle"] : ["bottom", "top"];
        var candidates = sides.SelectMany(side => ends.Select(end => (End: end, Side: side))).ToArray();
        var (_, up) = places.Share((0, y));
        var chosen = candidates[places.Choose(label, [.. candidates.Select(candidate =>
            (candidate.End.X + (candidate.End.Shift * LabelPlacement.WidthOf(label)), up + (candidate.Side switch { "bottom" => 0.04, "top" => -0.04, _ => 0 })))])];
        canvas.Annotation(Label(panel.X + " domain", panel.Y, chosen.End.X, y, label, chosen.Side, chosen.End.Anchor));
    }

    /// <summary>On which side of a point its words keep clear of everything else, in plotly.js's terms, and are not cut on a phone.</summary>
    protected string TextPosition(Panel panel, double x, double y, string words, LabelPlacement places)
    {
        (string Position, double Across, double Up)[] sides =
        [
            ("top center", 0, 0.07), ("bottom center", 0, -0.07), ("middle right", 0.5, 0), ("middle left", -0.5, 0),
            ("top right", 0.5, 0.05), ("top left", -0.5, 0.05), ("bottom right", 0.5, -0.05), ("bottom left", -0.5, -0.05),
        ];
        var (atX, atY) = places.Share((OnX(x), OnY(y)));
        var cut = sides.Select(side => Cut(side.Across)).ToArray();
        sides = [.. sides.Where((_, i) => cut[i] <= cut.Min() + 1e-9)];
        return sides[places.Choose(words, [.. sides.Select(side => (atX + (side.Across * (LabelPlacement.WidthOf(words) + 0.05)), atY + side.Up))])].Position;

        // How much of the words stands outside where the panel is narrowest: the axis is to the left, the border of the page to the right.
        double Cut(double across)
        {
            var width = LabelPlacement.NarrowWidthOf(words, panel);
            var (left, right) = (atX + ((across - 0.5) * width), atX + ((across + 0.5) * width));
            return Math.Max(0, -left) + Math.Max(0, right - 1);
        }
    }

    private void DrawPoint(Canvas canvas, Panel panel, double x, double y, string label, LabelPlacement places)
    {
        canvas.Trace(
            "scatter",
            new()
            {
                ["mode"] = "markers+text",
                ["x"] = Rounding.Round([x]),
                ["y"] = Rounding.Round([y]),
                ["text"] = new[] { label },
                ["textposition"] = TextPosition(panel, x, y, label, places),
                ["cliponaxis"] = false,
                ["marker"] = new Dictionary<string, object?> { ["size"] = 10, ["symbol"] = "circle-open", ["line"] = new Dictionary<string, object?> { ["width"] = 2 } },
                ["showlegend"] = false,
                ["hoverinfo"] = "x+y+text",
                ["xaxis"] = panel.X,
                ["yaxis"] = panel.Y,
            },
            new() { ["marker"] = new Dictionary<string, object?> { ["color"] = new Paint(PaintRole.Text) } });
    }

    private void DrawNote(Canvas canvas, Panel panel, double x, double y, string label, LabelPlacement places)
    {
        // Pixels from the place to the words, right and down, in a plot of about 600 by 300.
        (double Right, double Down)[] ways = [(28, -36), (-28, -36), (28, 36), (-28, 36), (80, -20), (-80, -20), (80, 20), (-80, 20), (0, -80), (0, 80)];
        var (atX, atY) = places.Share((OnX(x), OnY(y)));
        var (right, down) = ways[places.Choose(label, [.. ways.Select(way => (atX + (way.Right / 600), atY - (way.Down / 300)))])];
        var note = Label(panel.X, panel.Y, OnX(x), OnY(y), label, "middle", "center");
        note["showarrow"] = true;
        note["arrowhead"] = 2;
        note["arrowcolor"] = new Paint(PaintRole.Guide);
        note["ax"] = right;
        note["ay"] = down;
        canvas.Annotation(note);
    }

    // Decorations that a person wants to see, so that the plane must hold them.
    private IEnumerable<(double X, double Y)> Pointed()
    {
        var data = Extent.Of(Paths.SelectMany(path => path)) ?? new Extent(0, 1, 0, 1);
        foreach (var decoration in Decorations)
        {
            foreach (var place in decoration.Kind switch
            {
                DecorationKind.ShadedColumn => [(OnX(decoration.A), data.Bottom), (OnX(decoration.B), data.Bottom)],
                DecorationKind.ShadedRow => [(data.Left, OnY(decoration.A)), (data.Left, OnY(decoration.B))],
                DecorationKind.VerticalLine => [(OnX(decoration.A), data.Bottom)],
                DecorationKind.HorizontalLine => [(data.Left, OnY(decoration.A))],
                _ => new[] { (OnX(decoration.A), OnY(decoration.B)) },
            }) yield return place;
        }
    }

    /// <summary>A value in the coordinates of the horizontal axis; annotations, unlike shapes, count a logarithmic one in powers of ten.</summary>
    protected double OnX(double value) => X.Logarithmic ? Elementary.Log10(value) : value;

    /// <summary>A value in the coordinates of the vertical axis.</summary>
    protected double OnY(double value) => Y.Logarithmic ? Elementary.Log10(value) : value;

    private double FromX(double place) => X.Logarithmic ? Elementary.Pow(10, place) : place;

    private double FromY(double place) => Y.Logarithmic ? Elementary.Pow(10, place) : place;

    private static Dictionary<string, object?> Strip(string x, string y, double x0, double x1, double y0, double y1) => new()
    {
        ["type"] = "rect",
        ["layer"] = "below",
        ["xref"] = x,
        ["yref"] = y,
        ["x0"] = Rounding.Round(x0),
        ["x1"] = Rounding.Round(x1),
        ["y0"] = Rounding.Round(y0),
        ["y1"] = Rounding.Round(y1),
        ["fillcolor"] = new Paint(PaintRole.Shade, Opacity: 0.2),
        ["line"] = new Dictionary<string, object?> { ["width"] = 0 },
    };

    private static Dictionary<string, object?> Rule(string x, string y, double x0, double x1, double y0, double y1) => new()
    {
        ["type"] = "line",
        ["xref"] = x,
        ["yref"] = y,
        ["x0"] = Rounding.Round(x0),
        ["x1"] = Rounding.Round(x1),
        ["y0"] = Rounding.Round(y0),
        ["y1"] = Rounding.Round(y1),
        ["line"] = new Dictionary<string, object?> { ["width"] = 1.5, ["dash"] = "dot", ["color"] = new Paint(PaintRole.Guide) },
    };

    private static Dictionary<string, object?> Label(string x, string y, double atX, double atY, string text, string up, string across) => new()
    {
        ["xref"] = x,
        ["yref"] = y,
        ["x"] = Rounding.Round(atX),
        ["y"] = Rounding.Round(atY),
        ["text"] = text,
        ["showarrow"] = false,
        ["yanchor"] = up,
        ["xanchor"] = across,
        ["font"] = new Dictionary<string, object?> { ["size"] = 12 },
        ["bgcolor"] = new Paint(PaintRole.Page, Opacity: 0.7),
    };
}
