using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Publishing;

/// <summary>Puts a site in its place all at once: readers see the old one or the new one, never a half.</summary>
/// <param name="site">The folder of the site.</param>
public sealed class SitePublisher(string site)
{
    /// <summary>Whether the site that stands was made from the same things.</summary>
    /// <param name="key">A hash of all it is made from.</param>
    public bool IsCurrent(string key) => File.Exists(Path.Combine(site, "index.html")) && File.Exists(KeyPath) && File.ReadAllText(KeyPath) == key;

    /// <summary>Makes the site anew.</summary>
    /// <param name="key">A hash of all it is made from.</param>
    /// <param name="render">Writes the site into the folder it is given.</param>
    /// <exception cref="CourseException">The folder cannot be written; the old site stands.</exception>
    public void Publish(string key, Action<string> render)
    {
        foreach (var leftover in Directory.EnumerateDirectories(Path.GetDirectoryName(site)!, Path.GetFileName(site) + ".*.tmp")) Directory.Delete(leftover, recursive: true);
        var fresh = $"{site}.{Environment.ProcessId}.new.tmp";
        var old = $"{site}.{Environment.ProcessId}.old.tmp";
        try
        {
            Directory.CreateDirectory(fresh);
            render(fresh);
            File.Delete(KeyPath);
            if (Directory.Exists(site)) Directory.Move(site, old);
            try
            {
                Directory.Move(fresh, site);
            }
            catch (IOException) when (Directory.Exists(old))
            {
                Directory.Move(old, site);
                throw;
            }

            File.WriteAllText(KeyPath, key);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CourseException($"The site {site} cannot be written: {FileTrouble.Describe(error)} The site of before still stands.", error);
        }
        finally
        {
            foreach (var rest in new[] { fresh, old }.Where(Directory.Exists)) Directory.Delete(rest, recursive: true);
        }
    }

    /// <summary>Has the next build make the site anew, whatever it is made from.</summary>
    public void Forget() => AtomicFile.Discard(KeyPath);

    private string KeyPath => site + ".key";
}
