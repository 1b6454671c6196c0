using ActivationNotes.Charts.Descriptions;

namespace ActivationNotes.Charts.Drawing;

/// <summary>One bar for each category and series.</summary>
internal sealed record BarChart(AxisOptions X, AxisOptions Y, IReadOnlyList<string> Categories, IReadOnlyList<BarSeries> Series) : AxesChart(X, Y)
{
    private static readonly string[] s_patterns = ["", "/", ".", "x", "-", "+"];

    /// <summary>How the bars of a series are hatched, so that colour is not the only cue.</summary>
    public static Dictionary<string, object?> Pattern(int index) => new() { ["shape"] = s_patterns[index % s_patterns.Length], ["solidity"] = 0.25 };

    /// <inheritdoc/>
    public override IReadOnlyList<string> LegendNames => [.. Series.Select(series => series.Name)];

    /// <inheritdoc/>
    protected override IEnumerable<IReadOnlyList<(double X, double Y)>> Paths => Series.SelectMany(series => new[] { series.Values, series.Low, series.High }
        .OfType<IReadOnlyList<double>>().SelectMany(values => values.Select((value, i) => new[] { (i - 0.4, Foot), (i - 0.4, OnY(value)), (i + 0.4, OnY(value)), (i + 0.4, Foot) })));

    // Bars stand on zero; on a logarithmic axis, which has none, on their own ends.
    private double Foot => Y.Logarithmic ? double.NaN : 0;

    /// <inheritdoc/>
    public override void Draw(Canvas canvas, Panel panel)
    {
        // On a narrow page long names stand upright below the bars, which keep their height.
        const int ShortName = 8, PixelsPerLetter = 7, MostPixels = 180;
        if (panel == Panel.Whole) canvas.Height += Math.Clamp((Categories.Select(name => name.Length).DefaultIfEmpty().Max() - ShortName) * PixelsPerLetter, 0, MostPixels);
        foreach (var (index, series) in Series.Index())
        {
            var trace = new Dictionary<string, object?>
            {
                ["name"] = series.Name,
                ["x"] = Categories.ToArray(),
                ["y"] = Rounding.Round(series.Values),
                ["showlegend"] = Series.Count > 1 && !panel.NamedBefore.Contains(series.Name),
                ["legendgroup"] = series.Name,
                ["xaxis"] = panel.X,
                ["yaxis"] = panel.Y,
                ["marker"] = new Dictionary<string, object?> { ["pattern"] = Pattern(index) },
            };
            var paints = new Dictionary<string, object?> { ["marker"] = new Dictionary<string, object?> { ["color"] = Paint.Series(index) } };
            if (series is { Low: { } low, High: { } high })
            {
                trace["error_y"] = new Dictionary<string, object?>
                {
                    ["type"] = "data",
                    ["symmetric"] = false,
                    ["thickness"] = 1.5,
                    ["array"] = Rounding.Round(high.Zip(series.Values, (end, value) => end - value)),
                    ["arrayminus"] = Rounding.Round(low.Zip(series.Values, (end, value) => value - end)),
                };
                paints["error_y"] = new Dictionary<string, object?> { ["color"] = new Paint(PaintRole.Text) };
            }

            canvas.Trace("bar", trace, paints);
        }

        canvas.Layout("barmode", "group");
        DrawFrame(canvas, panel, Places());
    }

    /// <inheritdoc/>
    public override string Describe() => Sentences.Join([.. Series.Select(Describe), Compare(), DescribeDecorations()]);

    /// <inheritdoc/>
    public override FigureTable Table()
    {
        List<string> columns = [X.Title];
        foreach (var series in Series)
        {
            columns.Add($"{series.Name} {Y.Unit}".TrimEnd());
            if (series is { Low: not null, High: not null }) columns.AddRange([$"{series.Name}, lower end", $"{series.Name}, upper end"]);
        }

        return new FigureTable(columns, [.. Categories.Select((category, i) => (IReadOnlyList<object?>)[category, .. Series.SelectMany(series => Cells(series, i))])]);
    }

    private static IEnumerable<object?> Cells(BarSeries series, int i) => series is { Low: { } low, High: { } high }
        ? [SeriesTable.Cell(series.Values[i]), SeriesTable.Cell(low[i]), SeriesTable.Cell(high[i])]
        : [SeriesTable.Cell(series.Values[i])];

    private string Describe(BarSeries series)
    {
        var order = Enumerable.Range(0, Categories.Count).Where(i => double.IsFinite(series.Values[i])).OrderByDescending(i => series.Values[i]).ToArray();
        if (order.Length == 0) return $"{series.Name}: no finite values.";
        var listed = Words.List([.. order.Take(12).Select(i => $"{Categories[i]} ({Words.Number(series.Values[i])})")]);
        double highest = series.Values[order[0]], lowest = series.Values[order[^1]];
        var ratio = lowest > 0 && highest >= 2 * lowest ? $"; the highest is {Words.Number(highest / lowest)} times the lowest" : "";
        return $"{series.Name}, {Y.Title}, from highest to lowest: {listed}{(order.Length > 12 ? $" and {order.Length - 12} more" : "")}{ratio}.";
    }

    // Which of two series is the higher one, and how often.
    private string Compare()
    {
        if (Series.Count != 2 || Categories.Count < 2) return "";
        var (one, other) = (Series[0], Series[1]);
        var pairs = one.Values.Zip(other.Values).Where(pair => double.IsFinite(pair.First) && double.IsFinite(pair.Second)).ToArray();
        int above = pairs.Count(pair => pair.First > pair.Second), below = pairs.Count(pair => pair.First < pair.Second);
        if (above == 0 && below == 0) return "";
        var (higher, lower, times) = above >= below ? (one, other, above) : (other, one, below);
        return times == pairs.Length
            ? $"{higher.Name} is higher than {lower.Name} throughout."
            : $"{higher.Name} is higher than {lower.Name} in {times} of {pairs.Length}.";
    }
}
