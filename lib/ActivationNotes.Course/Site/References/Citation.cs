using System.Text.RegularExpressions;

namespace ActivationNotes.Course.Site.References;

/// <summary>A work named in running text: <c>[@lecun1998, section 4.3; @glorot2010]</c> has two.</summary>
/// <param name="Key">The work.</param>
/// <param name="Locator">The place in it; empty when the whole is meant.</param>
public sealed partial record Citation(string Key, string Locator)
{
    /// <summary>Reads the citations that a text begins with.</summary>
    /// <param name="text">Text that begins with a bracket.</param>
    /// <param name="length">How many characters they take; 0 when there are none.</param>
    public static IReadOnlyList<Citation> Parse(string text, out int length)
    {
        var match = Group().Match(text);
        length = match.Length;
        return [.. match.Groups["one"].Captures.Select(one => one.Value.Split(',', 2)).Select(parts => new Citation(parts[0].Trim()[1..], parts.Length > 1 ? parts[1].Trim() : ""))];
    }

    [GeneratedRegex(@"\A\[(?<one>@[A-Za-z0-9-]+(,[^\];@]+)?)(;\s*(?<one>@[A-Za-z0-9-]+(,[^\];@]+)?))*\](?!\()", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Group();
}
