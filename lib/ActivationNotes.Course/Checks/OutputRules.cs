using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ActivationNotes.Course.Claims;
using ActivationNotes.Course.Notebooks;
using AngleSharp.Html.Parser;

namespace ActivationNotes.Course.Checks;

/// <summary>What the outputs of an executed lesson must be: no errors, nothing empty, readable without eyes, true.</summary>
public static class OutputRules
{
    /// <summary>What an executed notebook breaks.</summary>
    /// <param name="notebook">The executed copy.</param>
    /// <param name="file">What findings call it: the source's file, which is what one edits.</param>
    public static IEnumerable<Finding> Check(Notebook notebook, string file) => notebook.Cells.Where(cell => cell.Kind == CellKind.Code)
        .SelectMany(cell => cell.Outputs.SelectMany(output => Problems(cell, output)).Select(problem => new Finding(file, cell.Number, null, problem)));

    /// <summary>The JSON an output carries under a mime type, be it an object or a text holding one; null when there is none.</summary>
    public static JsonObject? Json(Output output, string mimeType)
    {
        if (output.Content(mimeType) is not { } text) return null;
        try
        {
            return JsonText.Parse(Encoding.UTF8.GetBytes(text)) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Problems(Cell cell, Output output)
    {
        switch (output.Kind)
        {
            case "error" when !cell.Tags.Contains("raises-exception"):
                yield return $"ended in an error: {output.ErrorValue.Split('\n')[0]}";
                break;
            case "stream" when output.Text.Length == 0:
                yield return $"has an empty output on {output.StreamName}.";
                break;
            case "display_data" or "execute_result" when !output.MimeTypes.Any(type => !string.IsNullOrWhiteSpace(output.Content(type))):
                yield return "shows something empty. Show a value, or end the cell with a semicolon.";
                break;
            default:
                break;
        }

        foreach (var problem in Figure(output).Concat(Claims(output)).Concat(Images(output))) yield return problem;
    }

    private static IEnumerable<string> Figure(Output output)
    {
        if (output.Content(MimeTypes.Figure) is null) yield break;
        if (Json(output, MimeTypes.Figure) is not { } figure)
        {
            yield return "its figure carries no JSON object.";
            yield break;
        }

        var title = Text(figure["title"]);
        if (string.IsNullOrWhiteSpace(Text(figure["alt"])))
            yield return $"the figure \"{title}\" has no alt text. Say in words what it shows: shape, extremes, crossing points.";
        if (string.IsNullOrWhiteSpace(title)) yield return "its figure has no title.";
        if (figure["table"]?["rows"] is not JsonArray { Count: > 0 }) yield return $"the figure \"{title}\" has no data table.";
    }

    private static IEnumerable<string> Claims(Output output)
    {
        if (output.Content(MimeTypes.Claims) is null) yield break;
        if (ClaimReader.Of(output) is not { Count: > 0 } claims)
        {
            yield return "its table of claims is empty or cannot be read.";
            yield break;
        }

        foreach (var claim in claims.Where(claim => claim.Verdict == ClaimVerdict.DoesNotHold)) yield return $"the claim {claim.Id} does not hold: {claim.Numbers}";
    }

    // A picture drawn by hand needs words as much as a Figure does.
    private static IEnumerable<string> Images(Output output)
    {
        if (output.Content(MimeTypes.Figure) is null && output.MimeTypes.Any(type => type.StartsWith("image/", StringComparison.Ordinal)))
            yield return "shows a picture without alt text. Show it as a Figure.";
        if (output.Content("text/html") is not { } html || !html.Contains("<img", StringComparison.OrdinalIgnoreCase)) yield break;
        using var document = new HtmlParser().ParseDocument(html);
        foreach (var image in document.QuerySelectorAll("img:not([alt])")) yield return $"shows an <img> without alt text ({image.GetAttribute("src")?.Split(',')[0]}).";
    }

    private static string Text(JsonNode? node) => node switch
    {
        null => "",
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => JsonText.Compact(node),
    };
}
