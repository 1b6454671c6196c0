using System.Text.Json.Nodes;

namespace ActivationNotes.Course.Notebooks;

/// <summary>One output of a code cell, as a view on its JSON.</summary>
public sealed class Output(JsonObject node)
{
    /// <summary>The output as it stands in the notebook.</summary>
    public JsonObject Node { get; } = node;

    /// <summary>"stream", "display_data", "execute_result" or "error".</summary>
    public string Kind => (string?)Node["output_type"] ?? "";

    /// <summary>"stdout" or "stderr" of a stream, otherwise empty.</summary>
    public string StreamName => (string?)Node["name"] ?? "";

    /// <summary>The text of a stream.</summary>
    public string Text => NotebookText.Join(Node["text"]);

    /// <summary>The mime types of a result, in the order of the notebook.</summary>
    public IEnumerable<string> MimeTypes => (Node["data"] as JsonObject)?.Select(pair => pair.Key) ?? [];

    /// <summary>The content of one mime type as text; null when the output has none of that type.</summary>
    public string? Content(string mimeType) =>
        (Node["data"] as JsonObject)?[mimeType] is { } content ? NotebookText.JoinOrJson(content) : null;

    /// <summary>The type name of an error.</summary>
    public string ErrorName => (string?)Node["ename"] ?? "";

    /// <summary>The message of an error.</summary>
    public string ErrorValue => (string?)Node["evalue"] ?? "";

    /// <summary>The traceback of an error, a line each; may hold ANSI colour codes.</summary>
    public IReadOnlyList<string> Traceback => (Node["traceback"] as JsonArray)?.Select(line => (string?)line ?? "").ToArray() ?? [];
}
