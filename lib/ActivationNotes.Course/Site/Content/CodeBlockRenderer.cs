using System.Net;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace ActivationNotes.Course.Site.Content;

/// <summary>Writes a block of code in colours.</summary>
internal sealed class CodeBlockRenderer : HtmlObjectRenderer<CodeBlock>
{
    protected override void Write(HtmlRenderer renderer, CodeBlock obj)
    {
        var language = (obj as FencedCodeBlock)?.Info ?? "";
        renderer.EnsureLine().Write("<pre><code");
        if (language.Length > 0) renderer.Write(" class=\"language-").Write(WebUtility.HtmlEncode(language)).Write("\"");
        renderer.Write(">").Write(CodeHighlighter.ToHtml(obj.Lines.ToString(), language)).WriteLine("</code></pre>");
    }
}
