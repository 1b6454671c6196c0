namespace ActivationNotes.Course.Serving;

/// <summary>Notices that something changed in folders, from the moment it is made.</summary>
public sealed class SourceWatcher : IDisposable
{
    private static readonly TimeSpan s_quietTime = TimeSpan.FromMilliseconds(300);

    private readonly SemaphoreSlim _changed = new(0);
    private readonly FileSystemWatcher[] _watchers;

    /// <summary>Begins to watch.</summary>
    /// <param name="folders">The folders, with all below them; those that are missing are left out.</param>
    public SourceWatcher(IEnumerable<string> folders) => _watchers = [.. folders.Where(Directory.Exists).Select(Watch)];

    /// <summary>Completes when something has changed since the last time, and nothing more changes.</summary>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        await _changed.WaitAsync(cancellation);
        // Editors write a file in several steps, and a build of the libraries writes many.
        while (await _changed.WaitAsync(s_quietTime, cancellation))
        {
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var watcher in _watchers) watcher.Dispose();
        _changed.Dispose();
    }

    private FileSystemWatcher Watch(string folder)
    {
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite };
        watcher.Changed += (_, _) => _changed.Release();
        watcher.Created += (_, _) => _changed.Release();
        watcher.Deleted += (_, _) => _changed.Release();
        watcher.Renamed += (_, _) => _changed.Release();
        // So much changed at once that the system could not say what.
        watcher.Error += (_, _) => _changed.Release();
        watcher.EnableRaisingEvents = true;
        return watcher;
    }
}
