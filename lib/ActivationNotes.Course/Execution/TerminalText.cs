using System.Text.RegularExpressions;

namespace ActivationNotes.Course.Execution;

/// <summary>Text with terminal colours.</summary>
public static partial class TerminalText
{
    /// <summary>The text without escape sequences.</summary>
    public static string Strip(string text) => Sequence().Replace(text, "");

    [GeneratedRegex(@"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07\x1b]*(\x07|\x1b\\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Sequence();
}
