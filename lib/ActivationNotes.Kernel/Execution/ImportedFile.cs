using System.Text.Json;
using System.Text.Json.Nodes;
using ActivationNotes.Kernel.Scripting;

namespace ActivationNotes.Kernel.Execution;

/// <summary>The cells of a file that <c>#!import</c> names.</summary>
internal static class ImportedFile
{
    /// <summary>The code cells of a notebook (.ipynb), or the one cell any other file is (.cs, .csx, .dib).</summary>
    /// <param name="path">The file.</param>
    /// <param name="directive">The line that names it.</param>
    /// <exception cref="DirectiveException">It cannot be read, or is no notebook.</exception>
    public static IReadOnlyList<(string Code, string Origin)> Read(string path, CellSegment directive)
    {
        var name = Path.GetFileName(path);
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DirectiveException($"'{directive.Argument}' cannot be imported: {error.Message}", directive.Line);
        }

        if (!name.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase)) return [(text, name)];
        JsonArray cells;
        try
        {
            cells = (JsonNode.Parse(text) as JsonObject)?["cells"] as JsonArray
                ?? throw new DirectiveException($"'{directive.Argument}' has no cells, so it is no notebook.", directive.Line);
        }
        catch (JsonException error)
        {
            throw new DirectiveException($"'{directive.Argument}' is no notebook: {error.Message}", directive.Line);
        }

        var found = new List<(string, string)>();
        for (var index = 0; index < cells.Count; index++)
        {
            if ((string?)cells[index]?["cell_type"] != "code") continue;
            var source = cells[index]!["source"] is JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : (string?)cells[index]!["source"] ?? "";
            found.Add((source, string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(name)}, cell {index + 1}")));
        }

        return found;
    }
}
