using System.Text.Json.Nodes;

namespace ActivationNotes.Course.Tests.Site.Browser;

/// <summary>Descriptions of figures as cells show them, written by hand.</summary>
public static class FigureSample
{
    public const string MimeType = "application/vnd.activationnotes.figure+json";

    private static readonly double[] s_places = [.. Enumerable.Range(-40, 81).Select(i => i / 10.0)];

    /// <summary>Curves whose steepness a slider changes.</summary>
    public static JsonObject Lines
    {
        get
        {
            var figure = Make("figure-lines", "The sigmoid, more or less steep", "Move the slider: the steeper the curve, the closer it comes to a step.",
                "One curve rises from 0 at the left over 0.5 in the middle to 1 at the right.",
                [Line("s(kx)", 1)], "x", "s(kx)");
            double[] steepnesses = [1, 2, 4];
            figure["frames"] = Array(steepnesses.Select(k => (JsonNode)new JsonObject { ["name"] = $"k{k}", ["data"] = new JsonArray(Line("s(kx)", k)) }));
            foreach (var theme in new[] { "light", "dark" })
            {
                figure["layouts"]![theme]!["sliders"] = new JsonArray(new JsonObject
                {
                    ["active"] = 0,
                    ["currentvalue"] = new JsonObject { ["prefix"] = "steepness k: " },
                    ["steps"] = Array(steepnesses.Select(k => (JsonNode)new JsonObject
                    {
                        ["label"] = $"{k}",
                        ["method"] = "animate",
                        ["args"] = new JsonArray(new JsonArray($"k{k}"), new JsonObject
                        {
                            ["mode"] = "immediate",
                            ["frame"] = new JsonObject { ["duration"] = 0, ["redraw"] = false },
                            ["transition"] = new JsonObject { ["duration"] = 0 },
                        }),
                    })),
                });
            }

            return figure;
        }
    }

    /// <summary>A heat map.</summary>
    public static JsonObject Heatmap => Make("figure-heatmap", "A table of slopes", "Bright is steep.", "The middle column is brightest.",
        [new JsonObject { ["type"] = "heatmap", ["z"] = new JsonArray(new JsonArray(0.1, 0.25, 0.1), new JsonArray(0.05, 0.2, 0.05)) }], "column", "row");

    /// <summary>Bars and a histogram.</summary>
    public static JsonObject Bars => Make("figure-bars", "Counts", "", "Two bars, the second twice as high as the first.",
        [
            new JsonObject { ["type"] = "bar", ["name"] = "bars", ["x"] = new JsonArray(1, 2), ["y"] = new JsonArray(3, 6) },
            new JsonObject { ["type"] = "histogram", ["name"] = "histogram", ["x"] = new JsonArray(1, 1, 2, 2, 2) },
        ], "value", "count");

    /// <summary>A figure with chosen words.</summary>
    public static JsonObject Make(string id, string title, string caption, string alternative, JsonArray data, string x, string y) => new()
    {
        ["id"] = id,
        ["title"] = title,
        ["caption"] = caption,
        ["alt"] = alternative,
        ["table"] = new JsonObject { ["columns"] = new JsonArray("x", "y"), ["rows"] = new JsonArray(new JsonArray(-1, 0.27), new JsonArray("1", null)) },
        ["data"] = data,
        ["layouts"] = new JsonObject { ["light"] = Layout("#24292f", "#ffffff", x, y), ["dark"] = Layout("#e6e6e6", "#1e1e1e", x, y) },
        ["config"] = new JsonObject { ["responsive"] = true },
    };

    private static JsonObject Line(string name, double steepness) => new()
    {
        ["type"] = "scatter",
        ["mode"] = "lines",
        ["name"] = name,
        ["x"] = Array(s_places.Select(place => (JsonNode)place)),
        ["y"] = Array(s_places.Select(place => (JsonNode)Math.Round(1 / (1 + Math.Exp(-steepness * place)), 4))),
    };

    private static JsonObject Layout(string ink, string paper, string x, string y) => new()
    {
        ["font"] = new JsonObject { ["color"] = ink },
        ["paper_bgcolor"] = paper,
        ["plot_bgcolor"] = paper,
        ["xaxis"] = new JsonObject { ["title"] = new JsonObject { ["text"] = x } },
        ["yaxis"] = new JsonObject { ["title"] = new JsonObject { ["text"] = y } },
    };

    private static JsonArray Array(IEnumerable<JsonNode> nodes) => [.. nodes];
}
