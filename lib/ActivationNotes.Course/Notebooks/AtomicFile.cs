using System.Text;

namespace ActivationNotes.Course.Notebooks;

/// <summary>Files that are complete or not there: written beside their place, then moved onto it.</summary>
public static class AtomicFile
{
    /// <summary>Writes a text file as UTF-8.</summary>
    /// <param name="path">The file; its folder is made when it is missing.</param>
    /// <param name="text">The content; half surrogate pairs must have been escaped.</param>
    /// <exception cref="CourseException">It cannot be written; says why, and that nothing was left behind.</exception>
    public static void Write(string path, string text) => Write(path, stream => stream.Write(new UTF8Encoding(false).GetBytes(text)));

    /// <summary>Writes a file.</summary>
    /// <param name="path">The file; its folder is made when it is missing.</param>
    /// <param name="content">Writes the content.</param>
    /// <exception cref="CourseException">It cannot be written; says why, and that nothing was left behind.</exception>
    public static void Write(string path, Action<Stream> content)
    {
        // The process is part of the name: two builds at once never write into each other's file.
        var temporary = $"{path}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None)) content(stream);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Discard(temporary);
            throw new CourseException($"{path} cannot be written: {FileTrouble.Describe(error)} What was there before is unchanged.", error);
        }
    }

    /// <summary>Deletes a file if it is there and can be deleted.</summary>
    public static void Discard(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It is a leftover nobody reads: failing because of it would hide the real problem.
        }
    }
}
