using ActivationNotes.Charts.Descriptions;

namespace ActivationNotes.Charts.Drawing;

/// <summary>How often values fall into each of a row of equal bins.</summary>
internal sealed record HistogramChart(AxisOptions X, AxisOptions Y, IReadOnlyList<Sample> Samples, double From, double To, int Bins) : AxesChart(X, Y)
{
    /// <summary>Histograms with the bins of them all, when all are histograms with as many bins; else the charts as they are.</summary>
    public static IReadOnlyList<AxesChart> WithEqualBins(IReadOnlyList<AxesChart> charts)
    {
        HistogramChart[] histograms = [.. charts.OfType<HistogramChart>()];
        return histograms.Length < charts.Count || histograms.Any(one => one.Bins != histograms[0].Bins)
            ? charts
            : [.. histograms.Select(one => one with { From = histograms.Min(other => other.From), To = histograms.Max(other => other.To) })];
    }

    private double Width => (To - From) / Bins;

    /// <inheritdoc/>
    public override IReadOnlyList<string> LegendNames => [.. Samples.Select(sample => sample.Name)];

    /// <inheritdoc/>
    protected override IEnumerable<IReadOnlyList<(double X, double Y)>> Paths => Samples.Select(sample => (IReadOnlyList<(double X, double Y)>)
        [(OnX(From), 0), .. Shares(sample).SelectMany((share, bin) => new[] { (OnX(From + (bin * Width)), OnY(share)), (OnX(From + ((bin + 1) * Width)), OnY(share)) }), (OnX(To), 0)]);

    /// <inheritdoc/>
    public override void Draw(Canvas canvas, Panel panel)
    {
        foreach (var (index, sample) in Samples.Index())
        {
            canvas.Trace(
                "bar",
                new()
                {
                    ["name"] = sample.Name,
                    ["x"] = Rounding.Round(Enumerable.Range(0, Bins).Select(Centre)),
                    ["y"] = Rounding.Round(Shares(sample)),
                    ["width"] = Rounding.Round(Width),
                    ["showlegend"] = Samples.Count > 1 && !panel.NamedBefore.Contains(sample.Name),
                    ["legendgroup"] = sample.Name,
                    ["marker"] = new Dictionary<string, object?> { ["pattern"] = BarChart.Pattern(index) },
                    ["xaxis"] = panel.X,
                    ["yaxis"] = panel.Y,
                },
                new() { ["marker"] = new Dictionary<string, object?> { ["color"] = Paint.Series(index, Samples.Count > 1 ? 0.6 : 1) } });
        }

        canvas.Layout("barmode", "overlay");
        canvas.Layout("bargap", 0);
        DrawFrame(canvas, panel, Places());
    }

    /// <inheritdoc/>
    public override string Describe() => Sentences.Join([.. Samples.Select(Describe), DescribeDecorations()]);

    /// <inheritdoc/>
    public override FigureTable Table()
    {
        var shares = Samples.Select(Shares).ToArray();
        return new FigureTable(
            [$"{X.Quantity} from {X.Unit}".TrimEnd(), $"to {X.Unit}".TrimEnd(), .. Samples.Select(sample => $"{sample.Name} {Y.Unit}".TrimEnd())],
            [.. Enumerable.Range(0, Bins).Select(bin => (IReadOnlyList<object?>)
                [SeriesTable.Cell(From + (bin * Width)), SeriesTable.Cell(From + ((bin + 1) * Width)), .. shares.Select(share => SeriesTable.Cell(share[bin]))])]);
    }

    private double Centre(int bin) => From + ((bin + 0.5) * Width);

    // Per cent of all finite values, so that samples of different sizes compare; what lies outside the bins is in none.
    private double[] Shares(Sample sample)
    {
        var counts = new double[Bins];
        var finite = sample.Values.Where(double.IsFinite).ToArray();
        foreach (var value in finite.Where(value => value >= From && value <= To)) counts[Math.Min((int)((value - From) / Width), Bins - 1)]++;
        return [.. counts.Select(count => 100 * count / Math.Max(finite.Length, 1))];
    }

    private string Describe(Sample sample)
    {
        double[] sorted = [.. sample.Values.Where(double.IsFinite).Order()];
        if (sorted.Length == 0) return $"{sample.Name}: no finite values.";
        var shares = Shares(sample);
        var peak = Array.IndexOf(shares, shares.Max());
        var missing = sample.Values.Count - sorted.Length;
        return string.Create(CultureInfo.InvariantCulture, $"{sample.Name}: {sorted.Length:N0} values from {Number(sorted[0])} to {Number(sorted[^1])}, ")
            + $"half of them between {Number(Series.Quantile(sorted, 0.25))} and {Number(Series.Quantile(sorted, 0.75))}, median {Number(Series.Quantile(sorted, 0.5))}; "
            + $"{DistributionShape.Describe(sorted, shares, Centre)}; "
            + $"most common from {Number(From + (peak * Width))} to {Number(From + ((peak + 1) * Width))}, with {Words.Number(shares[peak])} % of the values."
            + (missing > 0 ? string.Create(CultureInfo.InvariantCulture, $" {missing:N0} more are not finite and not drawn.") : "");
    }

    // What is nothing beside the width of the figure is called zero.
    private string Number(double value) => Words.Number(Math.Abs(value) < 1e-9 * (To - From) ? 0 : value);
}
