using System.Globalization;
using System.Text;
using ActivationNotes.Course.Site.Document;
using ActivationNotes.Course.Site.References;
using static ActivationNotes.Course.Site.Html.HtmlText;

namespace ActivationNotes.Course.Site.Html;

/// <summary>The works that lessons cite, each with the lessons that do.</summary>
internal static class ReferencesPage
{
    /// <summary>The page.</summary>
    public static Appendix Of(Bibliography bibliography, IReadOnlyList<LessonDocument> lessons)
    {
        var content = new StringBuilder("<ul class=\"works\">\n");
        var ordered = bibliography.Works.Values.OrderBy(work => work.Authors[0].Family, StringComparer.OrdinalIgnoreCase).ThenBy(work => work.Year).ThenBy(work => work.Key, StringComparer.Ordinal);
        foreach (var work in ordered)
        {
            var title = work.Address is null ? $"<cite>{Escape(work.Title)}</cite>" : $"<a href=\"{Escape(work.Address.AbsoluteUri)}\" rel=\"noopener noreferrer\"><cite>{Escape(work.Title)}</cite></a>";
            var container = work.Container.Length > 0 ? $" {Escape(work.Container)}." : "";
            var citing = string.Join(", ", lessons.Where(lesson => lesson.Citations.Contains(work.Key)).Select(lesson => $"<a href=\"{lesson.FileName}\">{Escape(PageShell.Label(lesson))}</a>"));
            content.Append(CultureInfo.InvariantCulture, $"<li id=\"{work.Key}\">{Escape(work.AuthorList)} ({work.Year}). {title}.{container}{(citing.Length > 0 ? $" <span class=\"cited\">Cited in {citing}.</span>" : "")}</li>\n");
        }

        return new Appendix(CitationRenderer.Page, "References", "The works that the lessons cite, with the lessons that cite them.", content.Append("</ul>\n").ToString());
    }
}
