using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ActivationNotes.Course.Notebooks;

/// <summary>Reads notebook files, and says clearly what is wrong with those it cannot read.</summary>
public static class NotebookReader
{
    private static readonly string[] s_texts = ["output_type", "name", "ename", "evalue"];

    /// <summary>Reads a notebook of nbformat 4.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shown">What messages call it; the path when null.</param>
    /// <exception cref="NotebookException">There is no such file, it cannot be read, or it is not a notebook that can be run.</exception>
    public static Notebook Read(string path, string? shown = null)
    {
        var name = shown ?? path;
        return Parse(Bytes(path, name), name);
    }

    /// <summary>Reads the content of a notebook file.</summary>
    /// <param name="bytes">The content.</param>
    /// <param name="shown">What messages call the file; its name without folder and ending becomes the notebook's name.</param>
    /// <exception cref="NotebookException">It is not a notebook that can be run.</exception>
    public static Notebook Parse(byte[] bytes, string shown)
    {
        ReadOnlySpan<byte> content = bytes;
        if (content.StartsWith("\uFEFF"u8)) content = content["\uFEFF"u8.Length..];
        if (content.IndexOfAnyExcept(" \t\r\n"u8) < 0) throw new NotebookException(shown, null, "the file is empty; a notebook is a JSON object.");
        if (content.Contains((byte)0) || !System.Text.Unicode.Utf8.IsValid(content))
            throw new NotebookException(shown, null, "the file is binary, not UTF-8 text; a notebook is a JSON text.");
        JsonNode? root;
        try
        {
            root = JsonText.Parse(content);
        }
        catch (JsonException error)
        {
            throw new NotebookException(shown, null, string.Create(CultureInfo.InvariantCulture,
                $"not JSON at line {error.LineNumber + 1}, column {error.BytePositionInLine + 1}; was it cut off or merged with conflict marks?"), error);
        }

        var node = root as JsonObject ?? throw new NotebookException(shown, null, "the JSON is not an object, so this is not a notebook.");
        CheckFormat(node, shown);
        CheckCells(node, shown);
        return new Notebook(Path.GetFileNameWithoutExtension(shown), node) { File = content.ToArray() };
    }

    private static byte[] Bytes(string path, string shown)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new NotebookException(shown, null, "there is no such file.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException(shown, null, Directory.Exists(path) ? "is a folder; name the notebooks in it." : $"cannot be read: {(error is UnauthorizedAccessException ? "You may not read it: change its permissions." : FileTrouble.Describe(error))}", error);
        }
    }

    private static void CheckFormat(JsonObject node, string shown)
    {
        if (node["nbformat"] is not JsonValue value || !value.TryGetValue<int>(out var format))
            throw new NotebookException(shown, null, "has no number \"nbformat\", so this is not a notebook.");
        if (format < 4)
        {
            throw new NotebookException(shown, null, string.Create(CultureInfo.InvariantCulture,
                $"is of nbformat {format}; only nbformat 4 can be run. Convert it: jupyter nbconvert --to notebook --nbformat 4 {shown}"));
        }

        if (format > 4) throw new NotebookException(shown, null, string.Create(CultureInfo.InvariantCulture, $"is of nbformat {format}, which is newer than this tool knows (4)."));
    }

    private static void CheckCells(JsonObject node, string shown)
    {
        if (node["cells"] is not JsonArray cells) throw new NotebookException(shown, null, "has no list \"cells\", so this is not a notebook.");
        if (cells.Count == 0) throw new NotebookException(shown, null, "has no cells, so there is nothing to run.");
        if (node["metadata"] is not (null or JsonObject)) throw new NotebookException(shown, null, "\"metadata\" is not an object.");
        for (var index = 0; index < cells.Count; index++)
        {
            if (Problem(cells[index]) is { } problem) throw new NotebookException(shown, index + 1, problem);
        }
    }

    private static string? Problem(JsonNode? node)
    {
        if (node is not JsonObject cell) return "is not a JSON object.";
        if (Text(cell["cell_type"]) is not { } kind) return "has no \"cell_type\".";
        if (kind is not ("code" or "markdown" or "raw")) return $"has the unknown cell_type \"{kind}\"; nbformat 4 knows code, markdown and raw.";
        if (!IsText(cell["source"])) return "\"source\" is neither a text nor a list of texts.";
        if (cell["metadata"] is not (null or JsonObject)) return "\"metadata\" is not an object.";
        if (cell["metadata"]?["tags"] is not (null or JsonArray)) return "\"metadata.tags\" is not a list.";
        if (cell["metadata"]?["tags"] is JsonArray tags && tags.Any(tag => Text(tag) is null)) return "\"metadata.tags\" holds something that is not a text.";
        if (cell["id"] is not null && Text(cell["id"]) is null) return "\"id\" is not a text.";
        if (kind != "code") return null;
        if (cell["execution_count"] is { } count && count.GetValueKind() != JsonValueKind.Number) return "\"execution_count\" is not a number.";
        if (cell["outputs"] is not (null or JsonArray)) return "\"outputs\" is not a list.";
        return (cell["outputs"] as JsonArray)?.Select(OutputProblem).FirstOrDefault(problem => problem is not null);
    }

    private static string? OutputProblem(JsonNode? node, int index)
    {
        if (node is not JsonObject output) return "\"outputs\" holds something that is not an object.";
        var wrong = s_texts.FirstOrDefault(name => output[name] is { } value && Text(value) is null);
        if (wrong is null && output["text"] is { } text && !IsText(text)) wrong = "text";
        if (wrong is not null) return Said(wrong, "a text");
        if (output["data"] is not (null or JsonObject)) return Said("data", "an object");
        if (output["metadata"] is not (null or JsonObject)) return Said("metadata", "an object");
        return output["traceback"] is null || (output["traceback"] is JsonArray lines && lines.All(line => Text(line) is not null)) ? null : Said("traceback", "a list of texts");

        string Said(string name, string expected) => string.Create(CultureInfo.InvariantCulture, $"output {index + 1}: \"{name}\" is not {expected}.");
    }

    private static bool IsText(JsonNode? node) => Text(node) is not null || (node is JsonArray lines && lines.All(line => Text(line) is not null));

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
