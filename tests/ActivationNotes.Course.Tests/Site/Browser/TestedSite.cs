namespace ActivationNotes.Course.Tests.Site.Browser;

/// <summary>A written site that tests look at.</summary>
/// <param name="folder">The folder that holds index.html.</param>
public abstract class TestedSite(string folder)
{
    /// <summary>The folder that holds index.html.</summary>
    public string Folder { get; } = folder;

    /// <summary>The file names of its pages, the first page first.</summary>
    public IReadOnlyList<string> Pages => ["index.html", .. Lessons];

    /// <summary>The file names of the other pages; of the library's, which are all made alike, the one with examples stands for the rest.</summary>
    public IReadOnlyList<string> Lessons =>
        [.. Directory.EnumerateFiles(Folder, "*.html").Select(file => Path.GetFileName(file))
            .Where(name => name != "index.html" && (!name.StartsWith("api-", StringComparison.Ordinal) || name == "api-activationnotes.charts.html")).Order(StringComparer.Ordinal)];

    /// <summary>The tables of the figures' data, seen from the folder.</summary>
    public IReadOnlyList<string> Tables => [.. Directory.EnumerateFiles(Path.Combine(Folder, "figures"), "*-table.html").Select(file => "figures/" + Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    /// <summary>Skips or fails the test when there is no such site.</summary>
    public virtual void Require()
    {
    }

    /// <summary>The page's address on the disk.</summary>
    public string FileAddress(string page) => new Uri(Path.Combine(Folder, page)).AbsoluteUri;
}
