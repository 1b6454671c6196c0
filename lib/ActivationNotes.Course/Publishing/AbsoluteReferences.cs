using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Publishing;

/// <summary>Copies of notebooks whose #r and #load lines say where the file is, whatever the folder: some hosts do not resolve relative ones.</summary>
public static partial class AbsoluteReferences
{
    /// <summary>A copy with absolute paths.</summary>
    /// <param name="notebook">The notebook; it is not changed.</param>
    /// <param name="folder">The folder its relative paths start from.</param>
    public static Notebook Apply(Notebook notebook, string folder)
    {
        var copy = new Notebook(notebook.Name, (JsonObject)notebook.Node.DeepClone());
        foreach (var cell in copy.Cells.Where(cell => cell.Kind == CellKind.Code))
        {
            var source = Directive().Replace(cell.Source, match => match.Groups["before"].Value + Path.GetFullPath(match.Groups["path"].Value, folder) + "\"");
            // Only a cell that changes is written anew, so that all others stay as they are, byte for byte.
            if (source != cell.Source) cell.Node["source"] = NotebookText.Split(source);
        }

        return copy;
    }

    [GeneratedRegex("^(?<before>\\s*#(r|load)\\s+\")(?<path>(?!nuget:)[^\"\r\n]+)\"", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Directive();
}
