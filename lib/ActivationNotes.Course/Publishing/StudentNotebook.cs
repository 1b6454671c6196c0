using System.Text.Json.Nodes;
using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Publishing;

/// <summary>A lesson as students get it: tasks, stubs and hints, no solutions, nothing run yet.</summary>
public static class StudentNotebook
{
    /// <summary>A copy without the cells tagged solution, its outputs cleared.</summary>
    /// <param name="notebook">The lesson; it is not changed.</param>
    public static Notebook Of(Notebook notebook)
    {
        var node = (JsonObject)notebook.Node.DeepClone();
        var cells = node["cells"]!.AsArray();
        foreach (var cell in new Notebook(notebook.Name, node).Cells)
        {
            if (cell.Tags.Contains("solution")) cells.Remove(cell.Node);
            if (cell.Kind != CellKind.Code) continue;
            cell.Node["execution_count"] = null;
            cell.Node["outputs"] = new JsonArray();
        }

        return new Notebook(notebook.Name, node);
    }
}
