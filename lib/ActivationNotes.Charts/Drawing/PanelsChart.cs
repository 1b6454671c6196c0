using ActivationNotes.Charts.Descriptions;

namespace ActivationNotes.Charts.Drawing;

/// <summary>Several charts side by side.</summary>
internal sealed record PanelsChart(IReadOnlyList<string> Titles, IReadOnlyList<Chart> Charts) : Chart
{
    // Room for the axis of the panel to the right, and for a scale of colours beside it. Shares of the width.
    private const double Gap = 0.12, ScaleGap = 0.15;

    // Of a column: the height of one panel, the room below it for its axis and for the next one's title, in pixels.
    private const int StackedHeight = 260, StackedGap = 130;

    /// <summary>Whether the panels stand below each other, for a page too narrow to have them side by side.</summary>
    public bool Stacked { get; init; }

    /// <inheritdoc/>
    public override void Draw(Canvas canvas, Panel panel)
    {
        if (Stacked) canvas.Height = (Charts.Count * (StackedHeight + StackedGap)) + 40;
        foreach (var (index, chart) in Charts.Index())
        {
            var place = Place(index);
            chart.Draw(canvas, place);
            canvas.Annotation(new()
            {
                ["xref"] = "paper",
                ["yref"] = "paper",
                ["x"] = Rounding.Round((place.Across.From + place.Across.To) / 2),
                ["y"] = Rounding.Round(place.Up.To + (Stacked ? 4.0 / canvas.Height : 0.02)),
                ["yanchor"] = "bottom",
                ["xanchor"] = "center",
                ["text"] = $"<b>{System.Net.WebUtility.HtmlEncode(Titles[index])}</b>",
                ["showarrow"] = false,
            });
        }
    }

    private Panel Place(int index)
    {
        var (across, up) = Stacked ? StackedPlace(index) : PlaceInRow(index);
        return new Panel(index, across, up) { NamedBefore = [.. Charts.Take(index).SelectMany(earlier => earlier.LegendNames)], Colours = ColoursOf(index) };
    }

    private ((double From, double To) Across, (double From, double To) Up) PlaceInRow(int index)
    {
        double[] gaps = [.. Enumerable.Range(0, Charts.Count - 1).Select(left => Gap + (HasScaleBeside(left) ? ScaleGap : 0))];
        var width = (1 - gaps.Sum()) / Charts.Count;
        var from = (index * width) + gaps.Take(index).Sum();
        return ((from, from + width), (0, 0.92));
    }

    private ((double From, double To) Across, (double From, double To) Up) StackedPlace(int index)
    {
        // The last panel's axis lies in the figure's margin, and the first one's title needs room.
        const double TitleHeight = 24;
        double height = (Charts.Count * (StackedHeight + StackedGap)) - StackedGap + TitleHeight, top = height - TitleHeight - (index * (StackedHeight + StackedGap));
        return ((0, 1), ((top - StackedHeight) / height, top / height));
    }

    // Panels of one quantity share a scale of colours, so that their colours compare; the last of them shows it.
    private bool HasScaleBeside(int index) => Charts[index] is HeatmapChart map && !Charts.Skip(index + 1).OfType<HeatmapChart>().Any(later => later.Scale == map.Scale);

    private ColourScale ColoursOf(int index)
    {
        if (Charts[index] is not HeatmapChart map) return new ColourScale(0, null);
        var all = Charts.OfType<HeatmapChart>().ToArray();
        var amounts = all.Where(other => other.Scale == map.Scale).Select(other => other.Amounts).OfType<(double From, double To)>().ToArray();
        return new ColourScale(
            Array.IndexOf([.. all.Select(other => other.Scale).Distinct()], map.Scale),
            amounts.Length == 0 ? null : (amounts.Min(some => some.From), amounts.Max(some => some.To)));
    }

    /// <inheritdoc/>
    public override string Describe() => Sentences.Join(Charts.Select((chart, index) => $"Panel {index + 1}, {Titles[index]}: {chart.Describe()}"));

    /// <inheritdoc/>
    public override FigureTable Table() => FigureTable.Together("panel", Titles, [.. Charts.Select(chart => chart.Table())]);

    /// <inheritdoc/>
    public override FigureTable ShortTable(int most) => FigureTable.Together("panel", Titles, [.. Charts.Select(chart => chart.ShortTable(most))]);
}
