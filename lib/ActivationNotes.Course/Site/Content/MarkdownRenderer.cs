using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using ActivationNotes.Course.Site.Glossaries;
using ActivationNotes.Course.Site.References;
using AngleSharp;
using AngleSharp.Dom;
using Ganss.Xss;
using Markdig;
using Markdig.Renderers;

namespace ActivationNotes.Course.Site.Content;

/// <summary>Turns the Markdown of lessons into safe HTML: tables, footnotes, definition lists, formulas, coloured code.</summary>
/// <param name="mathematics">Typesets the formulas.</param>
/// <param name="bibliography">The works that texts may cite; none when left out.</param>
/// <param name="glossary">The terms whose first use on a page becomes a link; none when left out.</param>
public sealed partial class MarkdownRenderer(Mathematics mathematics, Bibliography? bibliography = null, Glossary? glossary = null)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseMathematics().UseFootnotes().UseDefinitionLists().UseEmphasisExtras().UseAutoLinks().Use<CitationParser>().Build();

    private readonly HtmlSanitizer sanitizer = OutputSanitizer.Create(inMarkdown: true);

    /// <summary>Renders one text.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="place">Where it is from, for errors: notebook and cell.</param>
    /// <param name="ids">The identifiers of the page so far; a page of its own when left out.</param>
    /// <param name="linked">The terms that the page has linked so far, and the symbols in its formulas; terms are left alone when it is left out.</param>
    /// <returns>HTML, and the headings and citations in it.</returns>
    /// <exception cref="CourseException">A formula does not parse, or a work is cited that nobody knows.</exception>
    public MarkdownContent Render(string markdown, string place, HeadingIds? ids = null, ISet<Term>? linked = null)
    {
        ids ??= new HeadingIds();
        var citations = new CitationRenderer(bibliography ?? Bibliography.Empty, place);
        var (raw, formulas) = ToRawHtml(markdown, citations);
        var typeset = formulas.ConvertAll(formula => Typeset(formula.Latex, formula.Display, place));

        using var document = sanitizer.SanitizeDom(raw);
        var body = document.Body!;
        ClearMarksFromAttributes(body);
        RenameFootnotes(body, ids.NextText());
        foreach (var link in body.QuerySelectorAll("a[href]")) RewriteLink(link);
        foreach (var table in body.QuerySelectorAll("table").Where(table => table.Closest("div.wide") is null)) Wrap(table, document);
        foreach (var formula in body.QuerySelectorAll(".formula")) LetScroll(formula, "Formula");
        foreach (var code in body.QuerySelectorAll("pre")) LetScroll(code, "Code");

        List<Heading> headings = [];
        foreach (var element in body.QuerySelectorAll("*").ToArray())
        {
            if (element.LocalName is ['h', >= '1' and <= '6' and var level])
            {
                var source = Mark().Replace(element.TextContent, match => Formula(match, formulas, formula => formula.Latex));
                element.Id = ids.For(source);
                headings.Add(Describe(element, level - '0', typeset));
            }
            else if (element.Id is { } id && !IsFootnote(id) && !ids.Take(id))
            {
                element.RemoveAttribute("id");
            }
        }
        if (linked is not null && glossary is not null)
        {
            glossary.Link(body, linked);
            linked.UnionWith(formulas.SelectMany(formula => glossary.SymbolsIn(formula.Latex)));
        }

        return new MarkdownContent(Fill(body.ChildNodes.ToHtml(HtmlFormatter.Instance), typeset), headings, citations.Keys);
    }

    private static (string Html, List<(string Latex, bool Display)> Formulas) ToRawHtml(string markdown, CitationRenderer citations)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        var marks = new MathRenderer();
        marks.AddTo(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<Markdig.Renderers.Html.CodeBlockRenderer>(new CodeBlockRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<Markdig.Renderers.Html.Inlines.HtmlInlineRenderer>(new InlineTagRenderer());
        renderer.ObjectRenderers.Insert(0, citations);
        renderer.Render(Markdown.Parse(MarkCharacter().Replace(markdown, "\ufffd"), Pipeline));
        return (writer.ToString(), marks.Formulas);
    }

    private string Typeset(string latex, bool display, string place)
    {
        try
        {
            return mathematics.ToMarkup(latex, display);
        }
        catch (MathematicsException error)
        {
            var dollars = display ? "$$" : "$";
            throw new CourseException($"{place}: the formula {dollars}{error.Latex}{dollars} does not parse: {error.Message} Correct it there.", error);
        }
    }

    /// <summary>A character reference could put a mark where markup must not go: into an attribute.</summary>
    private static void ClearMarksFromAttributes(IElement body)
    {
        foreach (var attribute in body.QuerySelectorAll("*").SelectMany(element => element.Attributes))
            attribute.Value = MarkCharacter().Replace(attribute.Value, "\ufffd");
    }

    private static bool IsFootnote(string id) => id.StartsWith("fn-", StringComparison.Ordinal) || id.StartsWith("fnref-", StringComparison.Ordinal);

    private static void RenameFootnotes(IElement body, int text)
    {
        var separator = string.Create(CultureInfo.InvariantCulture, $"-{text}-");
        foreach (var element in body.QuerySelectorAll("[id^='fn:'], [id^='fnref:']")) element.Id = element.Id!.Replace(":", separator, StringComparison.Ordinal);
        foreach (var link in body.QuerySelectorAll("a[href^='#fn:'], a[href^='#fnref:']"))
        {
            link.SetAttribute("href", link.GetAttribute("href")!.Replace(":", separator, StringComparison.Ordinal));
            if (link.ClassList.Contains("footnote-back-ref")) link.SetAttribute("aria-label", "Back to the text");
        }
    }

    private static void RewriteLink(IElement link)
    {
        var target = link.GetAttribute("href")!;
        if (Lesson().Match(target) is { Success: true } lesson)
            link.SetAttribute("href", $"{lesson.Groups["name"].Value}.html{lesson.Groups["fragment"].Value}");
        // Only another site's page needs the protection, and only it gets the attribute.
        if (!target.Contains(':', StringComparison.Ordinal) && !target.StartsWith("//", StringComparison.Ordinal)) link.RemoveAttribute("rel");
    }

    private static void Wrap(IElement table, IDocument document)
    {
        var wide = document.CreateElement("div");
        wide.ClassName = "wide";
        LetScroll(wide, "Table");
        table.Replace(wide);
        wide.AppendChild(table);
    }

    // What scrolls on a narrow page must be reachable by keys, without scripts too.
    private static void LetScroll(IElement element, string name)
    {
        element.SetAttribute("tabindex", "0");
        element.SetAttribute("role", "group");
        element.SetAttribute("aria-label", name);
    }

    private static Heading Describe(IElement element, int level, List<string> typeset)
    {
        var copy = (IElement)element.Clone();
        foreach (var reference in copy.QuerySelectorAll("a.footnote-ref").ToArray()) reference.Remove();
        foreach (var link in copy.QuerySelectorAll("a").ToArray()) link.Replace([.. link.ChildNodes]);
        foreach (var named in copy.QuerySelectorAll("[id]")) named.RemoveAttribute("id");
        var text = Mark().Replace(copy.TextContent, match => Formula(match, typeset, PlainText)).Trim();
        return new Heading(level, element.Id!, text, Fill(copy.ChildNodes.ToHtml(HtmlFormatter.Instance), typeset).Trim());
    }

    private static string Fill(string html, List<string> typeset) => Mark().Replace(html, match => Formula(match, typeset, markup => markup));

    private static string Formula<T>(Match mark, List<T> formulas, Func<T, string> text) =>
        int.TryParse(mark.Groups["index"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < formulas.Count
            ? text(formulas[index]) : "\ufffd";

    private static string PlainText(string markup) => InvisibleOperator().Replace(WebUtility.HtmlDecode(Tag().Replace(markup, "")), "");

    [GeneratedRegex(@"\ue000(?<index>[0-9]+)\ue001", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"[\ue000\ue001]", RegexOptions.CultureInvariant)]
    private static partial Regex MarkCharacter();

    // A notebook of the same folder, which is a page of the same folder.
    [GeneratedRegex(@"\A(\./)?(?<name>[0-9]{2}-[\w\-.]+)\.ipynb(?<fragment>#.*)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Lesson();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"[\u2061-\u2064\u200b]", RegexOptions.CultureInvariant)]
    private static partial Regex InvisibleOperator();
}
