using System.Text.Json.Nodes;

namespace ActivationNotes.Course.Site.Figures;

/// <summary>A figure as its mime type describes it.</summary>
/// <param name="Id">Stands for its content, and serves as the name of its files.</param>
/// <param name="Title">What it is.</param>
/// <param name="Caption">What to see in it; may be empty.</param>
/// <param name="Alternative">What it shows, in words.</param>
/// <param name="Columns">The headings of its data table.</param>
/// <param name="Rows">The data, one text per column.</param>
/// <param name="Node">The whole description, with what plotly.js needs.</param>
public sealed record FigureData(
    string Id, string Title, string Caption, string Alternative, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, JsonObject Node)
{
    /// <summary>The mime type of a figure.</summary>
    public const string MimeType = "application/vnd.activationnotes.figure+json";

    /// <summary>What its table leaves out; empty when that is nothing.</summary>
    public string Note => Node["table"]?["note"]?.ToString() ?? "";

    /// <summary>The width below which what it shows runs together, in pixels; 0 when it adapts to any.</summary>
    public int LeastWidth => Node["leastWidth"] is JsonValue width && width.TryGetValue<int>(out var pixels) ? pixels : 0;

    /// <summary>Reads the content of the mime type.</summary>
    /// <param name="json">The content.</param>
    /// <param name="place">Notebook and cell, for messages.</param>
    /// <exception cref="CourseException">It is not a figure.</exception>
    public static FigureData Read(string json, string place)
    {
        try
        {
            var node = JsonNode.Parse(json)!.AsObject();
            var table = node["table"];
            var id = (string)node["id"]!;
            if (id.Length == 0 || id.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_')))
                throw new FormatException($"its id \"{id}\" has characters other than letters, digits, - and _");
            return new FigureData(
                id, (string)node["title"]!, (string?)node["caption"] ?? "", (string)node["alt"]!,
                [.. table!["columns"]!.AsArray().Select(column => (string?)column ?? "")],
                [.. table["rows"]!.AsArray().Select(row => (IReadOnlyList<string>)[.. row!.AsArray().Select(value => value?.ToString() ?? "")])],
                node);
        }
        catch (Exception error) when (error is System.Text.Json.JsonException or InvalidOperationException or FormatException or NullReferenceException or ArgumentNullException)
        {
            throw new CourseException($"{place}: a figure whose description cannot be read: {error.Message}", error);
        }
    }
}
