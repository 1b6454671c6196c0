using System.Text.Json.Nodes;
using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Publishing;

/// <summary>Copies of notebooks whose #r, #load and #!import lines say where the file is, whatever the folder: some hosts do not resolve relative ones.</summary>
public static class AbsoluteReferences
{
    /// <summary>A copy with absolute paths.</summary>
    /// <param name="notebook">The notebook; it is not changed.</param>
    /// <param name="folder">The folder its relative paths start from.</param>
    public static Notebook Apply(Notebook notebook, string folder)
    {
        var copy = new Notebook(notebook.Name, (JsonObject)notebook.Node.DeepClone());
        foreach (var cell in copy.Cells.Where(cell => cell.Kind == CellKind.Code))
        {
            var source = FileDirectives.Rename(cell.Source, Absolute);
            // Only a cell that changes is written anew, so that all others stay as they are, byte for byte.
            if (source != cell.Source) cell.Node["source"] = NotebookText.Split(source);
        }

        return copy;

        // #r "System.Xml" names an assembly of the framework, which lies in no folder.
        string Absolute(string directive, string name)
        {
            var path = Path.GetFullPath(name, folder);
            return directive != "r" || name.AsSpan().ContainsAny('/', '\\') || File.Exists(path) ? path : name;
        }
    }
}
