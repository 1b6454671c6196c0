namespace ActivationNotes.Course.Notebooks;

/// <summary>Where a path leads when all links on the way are followed: two names may mean one file.</summary>
public static class RealPath
{
    private static readonly StringComparison s_comparison = OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <summary>The place without links; what is not there yet keeps its name.</summary>
    /// <param name="path">A file or folder, there or not.</param>
    public static string Of(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(full) is not { } parent) return full;
        var place = Path.Combine(Of(parent), Path.GetFileName(full));
        try
        {
            return new FileInfo(place).ResolveLinkTarget(returnFinalTarget: true) is { } target ? Of(target.FullName) : place;
        }
        catch (IOException)
        {
            // It is not there, or its links go round.
            return place;
        }
    }

    /// <summary>Whether two paths mean one place.</summary>
    public static bool AreSame(string path, string other) => string.Equals(Of(path), Of(other), s_comparison);
}
