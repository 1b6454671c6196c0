using System.Text.Json.Nodes;

namespace ActivationNotes.Course.Site.Figures;

/// <summary>What plotly.js needs of a figure, as a script of its own: pages opened from a disk may not fetch, but may load scripts.</summary>
internal static class FigureScript
{
    private static readonly string[] s_drawn = ["data", "layouts", "narrow", "config", "frames"];

    /// <summary>The script's text.</summary>
    public static string Write(FigureData figure)
    {
        var drawn = new JsonObject();
        foreach (var name in s_drawn)
        {
            if (figure.Node[name] is { } part) drawn[name] = part.DeepClone();
        }

        return $"(window.activationNotesFigures ??= {{}})[\"{figure.Id}\"] = {drawn.ToJsonString()};\n";
    }
}
