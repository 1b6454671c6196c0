using System.Text.Json.Nodes;
using ActivationNotes.Course.Checks;
using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Replication;

/// <summary>Leaves out the cells that measure time, where no other cell needs what they declare: other seeds change nothing about them, and they take long.</summary>
public static class TimedCells
{
    /// <summary>A copy in which such cells are tagged skip-execution.</summary>
    /// <param name="notebook">The notebook; it is not changed.</param>
    /// <returns>The copy, and whether cells that measure time are left in it.</returns>
    public static (Notebook Notebook, bool IsTimed) Skip(Notebook notebook)
    {
        var copy = new Notebook(notebook.Name, (JsonObject)notebook.Node.DeepClone());
        var (needed, isTimed) = (new HashSet<string>(StringComparer.Ordinal), false);
        foreach (var cell in copy.Cells.Where(cell => cell.Kind == CellKind.Code).Reverse())
        {
            var (names, timed) = (ScriptNames.Of(cell.Source), cell.Tags.Contains(RepeatRules.Tag));
            if (timed && !needed.Overlaps(names.Given))
            {
                cell.Node["metadata"]!["tags"]!.AsArray().Add("skip-execution");
                continue;
            }

            isTimed |= timed;
            needed.UnionWith(names.Used);
        }

        return (copy, isTimed);
    }
}
