using System.Text;
using ActivationNotes.Course.Execution;
using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Replication;

/// <summary>
/// One number for what the claims of a lesson are computed from: its code, the sources of the libraries it refers to, and the data.
/// Sources, not what was compiled from them: the number is the same on every machine, and a library that was only built again is no change.
/// </summary>
public sealed class ReplicationSources
{
    // Figures draw what was computed, and no claim depends on them.
    private const string Figures = "ActivationNotes.Charts";

    private static readonly string[] s_built = ["bin", "obj"];

    private readonly Workspace _workspace;
    private readonly Dictionary<string, string> _libraries = new(StringComparer.Ordinal);
    private readonly string _data;

    /// <summary>Reads what lessons share.</summary>
    /// <param name="workspace">The course.</param>
    public ReplicationSources(Workspace workspace)
    {
        _workspace = workspace;
        string[] besides = [workspace.Works, workspace.Terms, workspace.Replication];
        _data = Hash(Files(workspace.Data, "*.csv").Except(besides, StringComparer.Ordinal));
    }

    /// <summary>The number of a lesson.</summary>
    public string Of(Notebook lesson)
    {
        var code = lesson.Cells.Where(cell => cell.Kind == CellKind.Code).ToArray();
        var libraries = code.SelectMany(cell => FileDirectives.Names(cell.Source)).Select(Path.GetFileNameWithoutExtension).OfType<string>()
            .Where(name => name.StartsWith(nameof(ActivationNotes), StringComparison.Ordinal) && name != Figures).Distinct().Order(StringComparer.Ordinal);
        var text = new StringBuilder(_data);
        foreach (var library in libraries) text.Append('\n').Append(library).Append(' ').Append(Library(library));
        foreach (var cell in code) text.Append('\0').Append(Normal(cell.Source));
        return Fingerprint.HashOfText(text.ToString());
    }

    /// <summary>The table with a mark on the claims of lessons that have changed since they were replicated; those of lessons that are no more are left out.</summary>
    public static ReplicationTable Judge(ReplicationTable table, Workspace workspace)
    {
        if (table.Claims.Count == 0) return table;
        var sources = new ReplicationSources(workspace);
        var now = table.Claims.Select(claim => claim.Lesson).Distinct().ToDictionary(lesson => lesson, sources.Current, StringComparer.Ordinal);
        return new ReplicationTable([.. table.Claims.Where(claim => now[claim.Lesson] is not null).Select(claim => claim with { IsStale = now[claim.Lesson] != claim.Sources })]);
    }

    private string? Current(string lesson)
    {
        var path = Path.Combine(_workspace.Notebooks, lesson + ".ipynb");
        try
        {
            return File.Exists(path) ? Of(NotebookReader.Read(path)) : null;
        }
        catch (NotebookException)
        {
            // What cannot be read has changed, at any rate.
            return "";
        }
    }

    private string Library(string name)
    {
        if (_libraries.TryGetValue(name, out var known)) return known;
        var folder = Path.Combine(_workspace.Root, "lib", name);
        var built = Array.ConvertAll(s_built, part => Path.Combine(folder, part) + Path.DirectorySeparatorChar);
        return _libraries[name] = Hash(Files(folder, "*.cs").Where(file => !Array.Exists(built, part => file.StartsWith(part, StringComparison.Ordinal))));
    }

    private string Hash(IEnumerable<string> files)
    {
        var text = new StringBuilder();
        foreach (var file in files) text.Append(Path.GetRelativePath(_workspace.Root, file).Replace('\\', '/')).Append('\0').Append(Normal(File.ReadAllText(file))).Append('\0');
        return Fingerprint.HashOfText(text.ToString());
    }

    // Git may write other ends of lines on another system.
    private static string Normal(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    private static IEnumerable<string> Files(string folder, string pattern) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        : [];
}
