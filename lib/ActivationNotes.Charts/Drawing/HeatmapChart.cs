using ActivationNotes.Charts.Descriptions;

namespace ActivationNotes.Charts.Drawing;

/// <summary>A grid of coloured cells; row 0 is at the top.</summary>
internal sealed record HeatmapChart(
    AxisOptions X, AxisOptions Y, string Quantity, IReadOnlyList<string> Columns, IReadOnlyList<string> Rows, double[,] Values, bool Signed) : AxesChart(X, Y)
{
    /// <summary>The amounts that have one scale of colours with these: of the same quantity, in the same unit.</summary>
    public (string Quantity, bool Signed) Scale => (Quantity, Signed);

    /// <summary>The least and the greatest amount; of signed ones the greater size with either sign. Null without a finite one.</summary>
    public (double From, double To)? Amounts
    {
        get
        {
            if (ScaleEnds is not null) return ScaleEnds;
            double[] finite = [.. Values.Cast<double>().Where(double.IsFinite)];
            if (finite.Length == 0) return null;
            return Signed ? (-finite.Max(Math.Abs), finite.Max(Math.Abs)) : (finite.Min(), finite.Max());
        }
    }

    /// <summary>Ends of the scale of colours; those of its own amounts when null.</summary>
    public (double From, double To)? ScaleEnds { get; init; }

    /// <summary>Heatmaps with the scale of colours of them all; other charts as they are.</summary>
    public static IEnumerable<AxesChart> WithEqualColours(IReadOnlyList<AxesChart> charts)
    {
        var amounts = charts.OfType<HeatmapChart>().Select(map => map.Amounts).OfType<(double From, double To)>().ToArray();
        return amounts.Length == 0
            ? charts
            : charts.Select(chart => chart is HeatmapChart map ? map with { ScaleEnds = (amounts.Min(some => some.From), amounts.Max(some => some.To)) } : chart);
    }

    /// <inheritdoc/>
    protected override IEnumerable<IReadOnlyList<(double X, double Y)>> Paths => [[(-0.5, Rows.Count - 0.5), (Columns.Count - 0.5, -0.5)]];

    /// <inheritdoc/>
    public override void Draw(Canvas canvas, Panel panel)
    {
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
            ["coloraxis"] = "coloraxis" + panel.Colours.Suffix,
        };
        canvas.Trace("heatmap", trace, []);
        canvas.Layout("coloraxis" + panel.Colours.Suffix, ColourAxis(panel));
        DrawFrame(canvas, panel, Places());
    }

    // Signed amounts have their zero in the middle of the scale.
    private Dictionary<string, object?> ColourAxis(Panel panel)
    {
        var (from, to) = panel.Colours.Amounts ?? Amounts ?? (0, 1);
        return new()
        {
            ["cmin"] = Rounding.Round(from),
            ["cmax"] = Rounding.Round(to),
            ["colorscale"] = new Paint(Signed ? PaintRole.Signs : PaintRole.Amounts),
            ["colorbar"] = new Dictionary<string, object?>
            {
                ["title"] = new Dictionary<string, object?> { ["text"] = Quantity, ["side"] = "right" },
                ["thickness"] = 12,
                ["len"] = Rounding.Round(panel.Up.To - panel.Up.From),
                ["x"] = Rounding.Round(panel.Across.To + 0.01),
                ["xanchor"] = "left",
                ["y"] = Rounding.Round((panel.Up.From + panel.Up.To) / 2),
                ["outlinewidth"] = 0,
            },
        };
    }

    /// <inheritdoc/>
    public override string Describe()
    {
        var cells = (from row in Enumerable.Range(0, Rows.Count)
                     from column in Enumerable.Range(0, Columns.Count)
                     where double.IsFinite(Values[row, column])
                     select (Row: row, Column: column, Value: Values[row, column], Place: $"{X.Quantity} {Columns[column]}, {Y.Quantity} {Rows[row]}")).ToArray();
        if (cells.Length == 0) return "A grid without finite values.";
        var (lowest, highest) = (cells.MinBy(cell => cell.Value), cells.MaxBy(cell => cell.Value));
        return Sentences.Join(
        [
            $"A grid of {Rows.Count} rows and {Columns.Count} columns: {Quantity} is highest, {Words.Number(highest.Value)}, at {highest.Place}, and lowest, "
            + $"{Words.Number(lowest.Value)}, at {lowest.Place}; the mean is {Words.Number(cells.Average(cell => cell.Value))}.",
            Trend(CloudDescription.Correlation([.. cells.Select(cell => (double)cell.Column)], [.. cells.Select(cell => cell.Value)]), "from left to right"),
            Trend(CloudDescription.Correlation([.. cells.Select(cell => (double)cell.Row)], [.. cells.Select(cell => cell.Value)]), "from top to bottom"),
            DescribeDecorations(),
        ]);
    }

    private static string Trend(double correlation, string way) =>
        Math.Abs(correlation) < 0.6 ? "" : $"It {(correlation > 0 ? "grows" : "shrinks")} {way}.";

    /// <inheritdoc/>
    public override FigureTable Table() => new(
        [$"{Y.Title} \\ {X.Title}", .. Columns],
        [.. Rows.Select((name, row) => (IReadOnlyList<object?>)[name, .. Columns.Select((_, column) => SeriesTable.Cell(Values[row, column]))])]);
}
