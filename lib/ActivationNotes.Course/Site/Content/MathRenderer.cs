using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace ActivationNotes.Course.Site.Content;

/// <summary>Writes a mark in the place of each formula; <see cref="MarkdownRenderer"/> puts the typeset formula there once the text is safe.</summary>
/// <remarks>The mark is text between two characters of the private use area, which no Markdown reaches this renderer with.</remarks>
internal sealed class MathRenderer
{
    public const char Open = '\ue000';
    public const char Close = '\ue001';

    public List<(string Latex, bool Display)> Formulas { get; } = [];

    public void AddTo(HtmlRenderer renderer)
    {
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathInlineRenderer>(new Inline(this));
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathBlockRenderer>(new Block(this));
    }

    private string Mark(string latex, bool display)
    {
        Formulas.Add((latex, display));
        return $"{Open}{Formulas.Count - 1}{Close}";
    }

    private sealed class Inline(MathRenderer owner) : HtmlObjectRenderer<MathInline>
    {
        protected override void Write(HtmlRenderer renderer, MathInline obj)
        {
            var latex = obj.Content.ToString();
            // Within an alternative text there is no room for elements: the source is what can be read out.
            if (!renderer.EnableHtmlForInline) renderer.WriteEscape(latex);
            else if (obj.DelimiterCount == 2) renderer.Write("<span class=\"formula\">").Write(owner.Mark(latex, display: true)).Write("</span>");
            else renderer.Write(owner.Mark(latex, display: false));
        }
    }

    private sealed class Block(MathRenderer owner) : HtmlObjectRenderer<MathBlock>
    {
        protected override void Write(HtmlRenderer renderer, MathBlock obj) =>
            renderer.EnsureLine().Write("<div class=\"formula\">").Write(owner.Mark(obj.Lines.ToString(), display: true)).WriteLine("</div>");
    }
}
