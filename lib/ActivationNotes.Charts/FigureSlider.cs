using System.Text.Json.Nodes;
using ActivationNotes.Charts.Descriptions;
using ActivationNotes.Charts.Drawing;

namespace ActivationNotes.Charts;

/// <summary>The places of a slider and what the figure shows at each.</summary>
internal sealed record FigureSlider(string Parameter, IReadOnlyList<string> Labels, IReadOnlyList<Chart> Charts, bool FixedAxes, int Start = 0)
{
    private static readonly Dictionary<string, object?> s_atOnce = new()
    {
        ["mode"] = "immediate",
        ["transition"] = new Dictionary<string, object?> { ["duration"] = 0 },
        ["frame"] = new Dictionary<string, object?> { ["duration"] = 0, ["redraw"] = true },
    };

    /// <summary>
    /// The charts as they are drawn. With fixed axes these hold the data of every place, and bins and colours are the same at each:
    /// so what moves is the data, not the axes.
    /// </summary>
    public IReadOnlyList<Chart> Drawn => FixedAxes ? FixedTogether(Charts) : Charts;

    private static IReadOnlyList<Chart> FixedTogether(IReadOnlyList<Chart> charts)
    {
        if (charts.All(chart => chart is PanelsChart) && charts.Cast<PanelsChart>().ToArray() is var rows && rows.All(row => row.Charts.Count == rows[0].Charts.Count))
        {
            var columns = Enumerable.Range(0, rows[0].Charts.Count).Select(column => FixedTogether([.. rows.Select(row => row.Charts[column])])).ToArray();
            return [.. rows.Select((row, index) => row with { Charts = [.. columns.Select(column => column[index])] })];
        }

        if (!charts.All(chart => chart is AxesChart)) return charts;
        var axes = HistogramChart.WithEqualBins([.. charts.Cast<AxesChart>()]);
        var all = axes.Select(chart => chart.Shown).Aggregate((one, other) => one.And(other));
        return [.. HeatmapChart.WithEqualColours([.. axes.Select(chart => chart.Showing(all))])];
    }

    /// <summary>What the figure shows, in words: at the place it is drawn at, and at both ends.</summary>
    public string Describe() => $"A slider sets {Parameter}, at first to {Labels[Start]}. "
        + Sentences.Join(new[] { 0, Start, Charts.Count - 1 }.Distinct().Select(place => $"At {Labels[place]}: {Charts[place].Describe()}"));

    /// <summary>The data of all places, each with as many rows as leave room for the others.</summary>
    public FigureTable Table() => FigureTable.Together(Parameter, Labels,
        [.. Charts.Select(chart => chart.ShortTable(Math.Max(FigureTable.MaximumSliderRows / Charts.Count, 6)))]);

    /// <summary>Declares the slider in the layout.</summary>
    public void AddTo(Canvas canvas) => canvas.Layout("sliders", new List<object>
    {
        new Dictionary<string, object?>
        {
            ["active"] = Start, ["currentvalue"] = new Dictionary<string, object?> { ["prefix"] = Parameter + ": " }, ["pad"] = new Dictionary<string, object?> { ["t"] = 40 },
            ["steps"] = Labels.Select((label, index) => (object)new Dictionary<string, object?>
            {
                ["label"] = label, ["method"] = "animate", ["args"] = new object[] { new[] { Name(index) }, s_atOnce },
            }).ToList(),
        },
    });

    /// <summary>The data of each place.</summary>
    public JsonArray Frames() => new([.. Drawn.Select((chart, index) =>
    {
        var canvas = new Canvas();
        chart.Draw(canvas, Panel.Whole);
        return (JsonNode)new JsonObject { ["name"] = Name(index), ["data"] = canvas.ToJson(Theme.Light)["data"]!.DeepClone() };
    })]);

    private static string Name(int index) => index.ToString(CultureInfo.InvariantCulture);
}
