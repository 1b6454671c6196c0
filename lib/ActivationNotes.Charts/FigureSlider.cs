using System.Text.Json.Nodes;
using ActivationNotes.Charts.Drawing;

namespace ActivationNotes.Charts;

/// <summary>The places of a slider and what the figure shows at each.</summary>
internal sealed record FigureSlider(string Parameter, IReadOnlyList<string> Labels, IReadOnlyList<Chart> Charts)
{
    private static readonly Dictionary<string, object?> s_atOnce = new()
    {
        ["mode"] = "immediate",
        ["transition"] = new Dictionary<string, object?> { ["duration"] = 0 },
        ["frame"] = new Dictionary<string, object?> { ["duration"] = 0, ["redraw"] = true },
    };

    /// <summary>Declares the slider in the layout.</summary>
    public void AddTo(Canvas canvas) => canvas.Layout("sliders", new List<object>
    {
        new Dictionary<string, object?>
        {
            ["active"] = 0, ["currentvalue"] = new Dictionary<string, object?> { ["prefix"] = Parameter + ": " }, ["pad"] = new Dictionary<string, object?> { ["t"] = 40 },
            ["steps"] = Labels.Select((label, index) => (object)new Dictionary<string, object?>
            {
                ["label"] = label, ["method"] = "animate", ["args"] = new object[] { new[] { Name(index) }, s_atOnce },
            }).ToList(),
        },
    });

    /// <summary>The data of each place.</summary>
    public JsonArray Frames() => new([.. Charts.Select((chart, index) =>
    {
        var canvas = new Canvas();
        chart.Draw(canvas, Panel.Whole);
        return (JsonNode)new JsonObject { ["name"] = Name(index), ["data"] = canvas.ToJson(Theme.Light)["data"]!.DeepClone() };
    })]);

    private static string Name(int index) => index.ToString(CultureInfo.InvariantCulture);
}
