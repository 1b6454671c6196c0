using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Execution;

/// <summary>The executed copies: written whole or not at all, and reused while nothing they depend on has changed.</summary>
/// <param name="folder">artifacts/executed.</param>
public sealed class ExecutedStore(string folder)
{
    /// <summary>The executed copy of a notebook.</summary>
    public string PathOf(string name) => Path.Combine(folder, name + ".ipynb");

    /// <summary>The current source with the outputs of its executed copy; null when that is missing or outdated.</summary>
    /// <param name="source">The notebook as it is now.</param>
    /// <param name="fingerprint">What its outputs depend on; null when that is not known.</param>
    public Notebook? Reuse(Notebook source, string? fingerprint)
    {
        if (fingerprint is null) return null;
        var path = PathOf(source.Name);
        try
        {
            // A copy that somebody changed by hand is no result of a run.
            if (!File.Exists(KeyPath(source.Name)) || File.ReadAllText(KeyPath(source.Name)) != Key(fingerprint, Fingerprint.HashOf(path))) return null;
            var executed = NotebookReader.Read(path).Cells.Where(cell => cell.Kind == CellKind.Code).ToArray();
            var current = source.Copy();
            var cells = current.Cells.Where(cell => cell.Kind == CellKind.Code).ToArray();
            if (cells.Length != executed.Length) return null;
            for (var index = 0; index < cells.Length; index++)
            {
                cells[index].Node["execution_count"] = executed[index].Node["execution_count"]?.DeepClone();
                cells[index].Node["outputs"] = executed[index].Node["outputs"]?.DeepClone();
            }

            var text = current.ToText();
            if (text != File.ReadAllText(path)) Write(source.Name, text, fingerprint);
            return current;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotebookException)
        {
            return null;
        }
    }

    /// <summary>Keeps an executed notebook.</summary>
    /// <param name="executed">The notebook with its outputs.</param>
    /// <param name="fingerprint">What they depend on; null when that is not known, so that they are never reused.</param>
    /// <exception cref="CourseException">It cannot be written.</exception>
    public void Keep(Notebook executed, string? fingerprint) => Write(executed.Name, executed.ToText(), fingerprint);

    private static string Key(string fingerprint, string content) => $"{fingerprint}\n{content}\n";

    private string KeyPath(string name) => Path.Combine(folder, name + ".key");

    private void Write(string name, string text, string? fingerprint)
    {
        AtomicFile.Write(PathOf(name), text);
        if (fingerprint is null) AtomicFile.Discard(KeyPath(name));
        else AtomicFile.Write(KeyPath(name), Key(fingerprint, Fingerprint.HashOf(PathOf(name))));
    }
}
