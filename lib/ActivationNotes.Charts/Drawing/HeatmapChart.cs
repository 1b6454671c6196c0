using ActivationNotes.Charts.Descriptions;

namespace ActivationNotes.Charts.Drawing;

/// <summary>A grid of coloured cells; row 0 is at the top.</summary>
internal sealed record HeatmapChart(
    AxisOptions X, AxisOptions Y, string Quantity, IReadOnlyList<string> Columns, IReadOnlyList<string> Rows, double[,] Values, bool Signed) : AxesChart(X, Y)
{
    /// <inheritdoc/>
    public override void Draw(Canvas canvas, Panel panel)
    {
        var finite = Values.Cast<double>().Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
        var reach = finite.Max(Math.Abs);
        var trace = new Dictionary<string, object?>
        {
            ["x"] = Columns.ToArray(),
            ["y"] = Rows.ToArray(),
            ["z"] = Enumerable.Range(0, Rows.Count).Select(row => Rounding.Round(Enumerable.Range(0, Columns.Count).Select(column => Values[row, column]))).ToArray(),
            ["xgap"] = 1,
            ["ygap"] = 1,
            ["xaxis"] = panel.X,
            ["yaxis"] = panel.Y,
            ["hoverongaps"] = false,
            ["colorbar"] = new Dictionary<string, object?>
            {
                ["title"] = new Dictionary<string, object?> { ["text"] = Quantity, ["side"] = "top" },
                ["thickness"] = 12,
                ["len"] = 0.9,
                ["x"] = Rounding.Round(panel.Across.To + 0.01),
                ["xanchor"] = "left",
                ["outlinewidth"] = 0,
            },
        };
        if (Signed) (trace["zmin"], trace["zmax"]) = (Rounding.Round(-reach), Rounding.Round(reach));
        canvas.Trace("heatmap", trace, new() { ["colorscale"] = new Paint(Signed ? PaintRole.Signs : PaintRole.Amounts) });
        DrawFrame(canvas, panel);
    }

    /// <inheritdoc/>
    public override string Describe()
    {
        var cells = (from row in Enumerable.Range(0, Rows.Count)
                     from column in Enumerable.Range(0, Columns.Count)
                     where double.IsFinite(Values[row, column])
                     select (Value: Values[row, column], Place: $"{X.Quantity} {Columns[column]}, {Y.Quantity} {Rows[row]}")).ToArray();
        if (cells.Length == 0) return "A grid without finite values.";
        var (lowest, highest) = (cells.MinBy(cell => cell.Value), cells.MaxBy(cell => cell.Value));
        return Sentences.Join(
        [
            $"A grid of {Rows.Count} rows and {Columns.Count} columns: {Quantity} is highest, {Words.Number(highest.Value)}, at {highest.Place}, and lowest, "
            + $"{Words.Number(lowest.Value)}, at {lowest.Place}; the mean is {Words.Number(cells.Average(cell => cell.Value))}.",
            DescribeDecorations(),
        ]);
    }

    /// <inheritdoc/>
    public override FigureTable Table() => new(
        [$"{Y.Title} \\ {X.Title}", .. Columns],
        [.. Rows.Select((name, row) => (IReadOnlyList<object?>)[name, .. Columns.Select((_, column) => SeriesTable.Cell(Values[row, column]))])]);
}
