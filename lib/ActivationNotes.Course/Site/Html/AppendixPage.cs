using static ActivationNotes.Course.Site.Html.HtmlText;

namespace ActivationNotes.Course.Site.Html;

/// <summary>A page beside the lessons.</summary>
internal static class AppendixPage
{
    /// <summary>Writes the page.</summary>
    public static string Write(Appendix appendix, SiteMap map)
    {
        var content = $"""
            <div class="page alone">
            <main id="content">
            <article>
            <h1>{Escape(appendix.Title)}</h1>
            {appendix.Content}
            </article>
            </main>
            </div>
            """;
        return PageShell.Write($"{appendix.Title} · ActivationNotes", appendix.Description, "appendix", map, appendix.FileName, null, content);
    }
}
