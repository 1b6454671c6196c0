using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ActivationNotes.Course.Notebooks;
using ActivationNotes.Course.Sessions;

namespace ActivationNotes.Course.Execution;

/// <summary>
/// One number for everything the outputs of a notebook depend on: its code, the libraries, the data, the kernel.
/// The same number means that running it again would change nothing.
/// </summary>
public sealed class Fingerprint
{
    // To be raised when this tool stores other outputs for the same cells. The tool itself does not count: most of it writes pages.
    private const int Format = 1;

    private readonly Workspace _workspace;
    private readonly HashSet<string> _shared;
    private readonly string _surroundings;

    /// <summary>Reads what all notebooks depend on.</summary>
    /// <param name="workspace">The course.</param>
    /// <param name="spec">The kernel.</param>
    public Fingerprint(Workspace workspace, KernelSpec spec)
    {
        _workspace = workspace;
        var files = new[]
        {
            Files(workspace.Libraries, "*.dll"),
            // Lessons do not read what only their pages show.
            Files(workspace.Data, "*").Where(file => file != workspace.Works && file != workspace.Terms && file != workspace.Replication),
            spec.Folder.Length == 0 ? Files(Path.GetDirectoryName(workspace.Kernel)!, "*.dll") : Files(spec.Folder, "kernel.json"),
            // Cells may load scripts and show pictures that lie beside the notebooks.
            Files(workspace.Notebooks, "*").Where(file => !file.EndsWith(".ipynb", StringComparison.Ordinal) && !file.Contains(".ipynb_checkpoints", StringComparison.Ordinal)),
        }.SelectMany(list => list).ToArray();
        _shared = [.. files];
        var hashes = new string[files.Length];
        Parallel.For(0, files.Length, index => hashes[index] = HashOf(files[index]));
        _surroundings = string.Create(CultureInfo.InvariantCulture, $"format {Format}\n") + string.Join('\n', files.Select((file, index) => $"{Path.GetRelativePath(workspace.Root, file)} {hashes[index]}"))
            + $"\n{spec.Name}\n{string.Join(' ', spec.Arguments.Select(Path.GetFileName))}";
    }

    /// <summary>The hash of a file's content; empty when there is no such file.</summary>
    public static string HashOf(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return "";
        }
    }

    /// <summary>The hash of a text.</summary>
    public static string HashOfText(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(text)));

    /// <summary>
    /// The number of a notebook; null when there can be none, for it lies outside the course and nobody knows what it reads there.
    /// Its prose does not count: a changed sentence runs nothing.
    /// </summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="path">Its file.</param>
    public string? Of(Notebook notebook, string path)
    {
        if (!path.StartsWith(_workspace.Notebooks + Path.DirectorySeparatorChar, StringComparison.Ordinal)) return null;
        var text = new StringBuilder(_surroundings).Append('\n').Append(Path.GetRelativePath(_workspace.Root, path));
        foreach (var cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Code))
        {
            // The number of a cell shows in error messages, so it counts.
            text.Append('\0').Append(cell.Number).Append('\0').Append(cell.Id).Append('\0').AppendJoin(',', cell.Tags.Order(StringComparer.Ordinal)).Append('\0').Append(cell.Source);
        }

        var folder = Path.GetDirectoryName(path)!;
        foreach (var file in NamedFiles(Code(notebook), [folder], []).Where(file => !_shared.Contains(file)))
            text.Append('\0').Append(Path.GetRelativePath(_workspace.Root, file)).Append('\0').Append(HashOf(file));
        return HashOfText(text.ToString());
    }

    // What code names, and what is named in there. A script's names start from its own folder, those of imported cells from the notebook's.
    private static IEnumerable<string> NamedFiles(string code, IReadOnlyList<string> folders, HashSet<string> found)
    {
        foreach (var file in FileDirectives.Names(code).SelectMany(name => folders.Select(folder => Path.GetFullPath(name, folder))).Where(file => File.Exists(file) && found.Add(file)).ToArray())
        {
            yield return file;
            foreach (var inner in NamedFiles(Code(file), [.. folders.Append(Path.GetDirectoryName(file)!).Distinct()], found)) yield return inner;
        }
    }

    private static string Code(Notebook notebook) => string.Join('\n', notebook.Cells.Where(cell => cell.Kind == CellKind.Code).Select(cell => cell.Source));

    private static string Code(string file)
    {
        try
        {
            return Path.GetExtension(file) switch
            {
                ".ipynb" => Code(NotebookReader.Read(file)),
                ".cs" or ".csx" or ".dib" => File.ReadAllText(file),
                _ => "",
            };
        }
        catch (Exception error) when (error is NotebookException or IOException or UnauthorizedAccessException)
        {
            // Said by the kernel, when the cell runs.
            return "";
        }
    }

    private static IEnumerable<string> Files(string folder, string pattern) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        : [];
}
