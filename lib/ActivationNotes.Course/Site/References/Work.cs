namespace ActivationNotes.Course.Site.References;

/// <summary>A work that lessons cite.</summary>
/// <param name="Key">The name citations use: "lecun1998".</param>
/// <param name="Authors">The family names, and the given names as written.</param>
/// <param name="Year">The year it appeared.</param>
/// <param name="Title">Its title.</param>
/// <param name="Container">The journal, book or proceedings it is part of, with volume and pages; empty when it stands alone.</param>
/// <param name="Address">Where it can be found; null when nothing is known.</param>
public sealed record Work(string Key, IReadOnlyList<(string Family, string Given)> Authors, int Year, string Title, string Container, Uri? Address)
{
    /// <summary>How running text names it: "LeCun et al. 1998".</summary>
    public string Label => Authors switch
    {
        [var one] => $"{one.Family} {Year}",
        [var first, var second] => $"{first.Family} and {second.Family} {Year}",
        [var first, ..] => $"{first.Family} et al. {Year}",
        _ => $"{Title} {Year}",
    };

    /// <summary>All authors: "Y. LeCun, L. Bottou and G. Orr".</summary>
    public string AuthorList
    {
        get
        {
            string[] names = [.. Authors.Select(author => $"{author.Given} {author.Family}".Trim())];
            return names.Length < 2 ? string.Concat(names) : $"{string.Join(", ", names[..^1])} and {names[^1]}";
        }
    }
}
