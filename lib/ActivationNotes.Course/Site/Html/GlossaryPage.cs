using System.Text;
using ActivationNotes.Course.Site.Content;
using ActivationNotes.Course.Site.Document;
using ActivationNotes.Course.Site.Glossaries;
using static ActivationNotes.Course.Site.Html.HtmlText;

namespace ActivationNotes.Course.Site.Html;

/// <summary>The terms and symbols of the course.</summary>
internal static class GlossaryPage
{
    /// <summary>The page.</summary>
    /// <exception cref="CourseException">A term comes from a lesson that is not there, or a formula does not parse.</exception>
    public static Appendix Of(Glossary glossary, IReadOnlyList<LessonDocument> lessons, MarkdownRenderer markdown)
    {
        var content = new StringBuilder("<p>The first use of a term in a lesson leads here. Under a symbol stand all lessons that use it.</p>\n");
        foreach (var (heading, terms) in new[] { ("Symbols", glossary.Terms.Where(term => term.Forms.Count == 0)), ("Terms", glossary.Terms.Where(term => term.Forms.Count > 0).OrderBy(term => term.Name, StringComparer.OrdinalIgnoreCase)) })
        {
            if (!terms.Any()) continue;
            content.Append($"<h2 id=\"{heading.ToLowerInvariant()}\">{heading}</h2>\n<dl class=\"glossary\">\n");
            foreach (var term in terms)
            {
                var place = $"glossary.json, term \"{term.Name}\"";
                var lesson = lessons.FirstOrDefault(lesson => lesson.Name == term.Lesson)
                    ?? throw new CourseException($"{place}: there is no lesson called \"{term.Lesson}\".");
                content.Append($"<dt id=\"{term.Id}\">{Inline(markdown.Render(term.Name, place).Html)}</dt>\n<dd>{markdown.Render(term.Definition, place).Html}"
                    + $"<p class=\"introduced\"><a href=\"{lesson.FileName}\">{Escape(PageShell.Label(lesson))}</a>{Others(term, lesson)}</p></dd>\n");
            }

            content.Append("</dl>\n");
        }

        return new Appendix(Glossary.Page, "Glossary", "The terms and symbols of the course, each in a sentence or two.", content.ToString());

        // A word is linked where it is used first; of a symbol, only this page says where.
        string Others(Term term, LessonDocument first) => term.Latex.Count == 0 ? "" : string.Concat(lessons.Where(lesson => lesson != first && lesson.Terms.Contains(term))
            .Select(lesson => $" · <a href=\"{lesson.FileName}\">{Escape(PageShell.Label(lesson))}</a>"));
    }

    private static string Inline(string html) => html.Trim().Replace("<p>", "", StringComparison.Ordinal).Replace("</p>", "", StringComparison.Ordinal);
}
