using System.Text.Json.Nodes;

namespace ActivationNotes.Course.Notebooks;

/// <summary>A notebook of nbformat 4, as a view on its JSON: whatever it does not know survives a round trip.</summary>
public sealed class Notebook
{
    /// <summary>Takes the JSON of a notebook.</summary>
    /// <param name="name">The file name without folder and ending, for messages and addresses: "01-the-sigmoid".</param>
    /// <param name="node">The root object of the file.</param>
    public Notebook(string name, JsonObject node)
    {
        Name = name;
        Node = node;
        Cells = (node["cells"] as JsonArray)?.OfType<JsonObject>().Select((cell, index) => new Cell(cell, index + 1)).ToArray() ?? [];
    }

    /// <summary>The file name without folder and ending.</summary>
    public string Name { get; }

    /// <summary>The file it was read from, as it stands; empty when there was none.</summary>
    public ReadOnlyMemory<byte> File { get; init; }

    /// <summary>The root object of the file.</summary>
    public JsonObject Node { get; }

    /// <summary>The cells in order.</summary>
    public IReadOnlyList<Cell> Cells { get; }

    /// <summary>The text of the first heading of level one, or the name when there is none.</summary>
    public string Title => Cells.Where(cell => cell.Kind == CellKind.Markdown)
        .SelectMany(cell => cell.Source.Split('\n'))
        .FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim() ?? Name;

    /// <summary>A copy, whose outputs may be replaced.</summary>
    public Notebook Copy() => new(Name, (JsonObject)Node.DeepClone()) { File = File };

    /// <summary>
    /// The text of its file with the outputs it has now. All else that stood in the file it was read from stands there still, byte for byte;
    /// what came from no file is written in the form Jupyter gives its files.
    /// </summary>
    public string ToText() => File.IsEmpty ? JsonText.Indented(Node) : OutputSplice.Write(File.Span, Cells);
}
