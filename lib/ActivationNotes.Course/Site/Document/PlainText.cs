using AngleSharp.Html.Parser;

namespace ActivationNotes.Course.Site.Document;

/// <summary>The words of a fragment of markup.</summary>
internal static class PlainText
{
    private static readonly HtmlParser s_parser = new();

    /// <summary>The text of the first paragraph, without its formulas' markup; empty when there is none.</summary>
    public static string FirstParagraph(string html) =>
        Words(s_parser.ParseDocument(html).QuerySelector("p")?.TextContent ?? "");

    /// <summary>The text under each heading that links can reach, in order; what stands before the first has none.</summary>
    public static IEnumerable<(string? Id, string Heading, string Words)> Sections(string html)
    {
        var body = s_parser.ParseDocument(html).Body!;
        foreach (var source in body.QuerySelectorAll("annotation")) source.Remove();
        var (id, heading, words) = ((string?)null, "", new List<string>());
        foreach (var element in body.Children)
        {
            if (element.LocalName is "h1" or "h2" or "h3" or "h4" && element.Id is { Length: > 0 })
            {
                yield return (id, heading, string.Join(' ', words));
                (id, heading, words) = (element.Id, Words(element.TextContent), []);
            }
            else
            {
                words.Add(Words(element.TextContent));
            }
        }

        yield return (id, heading, string.Join(' ', words));
    }

    /// <summary>Whether a reader would see nothing.</summary>
    public static bool IsEmpty(string html)
    {
        var body = s_parser.ParseDocument(html).Body!;
        return string.IsNullOrWhiteSpace(body.TextContent) && body.QuerySelector("img, hr, table") is null;
    }

    /// <summary>The words of a text with one space between them.</summary>
    public static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
