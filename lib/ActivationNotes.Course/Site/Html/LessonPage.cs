using ActivationNotes.Course.Replication;
using ActivationNotes.Course.Site.Document;
using ActivationNotes.Course.Site.Figures;
using static ActivationNotes.Course.Site.Html.HtmlText;

namespace ActivationNotes.Course.Site.Html;

/// <summary>The page of a lesson.</summary>
internal static class LessonPage
{
    /// <summary>Writes the page.</summary>
    public static string Write(
        LessonDocument lesson, SiteMap map, IReadOnlyDictionary<string, FigurePictures> pictures, string? library, IReadOnlyDictionary<string, Replicated> replications)
    {
        var index = map.Lessons.ToList().IndexOf(lesson);
        var contents = string.Concat(lesson.Headings.Where(heading => heading.Level is 2 or 3)
            .Select(heading => $"<li class=\"level-{heading.Level}\"><a href=\"#{heading.Id}\">{heading.Html}</a></li>"));
        var outline = contents.Length == 0 ? "" : $"<nav class=\"contents\" aria-label=\"On this page\"><details open><summary>On this page</summary><ol>{contents}</ol></details></nav>";
        var content = $"""
            <div class="page">
            {outline}
            <main id="content">
            <article>
            <h1>{Escape(lesson.Title)}</h1>
            <p class="meta"><a href="notebooks/{lesson.Name}.ipynb" download>Download the notebook</a> <span aria-hidden="true">·</span> <a href="executed/{lesson.Name}.ipynb" download>with its outputs</a></p>
            {(lesson.Stop is null ? "" : "<p class=\"stopped\"><a href=\"#stopped\">This lesson did not run to its end</a>: it is shown as far as it came.</p>")}
            {BlockWriter.Write(lesson.Blocks, pictures, replications)}
            </article>
            <nav class="neighbours" aria-label="Previous and next lesson">{Neighbour(map.Lessons, index - 1, "prev", "Previous")}{Neighbour(map.Lessons, index + 1, "next", "Next")}</nav>
            </main>
            </div>
            """;
        return PageShell.Write($"{lesson.Title} · ActivationNotes", lesson.Summary, "lesson", map, lesson.FileName, library, content);
    }

    private static string Neighbour(IReadOnlyList<LessonDocument> lessons, int index, string relation, string word) =>
        index < 0 || index >= lessons.Count
            ? ""
            : $"<a rel=\"{relation}\" href=\"{lessons[index].FileName}\"><span>{word}</span> {Escape(PageShell.Label(lessons[index]))}</a>";
}
