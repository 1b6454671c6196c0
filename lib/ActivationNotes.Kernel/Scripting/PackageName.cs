namespace ActivationNotes.Kernel.Scripting;

/// <summary>What <c>#r "nuget: Name, Version"</c> names.</summary>
/// <param name="Name">The package.</param>
/// <param name="Version">The lowest version wanted, or "*" for the newest.</param>
internal sealed record PackageName(string Name, string Version)
{
    /// <summary>Reads the text between the quotes of a directive; false when it names no package.</summary>
    public static bool TryParse(string reference, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out PackageName? package)
    {
        package = null;
        var text = reference.Trim();
        if (!text.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase)) return false;
        var parts = text["nuget:".Length..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is < 1 or > 2 || !parts.All(part => part.All(symbol => char.IsAsciiLetterOrDigit(symbol) || "._-+*[]()".Contains(symbol, StringComparison.Ordinal))))
            throw new PackageException($"'{reference}' does not name a package; write #r \"nuget: Name, Version\".");
        package = new PackageName(parts[0], parts.Length == 2 ? parts[1] : "*");
        return true;
    }
}
