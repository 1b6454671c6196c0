using System.Text;
using ActivationNotes.Course.Notebooks;
using ActivationNotes.Course.Site;
using ActivationNotes.Course.Site.Figures;
using ActivationNotes.Course.Site.Glossaries;
using ActivationNotes.Course.Site.Html;
using ActivationNotes.Course.Site.References;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using static ActivationNotes.Course.Site.Html.HtmlText;

namespace ActivationNotes.Course.Publishing;

/// <summary>The whole site as one PDF: title, contents, every lesson, and the pages of claims, terms and works.</summary>
public static class PrintedCourse
{
    private static readonly string[] s_appendices = [ClaimsPage.Page, Glossary.Page, CitationRenderer.Page];

    private static readonly string[] s_folders = ["assets", "figures"];

    /// <summary>Prints the site.</summary>
    /// <param name="site">The folder that holds index.html.</param>
    /// <param name="browser">The Chromium that prints.</param>
    /// <param name="path">The PDF; replaced when it is complete.</param>
    /// <exception cref="CourseException">A figure has no picture, or the browser printed nothing; the file of before still stands.</exception>
    public static void Write(string site, string browser, string path)
    {
        if (!FigurePhotographer.IsComplete(site)) throw new CourseException($"Some figures of the site have no picture, so {path} was left as it was. Does {browser} start from a terminal?");
        using var press = new TemporaryFolder();
        foreach (var file in s_folders.Select(name => Path.Combine(site, name)).Where(Directory.Exists).SelectMany(Directory.EnumerateFiles).Where(file => Path.GetExtension(file) is ".css" or ".woff2" or ".svg"))
        {
            var copy = press.Entry(Path.GetRelativePath(site, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var page = press.Entry("course.html");
        var printed = press.Entry("course.pdf");
        File.WriteAllText(page, Join(site), new UTF8Encoding(false));
        HeadlessBrowser.Run(browser, press.Entry("profile"), "--no-pdf-header-footer", "--generate-pdf-document-outline", "--export-tagged-pdf", $"--print-to-pdf={printed}", new Uri(page).AbsoluteUri);
        if (!File.Exists(printed)) throw new CourseException($"{browser} printed nothing, so {path} was left as it was. Does it start from a terminal?");
        AtomicFile.Write(path, stream => stream.Write(File.ReadAllBytes(printed)));
    }

    /// <summary>All pages as one, as paper needs it: folds open, one picture for each figure, links that lead from place to place.</summary>
    /// <param name="site">The folder that holds index.html.</param>
    public static string Join(string site)
    {
        var names = Directory.EnumerateFiles(Path.Combine(site, "notebooks"), "*.ipynb").Select(file => Path.GetFileNameWithoutExtension(file) + ".html").Order(StringComparer.Ordinal)
            .Concat(s_appendices.Where(name => File.Exists(Path.Combine(site, name)))).ToArray();
        var chapters = Array.ConvertAll(names, name => Chapter(site, name, names));
        return $"""
            <!DOCTYPE html>
            <html lang="en" data-theme="light">
            <head>
            <meta charset="utf-8">
            <title>ActivationNotes: the sigmoid, measured</title>
            <link rel="stylesheet" href="assets/course.css">
            </head>
            <body class="printed">
            <header class="title-page"><h1>ActivationNotes</h1><p>The sigmoid, measured: an executable course in C#</p></header>
            <nav class="printed-contents"><h2>Contents</h2><ol>{string.Concat(chapters.Select(chapter => chapter.Contents))}</ol></nav>
            {string.Concat(chapters.Select(chapter => chapter.Html))}
            </body>
            </html>

            """;
    }

    private static (string Contents, string Html) Chapter(string site, string name, string[] names)
    {
        using var document = new HtmlParser().ParseDocument(File.ReadAllText(Path.Combine(site, name)));
        var article = document.QuerySelector("article") ?? throw new CourseException($"{Path.Combine(site, name)} has no article: build the site again.");
        foreach (var element in article.QuerySelectorAll(".meta, .only-dark, details.data, .kinds input, .shown, script").ToArray()) element.Remove();
        foreach (var fold in article.QuerySelectorAll("details")) fold.SetAttribute("open", "");
        foreach (var picture in article.QuerySelectorAll("img[loading]")) picture.RemoveAttribute("loading");
        foreach (var element in article.QuerySelectorAll("[id]")) element.Id = Place(name, element.Id!);
        foreach (var link in article.QuerySelectorAll("a[href]")) Lead(link, name, names);
        // Text that refers to places by their names refers to none on paper.
        foreach (var element in article.QuerySelectorAll("[aria-describedby]")) element.RemoveAttribute("aria-describedby");
        var title = article.QuerySelector("h1")!;
        var number = name.Split('-')[0];
        if (number.All(char.IsAsciiDigit) && !title.TextContent.StartsWith(number, StringComparison.Ordinal)) title.TextContent = $"{number} {title.TextContent}";
        var sections = string.Concat(article.QuerySelectorAll("h2[id]").Select(heading => $"<li><a href=\"#{heading.Id}\">{Escape(heading.TextContent)}</a></li>"));
        return ($"<li><a href=\"#{Place(name, "")}\">{Escape(title.TextContent)}</a>{(sections.Length > 0 && !s_appendices.Contains(name) ? $"<ol>{sections}</ol>" : "")}</li>\n",
            $"<section class=\"chapter\" id=\"{Place(name, "")}\"><article>{article.InnerHtml}</article></section>\n");
    }

    private static void Lead(IElement link, string name, string[] names)
    {
        var parts = link.GetAttribute("href")!.Split('#', 2);
        var page = parts[0].Length == 0 ? name : parts[0];
        if (page.Contains("://", StringComparison.Ordinal) || page.StartsWith("mailto:", StringComparison.Ordinal)) return;
        if (names.Contains(page)) link.SetAttribute("href", "#" + Place(page, parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : ""));
        else link.RemoveAttribute("href");
    }

    // Two pages may have places of the same name.
    private static string Place(string page, string id) => $"{Path.GetFileNameWithoutExtension(page)}{(id.Length > 0 ? "--" + id : "")}";
}
