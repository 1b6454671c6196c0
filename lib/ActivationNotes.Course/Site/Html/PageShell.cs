using ActivationNotes.Course.Site.Document;
using static ActivationNotes.Course.Site.Html.HtmlText;

namespace ActivationNotes.Course.Site.Html;

/// <summary>What every page of the site has around its content.</summary>
internal static class PageShell
{
    /// <summary>What a page of the site may load: scripts from files of the site only; styles may stand in the page, since MathML and plotly.js set some.</summary>
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; "
        + "frame-src 'self'; base-uri 'none'; form-action 'none'";

    /// <summary>A whole page.</summary>
    /// <param name="title">For the browser's window and for search engines.</param>
    /// <param name="description">One sentence.</param>
    /// <param name="kind">"landing", "lesson" or "appendix".</param>
    /// <param name="map">Where the navigation leads.</param>
    /// <param name="current">The file of the page shown.</param>
    /// <param name="library">The file of the plotting library; null when no lesson has a figure.</param>
    /// <param name="content">What stands inside main.</param>
    public static string Write(
        string title, string description, string kind, SiteMap map, string current, string? library, string content)
    {
        string Link(string file, string text) => $"<li><a href=\"{file}\"{(file == current ? " aria-current=\"page\"" : "")}>{Escape(text)}</a></li>";
        var links = string.Concat(map.Lessons.Select(lesson => Link(lesson.FileName, Label(lesson))));
        var appendices = string.Concat(map.Appendices.Where(page => page.IsListed).Select(page => Link(page.FileName, page.Title)));
        return $"""
            {Beginning(title, "")}
            <meta name="description" content="{Escape(description)}">
            <link rel="icon" href="assets/icon.svg" type="image/svg+xml">
            <script src="assets/course.js" defer{(library is null ? "" : $" data-plotly=\"assets/{library}\"")}></script>
            </head>
            <body class="{kind}">
            <a class="skip" href="#content">Skip to the content</a>
            <header class="site">
            <a class="brand" href="index.html"><svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true"><path d="M3 26 C 17 26, 15 6, 29 6" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round"/></svg><span>ActivationNotes</span></a>
            <nav aria-label="Lessons"><ul>{links}</ul></nav>
            <button class="search" type="button" aria-keyshortcuts="/" hidden>Search</button>
            <button class="theme" type="button" hidden>Theme</button>
            </header>
            {content}
            <footer class="site">
            <nav aria-label="Beside the lessons"><ul>{appendices}</ul></nav>
            <p>ActivationNotes: what lessons measure was computed by the code beside it; published numbers name their source. Code and text under the MIT licence; data as stated with each file.</p>
            </footer>
            </body>
            </html>

            """;
    }

    /// <summary>How every document of the site begins: what it may load, its title, its style and its theme. The head is still open.</summary>
    /// <param name="title">For the browser's window.</param>
    /// <param name="home">The way from its folder to the site's: "" or "../".</param>
    public static string Beginning(string title, string home) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{Policy}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{Escape(title)}</title>
        <link rel="stylesheet" href="{home}assets/course.css">
        <script src="{home}assets/theme.js"></script>
        """;

    /// <summary>A lesson's title with its number: "01 The sigmoid".</summary>
    public static string Label(LessonDocument lesson)
    {
        var number = lesson.Name.Split('-')[0];
        return number.All(char.IsAsciiDigit) && !lesson.Title.StartsWith(number, StringComparison.Ordinal) ? $"{number} {lesson.Title}" : lesson.Title;
    }
}
