using System.Text.Json;
using System.Text.Json.Nodes;

namespace ActivationNotes.Kernel.Execution;

/// <summary>The cells of a file that <c>#!import</c> names.</summary>
internal static class ImportedFile
{
    /// <summary>The code cells of a notebook (.ipynb), or the one cell any other file is (.cs, .csx, .dib).</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">It is no notebook.</exception>
    public static IReadOnlyList<(string Code, string Origin)> Read(string path)
    {
        var name = Path.GetFileName(path);
        var text = File.ReadAllText(path);
        if (!name.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase)) return [(text, name)];
        JsonArray cells;
        try
        {
            cells = JsonNode.Parse(text)?["cells"] as JsonArray ?? throw new InvalidDataException($"'{name}' has no cells.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"'{name}' is no notebook: {error.Message}", error);
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
