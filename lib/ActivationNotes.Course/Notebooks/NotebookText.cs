using System.Text.Json;
using System.Text.Json.Nodes;

namespace ActivationNotes.Course.Notebooks;

/// <summary>nbformat stores text as one string or as a list of lines: both mean the same.</summary>
public static class NotebookText
{
    /// <summary>The text of a "multiline string".</summary>
    public static string Join(JsonNode? node) => node switch
    {
        null => "",
        JsonArray lines => string.Concat(lines.Select(line => (string?)line)),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => JsonText.Compact(node),
    };

    /// <summary>The text of mime content: JSON mime types may hold an object, the others a multiline string.</summary>
    public static string JoinOrJson(JsonNode node) =>
        node is JsonArray lines && lines.Any(line => line?.GetValueKind() != JsonValueKind.String) ? JsonText.Compact(node) : Join(node);

    /// <summary>The form notebooks are stored in: a list of lines, each with its line feed.</summary>
    public static JsonArray Split(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            var next = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..next]);
            start = next;
        }

        return lines;
    }
}
