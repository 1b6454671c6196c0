using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Ganss.Xss;

namespace ActivationNotes.Course.Site.Content;

/// <summary>Makes the HTML of an output safe to stand in a page: what a cell prints may show anything, but not do anything.</summary>
public static partial class OutputSanitizer
{
    private static readonly string[] CommonTags =
    [
        "a", "abbr", "b", "bdi", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt",
        "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "rp",
        "rt", "ruby", "s", "samp", "section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead",
        "time", "tr", "u", "ul", "var", "wbr",
    ];

    private static readonly string[] CommonAttributes =
    [
        "align", "alt", "aria-hidden", "class", "colspan", "dir", "height", "href", "lang", "open", "reversed", "rowspan", "scope", "span", "src", "start",
        "style", "title", "type", "valign", "value", "width",
    ];

    // What points at other parts of the page, or changes how it is walked through: the text's business, not an output's.
    private static readonly string[] MarkdownAttributes = ["id", "role", "aria-label", "aria-describedby", "aria-labelledby", "tabindex"];

    // Nothing that takes content out of its place (position, z-index, negative margins) or that loads something (url is refused below).
    private static readonly string[] SafeProperties =
    [
        "background-color", "border", "border-bottom", "border-collapse", "border-color", "border-left", "border-radius", "border-right",
        "border-spacing", "border-style", "border-top", "border-width", "color", "display", "font-family", "font-size", "font-style", "font-variant",
        "font-weight", "height", "letter-spacing", "line-height", "list-style-type", "max-height", "max-width", "min-height", "min-width",
        "overflow", "overflow-x", "overflow-y", "padding", "padding-bottom", "padding-left", "padding-right", "padding-top", "text-align",
        "text-decoration", "text-transform", "vertical-align", "white-space", "width", "word-break",
    ];

    /// <summary>The safe part of an output's HTML.</summary>
    /// <param name="html">HTML from a cell, trusted in nothing.</param>
    /// <returns>The same with scripts, styles, frames, forms, drawings, event handlers, ids, links other than http, https, mailto and relative
    /// ones, and images other than embedded bitmaps gone. Tables and the foldable trees of values stay as they were.</returns>
    public static string Clean(string html) => Create(inMarkdown: false).Sanitize(html);

    /// <summary>The rules for output, or those for our own Markdown, where ids, formulas and images beside the page are part of the text.</summary>
    internal static HtmlSanitizer Create(bool inMarkdown)
    {
        var options = new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(CommonTags, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(CommonAttributes, StringComparer.OrdinalIgnoreCase),
            AllowedCssProperties = new HashSet<string>(SafeProperties, StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(["http", "https", "mailto"], StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href", "src"], StringComparer.OrdinalIgnoreCase),
            AllowedAtRules = new HashSet<AngleSharp.Css.Dom.CssRuleType>(),
        };
        if (inMarkdown) options.AllowedAttributes.UnionWith(MarkdownAttributes);
        var sanitizer = new HtmlSanitizer(options)
        {
            AllowDataAttributes = false,
            KeepChildNodes = false,
            DisallowCssPropertyValue = ActingValue(),
        };
        // Images are judged on their own: a data URL is right there and nowhere else.
        sanitizer.FilterUrl += (_, filter) =>
        {
            if (filter.Tag.LocalName == "img") filter.SanitizedUrl = IsImage(filter.OriginalUrl, inMarkdown) ? filter.OriginalUrl.Trim() : null;
        };
        sanitizer.PostProcessNode += (_, processed) =>
        {
            if (processed.Node is not IElement element) return;
            if (element.LocalName == "a" && element.HasAttribute("href"))
                element.SetAttribute("rel", "noopener noreferrer");
            if (element.LocalName == "img" && !element.HasAttribute("src")) element.Remove();
        };
        return sanitizer;
    }

    private static bool IsImage(string url, bool inMarkdown) =>
        EmbeddedImage().IsMatch(url.Trim()) || (inMarkdown && RelativePath().IsMatch(url.Trim()));

    [GeneratedRegex(@"\Adata:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex EmbeddedImage();

    // A value is kept as text when it holds a var(), whatever else it holds.
    [GeneratedRegex(@"[<>\\@]|url|image|expression|attr\s*\(", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ActingValue();

    // A path below or beside the page: neither a scheme, nor another host, nor the root of this one.
    [GeneratedRegex(@"\A(\.{1,2}/)*[\w\-.]+(/[\w\-.]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex RelativePath();
}
