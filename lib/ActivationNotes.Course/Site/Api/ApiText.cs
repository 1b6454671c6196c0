using System.Text;
using System.Xml;
using System.Xml.Linq;
using ActivationNotes.Course.Site.Document;
using static ActivationNotes.Course.Site.Html.HtmlText;

namespace ActivationNotes.Course.Site.Api;

/// <summary>A documentation comment as a page shows it.</summary>
/// <param name="Summary">Its first part, as markup that may stand within a paragraph.</param>
/// <param name="Html">All of it.</param>
/// <param name="Words">The summary without markup.</param>
internal sealed record ApiText(string Summary, string Html, string Words)
{
    /// <summary>Reads a comment.</summary>
    /// <param name="xml">What the compiler wrote; may be empty.</param>
    /// <param name="place">The symbol, for messages.</param>
    /// <param name="addresses">Where symbols are described, by their documentation id.</param>
    /// <exception cref="CourseException">It refers to a symbol that does not exist, or is no XML.</exception>
    public static ApiText Of(string xml, string place, IReadOnlyDictionary<string, string> addresses)
    {
        if (Parse(xml, place) is not { } root) return new ApiText("", "", "");
        var summary = root.Element("summary") is { } first ? Inline(first, place, addresses) : "";
        var html = new StringBuilder();
        if (summary.Length > 0) html.Append($"<p>{summary}</p>");
        Entries(html, root.Elements("typeparam").Concat(root.Elements("param")), one => $"<code>{Escape((string?)one.Attribute("name") ?? "")}</code>", place, addresses);
        if (root.Element("returns") is { } returns) html.Append($"<p><span class=\"label\">Returns</span> {Inline(returns, place, addresses)}</p>");
        if (root.Element("value") is { } value) html.Append($"<p>{Inline(value, place, addresses)}</p>");
        Entries(html, root.Elements("exception"), one => Reference((string?)one.Attribute("cref") ?? "", "", place, addresses), place, addresses);
        foreach (var more in root.Elements("remarks").Concat(root.Elements("example"))) html.Append($"<p>{Inline(more, place, addresses)}</p>");
        return new ApiText(summary, html.ToString(), PlainText.Words(root.Element("summary")?.Value ?? ""));
    }

    /// <summary>Reads what a type's comment says of one of its parameters.</summary>
    public static ApiText OfParameter(string xml, string name, string place, IReadOnlyDictionary<string, string> addresses)
    {
        var parameter = Parse(xml, place)?.Elements("param").FirstOrDefault(one => (string?)one.Attribute("name") == name);
        if (parameter is null) return new ApiText("", "", "");
        var text = Inline(parameter, place, addresses);
        return new ApiText(text, $"<p>{text}</p>", PlainText.Words(parameter.Value));
    }

    private static XElement? Parse(string xml, string place)
    {
        try
        {
            return xml.Length == 0 ? null : XElement.Parse(xml.StartsWith("<member", StringComparison.Ordinal) || xml.StartsWith("<doc", StringComparison.Ordinal) ? xml : $"<doc>{xml}</doc>", LoadOptions.PreserveWhitespace);
        }
        catch (XmlException error)
        {
            throw new CourseException($"{place}: its documentation is no XML: {error.Message}", error);
        }
    }

    private static void Entries(StringBuilder html, IEnumerable<XElement> entries, Func<XElement, string> name, string place, IReadOnlyDictionary<string, string> addresses)
    {
        var rows = string.Concat(entries.Select(one => $"<li>{name(one)}: {Inline(one, place, addresses)}</li>"));
        if (rows.Length > 0) html.Append($"<ul>{rows}</ul>");
    }

    private static string Inline(XElement parent, string place, IReadOnlyDictionary<string, string> addresses) => string.Concat(parent.Nodes().Select(node => node switch
    {
        XText text => Escape(Spaces(text.Value)),
        XElement element => Inline(element, place, addresses, Inline(element, place, addresses)),
        _ => "",
    })).Trim();

    private static string Inline(XElement element, string place, IReadOnlyDictionary<string, string> addresses, string text) => element.Name.LocalName switch
    {
        "see" or "seealso" when element.Attribute("cref") is { } cref => Reference(cref.Value, text, place, addresses),
        "see" when element.Attribute("langword") is { } word => $"<code>{Escape(word.Value)}</code>",
        "see" when element.Attribute("href") is { } address && Uri.TryCreate(address.Value, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps =>
            $"<a href=\"{Escape(uri.AbsoluteUri)}\" rel=\"noopener noreferrer\">{(text.Length > 0 ? text : Escape(address.Value))}</a>",
        "paramref" or "typeparamref" => $"<code>{Escape((string?)element.Attribute("name") ?? "")}</code>",
        "c" => $"<code>{text}</code>",
        // What a paragraph cannot hold ends it, and another begins after it.
        "code" => $"</p><pre class=\"signature\">{Escape(element.Value.Trim('\n'))}</pre><p>",
        "para" => $"</p><p>{text}",
        "list" => $"</p><ul>{text}</ul><p>",
        "item" => $"<li>{text}</li>",
        "b" or "em" or "i" or "strong" => $"<{element.Name.LocalName}>{text}</{element.Name.LocalName}>",
        _ => text,
    };

    private static string Reference(string cref, string text, string place, IReadOnlyDictionary<string, string> addresses)
    {
        if (cref.StartsWith("!:", StringComparison.Ordinal)) throw new CourseException($"{place}: its documentation refers to \"{cref[2..]}\", which does not exist.");
        var name = cref[(cref.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('(')[0].Split('.')[^1].Split('`')[0];
        var shown = text.Length > 0 ? text : $"<code>{Escape(name)}</code>";
        return addresses.TryGetValue(cref, out var address) ? $"<a href=\"{Escape(address)}\">{shown}</a>" : shown;
    }

    private static string Spaces(string text)
    {
        var inner = PlainText.Words(text);
        if (inner.Length == 0) return text.Length > 0 ? " " : "";
        return (char.IsWhiteSpace(text[0]) ? " " : "") + inner + (char.IsWhiteSpace(text[^1]) ? " " : "");
    }
}
