using System.Text;
using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Execution;

/// <summary>Files for streams too long for a notebook. They appear beside the executed copy together with it, or not at all.</summary>
/// <param name="folder">The folder of executed copies.</param>
/// <param name="notebook">The name of the notebook.</param>
public sealed class OutputSpill(string folder, string notebook) : IDisposable
{
    private readonly Dictionary<string, (string Path, TextWriter Writer)> _temporary = [];

    /// <summary>Opens a file for writing.</summary>
    /// <param name="file">"cell-07.stdout.txt".</param>
    public TextWriter Open(string file)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{notebook}.{file}.{Environment.ProcessId}.tmp");
        var writer = new StreamWriter(path, append: false, new UTF8Encoding(false));
        _temporary[file] = (path, writer);
        return writer;
    }

    /// <summary>Deletes what a cell has written so far: nothing refers to it any more. Its writers must have been closed.</summary>
    /// <param name="cell">"cell-07".</param>
    public void Forget(string cell)
    {
        foreach (var file in _temporary.Keys.Where(file => file.StartsWith(cell + ".", StringComparison.Ordinal)).ToArray())
        {
            AtomicFile.Discard(_temporary[file].Path);
            _temporary.Remove(file);
        }
    }

    /// <summary>The name the file will have.</summary>
    public string FinalName(string file) => $"{notebook}.{file}";

    /// <summary>Makes the files appear, and those of an earlier run disappear.</summary>
    public void Publish()
    {
        var kept = _temporary.Keys.Select(FinalName).ToHashSet();
        if (Directory.Exists(folder))
        {
            foreach (var old in Directory.EnumerateFiles(folder, $"{notebook}.cell-*.txt").Where(old => !kept.Contains(Path.GetFileName(old)))) AtomicFile.Discard(old);
        }

        foreach (var (file, (temporary, _)) in _temporary) File.Move(temporary, Path.Combine(folder, FinalName(file)), overwrite: true);
        _temporary.Clear();
    }

    /// <summary>Deletes what was not published.</summary>
    public void Dispose()
    {
        foreach (var (path, writer) in _temporary.Values)
        {
            try
            {
                writer.Dispose();
            }
            catch (IOException)
            {
                // The disk is full: that is why the file goes.
            }

            AtomicFile.Discard(path);
        }

        _temporary.Clear();
    }
}
