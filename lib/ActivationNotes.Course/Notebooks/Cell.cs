using System.Text.Json.Nodes;

namespace ActivationNotes.Course.Notebooks;

/// <summary>One cell of a notebook, as a view on its JSON: whatever it does not know stays as it is.</summary>
public sealed class Cell(JsonObject node, int number)
{
    /// <summary>The cell as it stands in the notebook.</summary>
    public JsonObject Node { get; } = node;

    /// <summary>Its place in the notebook, counted from 1, all kinds counted.</summary>
    public int Number { get; } = number;

    /// <summary>What the cell is.</summary>
    public CellKind Kind => (string?)Node["cell_type"] switch
    {
        "code" => CellKind.Code,
        "markdown" => CellKind.Markdown,
        _ => CellKind.Raw,
    };

    /// <summary>The id that nbformat 4.5 gives every cell; empty before 4.5.</summary>
    public string Id => (string?)Node["id"] ?? "";

    /// <summary>The text of the cell.</summary>
    public string Source => NotebookText.Join(Node["source"]);

    /// <summary>The tags of the cell: raises-exception, skip-execution, hide-input, exercise, hint, solution and others.</summary>
    public IReadOnlySet<string> Tags =>
        (Node["metadata"]?["tags"] as JsonArray)?.Select(tag => (string?)tag ?? "").ToHashSet() ?? [];

    /// <summary>The outputs of a code cell; empty for the other kinds.</summary>
    public IReadOnlyList<Output> Outputs =>
        (Node["outputs"] as JsonArray)?.OfType<JsonObject>().Select(output => new Output(output)).ToArray() ?? [];
}
