namespace ActivationNotes.Course;

/// <summary>A private folder for what is needed for a while. Those that a killed process left behind go when the next process makes one.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private const string Prefix = "activation-notes-";
    private const string Sign = ".in-use";

    // Another process may look between the making of a sign and the lock on it.
    private static readonly TimeSpan s_graceTime = TimeSpan.FromMinutes(1);

    private static int s_removed;

    private readonly FileStream _sign;

    /// <summary>Makes the folder.</summary>
    public TemporaryFolder()
    {
        // Made with access for its owner alone: other users must not read what is in it, not even the names of files.
        Place = Directory.CreateTempSubdirectory(Prefix).FullName;
        try
        {
            // The system lets go of the lock when this process ends, however it ends.
            _sign = new FileStream(Path.Combine(Place, Sign), FileMode.CreateNew, FileAccess.Write, FileShare.None);
        }
        catch (IOException)
        {
            Directory.Delete(Place, recursive: true);
            throw;
        }

        if (Interlocked.Exchange(ref s_removed, 1) == 0) RemoveLeftovers(Path.GetTempPath(), TimeProvider.System);
    }

    /// <summary>Where it is.</summary>
    public string Place { get; }

    /// <summary>Removes the folders of processes that are no more.</summary>
    /// <param name="place">The folder that holds them.</param>
    /// <param name="clock">Tells how old they are.</param>
    public static void RemoveLeftovers(string place, TimeProvider clock)
    {
        foreach (var folder in Directory.EnumerateDirectories(place, Prefix + "*"))
        {
            try
            {
                var sign = new FileInfo(Path.Combine(folder, Sign));
                if (!sign.Exists || clock.GetUtcNow().UtcDateTime - sign.LastWriteTimeUtc < s_graceTime) continue;
                sign.Open(FileMode.Open, FileAccess.Write, FileShare.None).Dispose();
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // It is in use, or somebody else's.
            }
        }
    }

    /// <summary>A file or folder in it.</summary>
    public string Entry(string name) => Path.Combine(Place, name);

    /// <summary>Removes the folder with all that is in it.</summary>
    public void Dispose()
    {
        _sign.Dispose();
        try
        {
            Directory.Delete(Place, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Something still writes there. The machine cleans its temporary folder itself.
        }
    }
}
