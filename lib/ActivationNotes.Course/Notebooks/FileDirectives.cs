using System.Text.RegularExpressions;

namespace ActivationNotes.Course.Notebooks;

/// <summary>The lines of a cell that name another file: <c>#r "..."</c>, <c>#load "..."</c> and <c>#!import ...</c>. Packages are none.</summary>
public static partial class FileDirectives
{
    /// <summary>The files as the code writes them.</summary>
    /// <param name="code">The text of a cell or of a script.</param>
    public static IEnumerable<string> Names(string code) => Directive().Matches(code).Select(match => match.Groups["name"].Value);

    /// <summary>The code with other names.</summary>
    /// <param name="code">The text of a cell.</param>
    /// <param name="rename">Gives the new name, of the directive ("r", "load", "!import") and the old one.</param>
    public static string Rename(string code, Func<string, string, string> rename) => Directive().Replace(code,
        match => match.Groups["before"].Value + rename(match.Groups["directive"].Value, match.Groups["name"].Value) + match.Groups["after"].Value);

    [GeneratedRegex("""
        ^(?<before>[ \t]*\#(?<directive>r|load)[ \t]*")(?<name>(?!\s*nuget:)[^"\r\n\0]+)(?<after>")
        |^(?<before>[ \t]*\#(?<directive>!import)[ \t]+"?)(?<name>[^"\s\0]([^"\r\n\0]*[^"\s\0])?)(?<after>"?[ \t]*\r?$)
        """, RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Directive();
}
