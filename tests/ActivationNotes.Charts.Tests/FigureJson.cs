using System.Text.Json.Nodes;
using ActivationNotes.Rendering;

namespace ActivationNotes.Charts.Tests;

/// <summary>What a figure hands to the site.</summary>
internal static class FigureJson
{
    /// <summary>The figure as data.</summary>
    public static JsonNode Json(this Figure figure) => JsonNode.Parse(((IRichOutput)figure).Render(MimeTypes.Figure)!)!;
}
