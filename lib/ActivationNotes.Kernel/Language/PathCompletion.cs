namespace ActivationNotes.Kernel.Language;

/// <summary>Completes the file names in <c>#r "..."</c>, <c>#load "..."</c> and <c>#!import ...</c>.</summary>
internal static class PathCompletion
{
    /// <summary>The part of the path being typed, and what it may become; null when the line holds no such directive.</summary>
    /// <param name="line">The line up to the cursor.</param>
    /// <param name="folder">The folder relative paths start from.</param>
    public static (string Typed, IReadOnlyList<string> Matches)? TryComplete(string line, string folder)
    {
        var trimmed = line.TrimStart();
        string[] endings;
        if (trimmed.StartsWith("#r ", StringComparison.Ordinal)) endings = [".dll"];
        else if (trimmed.StartsWith("#load ", StringComparison.Ordinal)) endings = [".csx", ".cs"];
        else if (trimmed.StartsWith("#!import ", StringComparison.Ordinal)) endings = [".ipynb", ".csx", ".cs", ".dib"];
        else return null;

        var quote = trimmed.IndexOf('"', StringComparison.Ordinal);
        if (quote >= 0 && trimmed.IndexOf('"', quote + 1) >= 0) return null;
        // What #!import names may stand without quotes.
        if (quote < 0) quote = trimmed.StartsWith("#!", StringComparison.Ordinal) ? trimmed.IndexOf(' ', StringComparison.Ordinal) : -1;
        if (quote < 0) return null;
        var path = trimmed[(quote + 1)..];
        if (path.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase)) return null;
        var typed = path[(path.LastIndexOf('/') + 1)..];
        var place = Path.GetFullPath(Path.Combine(folder, path[..^typed.Length]));
        if (!Directory.Exists(place)) return (typed, []);
        var folders = Directory.EnumerateDirectories(place).Select(name => Path.GetFileName(name) + "/");
        var files = Directory.EnumerateFiles(place).Where(name => endings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase))
            .Select(name => Path.GetFileName(name));
        return (typed, [.. folders.Append("../").Concat(files).Where(name => name.StartsWith(typed, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)]);
    }
}
