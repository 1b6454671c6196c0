namespace ActivationNotes.Course;

/// <summary>The folders of the course: where things are, in one place.</summary>
/// <param name="root">The folder that holds ActivationNotes.sln.</param>
/// <param name="kernel">ActivationNotes.Kernel.dll.</param>
public sealed class Workspace(string root, string kernel)
{
    private const string Mark = "ActivationNotes.sln";

    /// <summary>The folder that holds everything.</summary>
    public string Root { get; } = root;

    /// <summary>The course's own kernel.</summary>
    public string Kernel { get; } = kernel;

    /// <summary>The lessons.</summary>
    public string Notebooks => Path.Combine(Root, "notebooks");

    /// <summary>What lessons refer to.</summary>
    public string Libraries => Path.Combine(Root, "lib", "bin");

    /// <summary>The course's own libraries among them, by name.</summary>
    public IReadOnlyList<string> Assemblies =>
        Directory.Exists(Libraries) ? [.. Directory.EnumerateFiles(Libraries, "ActivationNotes*.dll").Order(StringComparer.Ordinal)] : [];

    /// <summary>Data files that the libraries load.</summary>
    public string Data => Path.Combine(Root, "data");

    /// <summary>The works that lessons cite.</summary>
    public string Works => Path.Combine(Data, "references.json");

    /// <summary>The glossary.</summary>
    public string Terms => Path.Combine(Data, "glossary.json");

    /// <summary>How often claims held with other seeds.</summary>
    public string Replication => Path.Combine(Data, "replication.csv");

    /// <summary>The same as a page to read.</summary>
    public string ReplicationPage => Path.Combine(Root, "docs", "replication.md");

    /// <summary>Everything that is made.</summary>
    public string Artifacts => Path.Combine(Root, "artifacts");

    /// <summary>Executed copies of notebooks.</summary>
    public string Executed => Path.Combine(Artifacts, "executed");

    /// <summary>Executed copies of notebooks that ran with other parameters than their own: never part of the course.</summary>
    public string ExecutedWithParameters => Path.Combine(Executed, "with-parameters");

    /// <summary>What lessons said with other seeds, set by set.</summary>
    public string ReplicationRuns => Path.Combine(Artifacts, "replication");

    /// <summary>The site.</summary>
    public string Site => Path.Combine(Artifacts, "site");

    /// <summary>The whole site as one file.</summary>
    public string Pdf => Path.Combine(Artifacts, "ActivationNotes.pdf");

    /// <summary>Executed notebooks whose figures are pictures.</summary>
    public string Snapshots => Path.Combine(Artifacts, "snapshots");

    /// <summary>Finds the course around a folder, or else the one this program was built in.</summary>
    /// <param name="folder">Where to begin; its parents are looked through.</param>
    /// <exception cref="CourseException">There is none.</exception>
    public static Workspace Find(string folder)
    {
        var own = Above(AppContext.BaseDirectory);
        var root = Above(folder) ?? own
            ?? throw new CourseException($"No {Mark} in {folder} or above it: run this inside the course's repository.");
        var kernel = new[] { root, own }.OfType<string>().Select(place => Path.Combine(place, "lib", "ActivationNotes.Kernel", "bin", "ActivationNotes.Kernel.dll")).ToArray();
        return new Workspace(root, Array.Find(kernel, File.Exists) ?? kernel[0]);
    }

    /// <summary>The path as a person would write it: relative to the folder when it lies below it.</summary>
    public static string Shown(string path, string folder)
    {
        var relative = Path.GetRelativePath(folder, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative.Replace('\\', '/');
    }

    private static string? Above(string folder)
    {
        for (var place = new DirectoryInfo(folder); place is not null; place = place.Parent)
        {
            if (File.Exists(Path.Combine(place.FullName, Mark))) return place.FullName;
        }

        return null;
    }
}
