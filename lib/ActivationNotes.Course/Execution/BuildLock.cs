using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Execution;

/// <summary>Lets one process at a time write into the artifacts.</summary>
public sealed class BuildLock : IDisposable
{
    private readonly FileStream _file;

    private BuildLock(FileStream file) => _file = file;

    /// <summary>Waits until no other process holds the lock.</summary>
    /// <param name="folder">The folder to guard; it is made when it is missing.</param>
    /// <param name="waiting">Called once when there is something to wait for.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="CourseException">The folder cannot be written to.</exception>
    public static async Task<BuildLock> TakeAsync(string folder, Action waiting, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, ".lock");
        for (var first = true; ; first = false)
        {
            try
            {
                Directory.CreateDirectory(folder);
                return new BuildLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (Exception error) when (error is UnauthorizedAccessException or DirectoryNotFoundException || (error is IOException && !File.Exists(path)))
            {
                throw new CourseException($"The folder {folder} cannot be written to: {FileTrouble.Describe(error)}", error);
            }
            catch (IOException)
            {
                if (first) waiting();
                await Task.Delay(100, cancellation);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
