using ActivationNotes.Charts.Descriptions;

namespace ActivationNotes.Charts.Drawing;

/// <summary>Curves, clouds of points, and paths through the plane.</summary>
internal sealed record LineChart(AxisOptions X, AxisOptions Y, IReadOnlyList<Series> Series) : AxesChart(X, Y)
{
    private static readonly string[] Dashes = ["solid", "dash", "dot", "dashdot", "longdash", "longdashdot"];
    private static readonly string[] Symbols = ["circle", "diamond", "square", "triangle-up", "x", "star"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> LegendNames => [.. Series.Select(series => series.Name)];

    /// <inheritdoc/>
    protected override IEnumerable<IReadOnlyList<(double X, double Y)>> Paths => Series.SelectMany(PathsOf);

    /// <inheritdoc/>
    protected override double RoomAcross => Series.Any(series => series.ShowsPoints) ? 0.05 : 0;

    /// <inheritdoc/>
    public override void Draw(Canvas canvas, Panel panel)
    {
        foreach (var (index, series) in Series.Index())
            if (series is { Low: { } low, High: { } high }) DrawBand(canvas, panel, series, low, high, index);
        var places = Places();
        foreach (var (index, series) in Series.Index()) DrawSeries(canvas, panel, series, index, places);
        DrawFrame(canvas, panel, places);
    }

    /// <inheritdoc/>
    public override string Describe() =>
        Sentences.Join([.. Series.Select(series => SeriesDescription.Describe(series, X, Y)), SeriesDescription.Compare(Series, X, Y), DescribeDecorations()]);

    /// <inheritdoc/>
    public override FigureTable Table() => SeriesTable.Of(Series, X, Y);

    // Points that are not joined are paths of one place each.
    private IEnumerable<IReadOnlyList<(double X, double Y)>> PathsOf(Series series)
    {
        (double X, double Y)[] path = [.. series.X.Zip(series.Y, (x, y) => (OnX(x), OnY(y)))];
        if (series.ShowsLine) yield return path;
        else foreach (var place in path) yield return [place];
        foreach (var edge in new[] { series.Low, series.High })
            if (edge is not null) yield return [.. series.X.Zip(edge, (x, y) => (OnX(x), OnY(y)))];
    }

    private void DrawSeries(Canvas canvas, Panel panel, Series series, int index, LabelPlacement places)
    {
        var kept = Thinning.Keep(series);
        var mode = (series.ShowsLine, series.ShowsPoints) switch { (true, true) => "lines+markers", (true, false) => "lines", _ => "markers" };
        var trace = new Dictionary<string, object?>
        {
            ["name"] = series.Name,
            ["mode"] = series.Labels is null ? mode : mode + "+text",
            ["x"] = Rounding.Round(kept.Select(i => series.X[i])),
            ["y"] = Rounding.Round(kept.Select(i => series.Y[i])),
            ["showlegend"] = Series.Count > 1 && !panel.NamedBefore.Contains(series.Name),
            ["legendgroup"] = series.Name,
            ["xaxis"] = panel.X,
            ["yaxis"] = panel.Y,
        };
        var paints = new Dictionary<string, object?>();
        if (series.ShowsLine)
        {
            trace["line"] = new Dictionary<string, object?> { ["width"] = 2.5, ["dash"] = Dashes[index % Dashes.Length] };
            paints["line"] = new Dictionary<string, object?> { ["color"] = Paint.Series(index) };
        }

        if (series.ShowsPoints)
        {
            trace["marker"] = new Dictionary<string, object?> { ["size"] = series.X.Count > 200 ? 4 : 8, ["symbol"] = Symbols[index % Symbols.Length] };
            paints["marker"] = new Dictionary<string, object?> { ["color"] = Paint.Series(index, series.X.Count > 200 ? 0.6 : 1) };
        }

        if (series.Labels is { } labels)
        {
            trace["text"] = kept.Select(i => labels[i]).ToArray();
            trace["textposition"] = kept.Select(i => TextPosition(panel, series.X[i], series.Y[i], labels[i], places)).ToArray();
            trace["cliponaxis"] = false;
        }

        canvas.Trace("scatter", trace, paints);
    }

    private static void DrawBand(Canvas canvas, Panel panel, Series series, IReadOnlyList<double> low, IReadOnlyList<double> high, int index)
    {
        int[] kept = [.. Thinning.Keep(series).Where(i => double.IsFinite(low[i]) && double.IsFinite(high[i]))];
        canvas.Trace(
            "scatter",
            new()
            {
                ["name"] = series.BandName,
                ["mode"] = "lines",
                ["fill"] = "toself",
                ["hoverinfo"] = "skip",
                ["showlegend"] = false,
                ["x"] = Rounding.Round([.. kept.Select(i => series.X[i]), .. kept.Reverse().Select(i => series.X[i])]),
                ["y"] = Rounding.Round([.. kept.Select(i => high[i]), .. kept.Reverse().Select(i => low[i])]),
                ["line"] = new Dictionary<string, object?> { ["width"] = 0 },
                ["legendgroup"] = series.Name,
                ["xaxis"] = panel.X,
                ["yaxis"] = panel.Y,
            },
            new() { ["fillcolor"] = Paint.Series(index, 0.25) });
    }
}
