using System.Text.Json.Nodes;
using ActivationNotes.Kernel.Protocol;

namespace ActivationNotes.Kernel.Execution;

/// <summary>What error messages call a cell: "01-the-sigmoid, cell 3", "01-the-sigmoid, In [3]" or "In [3]", as far as the client tells.</summary>
internal static class CellOrigin
{
    private const string Notebook = ".ipynb";

    /// <summary>The name of a cell.</summary>
    /// <param name="request">The request that brings it; a client may add the names "notebook" and "cell" to its metadata.</param>
    /// <param name="count">The number of the execution.</param>
    /// <param name="document">What Jupyter calls the document of this kernel; null when it does not say.</param>
    public static string Of(Message request, int count, string? document)
    {
        var notebook = Text(request.Metadata["notebook"]) ?? FromCellId(Text(request.Metadata["cellId"])) ?? NotebookName(document);
        var cell = request.Metadata["cell"] is JsonValue number && number.TryGetValue<int>(out var place)
            ? string.Create(CultureInfo.InvariantCulture, $"cell {place}")
            : string.Create(CultureInfo.InvariantCulture, $"In [{count}]");
        return notebook is null ? cell : $"{notebook}, {cell}";
    }

    // VS Code names a cell by an address: "vscode-notebook-cell:/home/me/lesson.ipynb#W2sZmlsZQ%3D%3D".
    private static string? FromCellId(string? id) =>
        id is not null && id.StartsWith("vscode-", StringComparison.Ordinal) && Uri.TryCreate(id, UriKind.Absolute, out var address)
            ? NotebookName(Uri.UnescapeDataString(address.AbsolutePath))
            : null;

    // Consoles have names, too, which say nothing to a reader.
    private static string? NotebookName(string? path) =>
        path is not null && path.EndsWith(Notebook, StringComparison.OrdinalIgnoreCase) ? Path.GetFileNameWithoutExtension(path) : null;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
