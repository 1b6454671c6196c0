using AngleSharp.Html.Parser;

namespace ActivationNotes.Course.Site.Document;

/// <summary>The words of a fragment of markup.</summary>
internal static class PlainText
{
    private static readonly HtmlParser s_parser = new();

    /// <summary>The text of the first paragraph, without its formulas' markup; empty when there is none.</summary>
    public static string FirstParagraph(string html) =>
        string.Join(' ', (s_parser.ParseDocument(html).QuerySelector("p")?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether a reader would see nothing.</summary>
    public static bool IsEmpty(string html)
    {
        var body = s_parser.ParseDocument(html).Body!;
        return string.IsNullOrWhiteSpace(body.TextContent) && body.QuerySelector("img, hr, table") is null;
    }
}
