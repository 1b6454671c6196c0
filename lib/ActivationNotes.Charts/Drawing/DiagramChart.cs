using ActivationNotes.Charts.Descriptions;

namespace ActivationNotes.Charts.Drawing;

/// <summary>Boxes and arrows, with what flows forward and what flows back.</summary>
internal sealed record DiagramChart(IReadOnlyList<DiagramNode> Nodes, IReadOnlyList<DiagramEdge> Edges) : Chart
{
    private const double HalfWidth = 0.3;
    private const double HalfHeight = 0.24;
    private const int PixelsPerColumn = 48;

    /// <inheritdoc/>
    public override int LeastWidth => (int)(PixelsPerColumn * (Nodes.Max(node => node.Column) + 1));

    /// <inheritdoc/>
    public override void Draw(Canvas canvas, Panel panel)
    {
        var (right, bottom) = (Nodes.Max(node => node.Column), Nodes.Max(node => node.Row));
        canvas.Layout("xaxis" + panel.Suffix, Hidden(panel.Across, [-0.5, right + 0.5]));
        canvas.Layout("yaxis" + panel.Suffix, Hidden(panel.Up, [bottom + 0.55, -0.55]));
        canvas.Height = Math.Max(220, (int)(110 * (bottom + 1.3)));
        canvas.Trace(
            "scatter",
            new()
            {
                ["mode"] = "text",
                ["x"] = Rounding.Round(Nodes.Select(node => node.Column)),
                ["y"] = Rounding.Round(Nodes.Select(node => node.Row)),
                ["text"] = Nodes.Select(node => node.Name).ToArray(),
                ["textfont"] = new Dictionary<string, object?> { ["size"] = 15 },
                ["hoverinfo"] = "skip",
                ["showlegend"] = false,
                ["xaxis"] = panel.X,
                ["yaxis"] = panel.Y,
            },
            []);
        foreach (var node in Nodes) canvas.Shape(Box(panel, node));
        foreach (var edge in Edges) Draw(canvas, panel, edge);
    }

    /// <inheritdoc/>
    public override string Describe() => Sentences.Join(Edges.Select(edge =>
        $"From {edge.From} to {edge.To} flows {edge.Forward}{(edge.Backward.Length == 0 ? "" : $", and back flows {edge.Backward}")}."));

    /// <inheritdoc/>
    public override FigureTable Table() => new(
        ["from", "to", "forward", "backward"], [.. Edges.Select(edge => (IReadOnlyList<object?>)[edge.From, edge.To, edge.Forward, edge.Backward])]);

    private static Dictionary<string, object?> Hidden((double From, double To) domain, double[] range) => new()
    {
        ["visible"] = false,
        ["fixedrange"] = true,
        ["range"] = range,
        ["domain"] = new[] { Rounding.Round(domain.From), Rounding.Round(domain.To) },
    };

    private static Dictionary<string, object?> Box(Panel panel, DiagramNode node) => new()
    {
        ["type"] = "rect",
        ["xref"] = panel.X,
        ["yref"] = panel.Y,
        ["layer"] = "below",
        ["x0"] = Rounding.Round(node.Column - HalfWidth),
        ["x1"] = Rounding.Round(node.Column + HalfWidth),
        ["y0"] = Rounding.Round(node.Row - HalfHeight),
        ["y1"] = Rounding.Round(node.Row + HalfHeight),
        ["fillcolor"] = new Paint(PaintRole.Shade, Opacity: 0.15),
        ["line"] = new Dictionary<string, object?> { ["width"] = 1.5, ["color"] = new Paint(PaintRole.Guide) },
    };

    private void Draw(Canvas canvas, Panel panel, DiagramEdge edge)
    {
        var (from, to) = (Node(edge.From), Node(edge.To));
        // The arrow runs between the borders of the boxes, along the line through their centres.
        double across = to.Column - from.Column, down = to.Row - from.Row;
        var inside = Math.Min(across == 0 ? double.PositiveInfinity : HalfWidth / Math.Abs(across), down == 0 ? double.PositiveInfinity : HalfHeight / Math.Abs(down));
        double startX = from.Column + (inside * across), startY = from.Row + (inside * down), endX = to.Column - (inside * across), endY = to.Row - (inside * down);
        canvas.Annotation(new()
        {
            ["xref"] = panel.X,
            ["yref"] = panel.Y,
            ["axref"] = panel.X,
            ["ayref"] = panel.Y,
            ["text"] = "",
            ["showarrow"] = true,
            ["arrowhead"] = 2,
            ["arrowwidth"] = 1.5,
            ["arrowcolor"] = new Paint(PaintRole.Guide),
            ["x"] = Rounding.Round(endX),
            ["y"] = Rounding.Round(endY),
            ["ax"] = Rounding.Round(startX),
            ["ay"] = Rounding.Round(startY),
        });
        canvas.Annotation(Words(panel, (startX + endX) / 2, (startY + endY) / 2, edge.Forward, "bottom", 0));
        if (edge.Backward.Length > 0) canvas.Annotation(Words(panel, (startX + endX) / 2, (startY + endY) / 2, edge.Backward, "top", 1));
    }

    private static Dictionary<string, object?> Words(Panel panel, double x, double y, string text, string anchor, int colour) => new()
    {
        ["xref"] = panel.X,
        ["yref"] = panel.Y,
        ["x"] = Rounding.Round(x),
        ["y"] = Rounding.Round(y),
        ["text"] = text,
        ["showarrow"] = false,
        ["yanchor"] = anchor,
        ["font"] = new Dictionary<string, object?> { ["size"] = 12, ["color"] = new Paint(PaintRole.Words, colour) },
        ["bgcolor"] = new Paint(PaintRole.Page, Opacity: 0.8),
    };

    private DiagramNode Node(string name) => Nodes.FirstOrDefault(node => node.Name == name)
        ?? throw new ArgumentException($"An arrow of the diagram names the box '{name}', which is not there; there are {string.Join(", ", Nodes.Select(node => $"'{node.Name}'"))}.", nameof(name));
}
