using System.Text;
using ActivationNotes.Course.Site.Api;
using ActivationNotes.Course.Site.Content;
using ActivationNotes.Course.Site.Document;
using ActivationNotes.Course.Site.Figures;
using ActivationNotes.Course.Site.Html;
using ActivationNotes.Course.Site.Search;

namespace ActivationNotes.Course.Site;

/// <summary>Writes the site: one page a lesson, the landing page, and the files they share.</summary>
public static class SiteWriter
{
    private static readonly string[] s_assets = ["course.css", "course.js", "search.js", "theme.js", "icon.svg"];

    /// <summary>Writes the site into a folder, which should be empty.</summary>
    /// <param name="input">What to show.</param>
    /// <param name="directory">The folder; made when it is missing.</param>
    /// <exception cref="CourseException">A notebook holds something that cannot be shown; names notebook and cell.</exception>
    public static void Write(SiteInput input, string directory)
    {
        var markdown = new MarkdownRenderer(new Mathematics(), input.Bibliography, input.Glossary);
        var builder = new DocumentBuilder(markdown);
        var lessons = input.Lessons.Select(lesson => builder.Build(lesson.Executed, lesson.Stop)).ToArray();
        var figures = lessons.SelectMany(lesson => lesson.Figures).Select(block => block.Figure).DistinctBy(figure => figure.Id, StringComparer.Ordinal).ToArray();
        if (figures.Length > 0 && builder.Library is null)
            throw new CourseException("There are figures, but no notebook carries plotly.js: run the notebooks again.");

        Directory.CreateDirectory(directory);
        var pictures = builder.Library is { } plotly ? FigurePhotographer.Take(figures, plotly, input, Path.Combine(directory, "figures")) : new Dictionary<string, FigurePictures>();
        if (builder.Library is { } script) Save(directory, "assets/" + script.FileName, script.Script);
        foreach (var figure in figures)
        {
            Save(directory, $"figures/{figure.Id}.js", FigureScript.Write(figure));
            if (figure.Rows.Count > 0) Save(directory, TablePage.FileName(figure), TablePage.Write(figure));
        }

        foreach (var asset in s_assets) Save(directory, "assets/" + asset, SiteAsset.Read(asset));
        Save(directory, "assets/course.css", SiteAsset.Read("course.css") + Mathematics.Stylesheet);
        foreach (var font in Mathematics.FontNames) Save(directory, "assets/" + font, Mathematics.Font(font));
        var library = new ApiReference(input.Libraries ?? []);
        var map = new SiteMap(lessons, [.. Appendices(input, lessons, markdown), .. library.Pages()]);
        Save(directory, SearchIndex.File, SearchIndex.Write(SearchIndex.Entries(lessons, input.Glossary, input.Bibliography).Concat(library.Entries)));
        Save(directory, "index.html", LandingPage.Write(map, HeroCurve.Svg));
        foreach (var appendix in map.Appendices) Save(directory, appendix.FileName, AppendixPage.Write(appendix, map));
        var references = new CrossReferences(lessons);
        foreach (var (lesson, source) in lessons.Zip(input.Lessons))
        {
            Save(directory, lesson.FileName, references.Number(lesson.FileName, LessonPage.Write(lesson, map, pictures, builder.Library?.FileName, input.Replications.Of(lesson.Name))));
            if (File.Exists(source.SourcePath)) Save(directory, $"notebooks/{lesson.Name}.ipynb", File.ReadAllBytes(source.SourcePath));
            Save(directory, $"executed/{lesson.Name}.ipynb", source.Executed.ToText());
        }
    }

    private static IEnumerable<Appendix> Appendices(SiteInput input, IReadOnlyList<LessonDocument> lessons, MarkdownRenderer markdown)
    {
        if (lessons.Any(lesson => lesson.Claims.Any())) yield return ClaimsPage.Of(lessons, input.Replications);
        if (input.Glossary is { Terms.Count: > 0 } glossary) yield return GlossaryPage.Of(glossary, lessons, markdown);
        if (input.Bibliography is { Works.Count: > 0 } bibliography) yield return ReferencesPage.Of(bibliography, lessons);
    }

    private static void Save(string directory, string name, string text) => Save(directory, name, new UTF8Encoding(false).GetBytes(text));

    private static void Save(string directory, string name, byte[] content)
    {
        var path = Path.Combine(directory, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }
}
