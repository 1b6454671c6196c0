using System.Globalization;
using System.Text;

namespace ActivationNotes.Course.Site.Content;

/// <summary>The identifiers taken within one page. A page's cells share one instance, so that no two headings answer to the same link.</summary>
public sealed class HeadingIds
{
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
    private int texts;

    /// <summary>Names the page itself uses.</summary>
    /// <param name="reserved">Identifiers no heading may have.</param>
    public HeadingIds(params IEnumerable<string> reserved) => taken.UnionWith(reserved);

    /// <summary>The identifier GitHub and Jupyter readers would expect: small letters, punctuation dropped, hyphens for spaces,
    /// <c>-1</c>, <c>-2</c>... where it is taken.</summary>
    /// <param name="text">The heading's text.</param>
    /// <returns>The identifier, now taken.</returns>
    public string For(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var rune in text.Trim().EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value is '_' or '-' || Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark)
                slug.Append(Rune.ToLowerInvariant(rune));
            else if (Rune.IsWhiteSpace(rune))
                slug.Append('-');
        }
        var name = slug.Length == 0 ? "section" : slug.ToString();
        var id = name;
        for (var count = 1; !taken.Add(id); count++) id = string.Create(CultureInfo.InvariantCulture, $"{name}-{count}");
        return id;
    }

    /// <summary>Takes an identifier as it is; false when the page has it already.</summary>
    internal bool Take(string id) => taken.Add(id);

    /// <summary>A number for the next text of the page: tells its footnotes from those of other cells.</summary>
    internal int NextText() => ++texts;
}
