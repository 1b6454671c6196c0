namespace ActivationNotes.Testing;

/// <summary>The repository a test runs in.</summary>
public static class Repository
{
    /// <summary>The folder that holds ActivationNotes.sln.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ActivationNotes.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException($"No folder above {start} holds ActivationNotes.sln: run the tests from the repository's own build.");
    }
}
