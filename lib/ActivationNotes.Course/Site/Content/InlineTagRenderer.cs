using System.Collections.Frozen;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace ActivationNotes.Course.Site.Content;

/// <summary>Shows tags that are no HTML as they are written: in "a List&lt;double&gt; of values" the author forgot the code marks, and the
/// rest of the sentence would vanish with the unknown element.</summary>
internal sealed class InlineTagRenderer : HtmlObjectRenderer<HtmlInline>
{
    private readonly IHtmlDocument document = new HtmlParser().ParseDocument("");

    // Elements of drawings and formulas, unknown outside of them: the sanitizer removes them with their parent.
    private static readonly FrozenSet<string> Foreign =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "animate", "set", "mtext", "mglyph", "maction", "foreignobject", "annotation-xml", "use");

    protected override void Write(HtmlRenderer renderer, HtmlInline obj)
    {
        var name = new string([.. obj.Tag.Skip(1).SkipWhile(character => character == '/').TakeWhile(char.IsAsciiLetterOrDigit)]);
        if (name.Length > 0 && !Foreign.Contains(name) && document.CreateElement(name) is IHtmlUnknownElement) renderer.WriteEscape(obj.Tag);
        else if (renderer.EnableHtmlForInline) renderer.Write(obj.Tag);
    }
}
