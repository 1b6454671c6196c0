using ActivationNotes.Charts.Descriptions;

namespace ActivationNotes.Charts.Drawing;

/// <summary>A chart with two axes, on which things can be pointed at.</summary>
internal abstract record AxesChart(AxisOptions X, AxisOptions Y) : Chart
{
    /// <summary>What is pointed at.</summary>
    public IReadOnlyList<Decoration> Decorations { get; init; } = [];

    /// <summary>The same chart with one more thing pointed at.</summary>
    public AxesChart With(Decoration decoration) => this with { Decorations = [.. Decorations, decoration] };

    /// <summary>Draws axes and decorations; the data follows.</summary>
    protected void DrawFrame(Canvas canvas, Panel panel)
    {
        canvas.Axes(panel, X, Y);
        foreach (var decoration in Decorations) Draw(canvas, panel, decoration);
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

    private void Draw(Canvas canvas, Panel panel, Decoration decoration)
    {
        switch (decoration.Kind)
        {
            case DecorationKind.ShadedColumn:
                canvas.Shape(Strip(panel.X, panel.Y + " domain", decoration.A, decoration.B, 0, 1));
                canvas.Annotation(Label(panel.X, panel.Y + " domain", (OnX(decoration.A) + OnX(decoration.B)) / 2, 1, decoration.Label, "top"));
                break;
            case DecorationKind.ShadedRow:
                canvas.Shape(Strip(panel.X + " domain", panel.Y, 0, 1, decoration.A, decoration.B));
                canvas.Annotation(Label(panel.X + " domain", panel.Y, 1, (OnY(decoration.A) + OnY(decoration.B)) / 2, decoration.Label, "middle"));
                break;
            case DecorationKind.VerticalLine:
                canvas.Shape(Rule(panel.X, panel.Y + " domain", decoration.A, decoration.A, 0, 1));
                canvas.Annotation(Label(panel.X, panel.Y + " domain", OnX(decoration.A), 1, decoration.Label, "top"));
                break;
            case DecorationKind.HorizontalLine:
                canvas.Shape(Rule(panel.X + " domain", panel.Y, 0, 1, decoration.A, decoration.A));
                canvas.Annotation(Label(panel.X + " domain", panel.Y, 1, OnY(decoration.A), decoration.Label, "bottom"));
                break;
            case DecorationKind.Point:
                canvas.Trace(
                    "scatter",
                    new()
                    {
                        ["mode"] = "markers+text",
                        ["x"] = Rounding.Round([decoration.A]),
                        ["y"] = Rounding.Round([decoration.B]),
                        ["text"] = new[] { decoration.Label },
                        ["textposition"] = "top center",
                        ["cliponaxis"] = false,
                        ["marker"] = new Dictionary<string, object?> { ["size"] = 10, ["symbol"] = "circle-open", ["line"] = new Dictionary<string, object?> { ["width"] = 2 } },
                        ["showlegend"] = false,
                        ["hoverinfo"] = "x+y+text",
                        ["xaxis"] = panel.X,
                        ["yaxis"] = panel.Y,
                    },
                    new() { ["marker"] = new Dictionary<string, object?> { ["color"] = new Paint(PaintRole.Text) } });
                break;
            case DecorationKind.Note:
                var note = Label(panel.X, panel.Y, OnX(decoration.A), OnY(decoration.B), decoration.Label, "bottom");
                note["showarrow"] = true;
                note["arrowhead"] = 2;
                note["arrowcolor"] = new Paint(PaintRole.Guide);
                note["ax"] = 28;
                note["ay"] = -36;
                canvas.Annotation(note);
                break;
        }
    }

    // Annotations, unlike shapes, count logarithmic axes in powers of ten.
    private double OnX(double value) => X.Logarithmic ? Math.Log10(value) : value;

    private double OnY(double value) => Y.Logarithmic ? Math.Log10(value) : value;

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

    private static Dictionary<string, object?> Label(string x, string y, double atX, double atY, string text, string anchor) => new()
    {
        ["xref"] = x,
        ["yref"] = y,
        ["x"] = Rounding.Round(atX),
        ["y"] = Rounding.Round(atY),
        ["text"] = text,
        ["showarrow"] = false,
        ["yanchor"] = anchor,
        ["xanchor"] = x.EndsWith("domain", StringComparison.Ordinal) ? "right" : "center",
        ["font"] = new Dictionary<string, object?> { ["size"] = 12 },
        ["bgcolor"] = new Paint(PaintRole.Page, Opacity: 0.7),
    };
}
