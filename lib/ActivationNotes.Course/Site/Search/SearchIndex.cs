using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ActivationNotes.Course.Site.Document;
using ActivationNotes.Course.Site.Glossaries;
using ActivationNotes.Course.Site.Html;
using ActivationNotes.Course.Site.References;

namespace ActivationNotes.Course.Site.Search;

/// <summary>Everything that can be found, as a script: pages opened from a disk may load scripts and nothing else.</summary>
internal static class SearchIndex
{
    /// <summary>The file, which pages load with the first search.</summary>
    public const string File = "assets/search-index.js";

    // Formulas and names keep their letters: escapes would make the file half as large again.
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The entries of the lessons and of the pages beside them, in the order of reading.</summary>
    public static IEnumerable<SearchEntry> Entries(IEnumerable<LessonDocument> lessons, Glossary? glossary, Bibliography? bibliography)
    {
        foreach (var lesson in lessons)
        {
            var label = PageShell.Label(lesson);
            var (title, address, text) = (label, lesson.FileName, new List<string>());
            foreach (var (id, heading, words) in lesson.Prose.SelectMany(prose => PlainText.Sections(prose.Html)))
            {
                if (id is not null)
                {
                    yield return new SearchEntry("lesson", title, address, string.Join(' ', text));
                    (title, address, text) = ($"{label}: {heading}", $"{lesson.FileName}#{id}", []);
                }

                text.Add(words);
            }

            yield return new SearchEntry("lesson", title, address, string.Join(' ', text));
            foreach (var figure in lesson.Figures) yield return new SearchEntry("figure", $"Figure {figure.Number}: {figure.Figure.Title}", $"{lesson.FileName}#{figure.Anchor}", figure.Figure.Caption);
            foreach (var claim in lesson.Claims) yield return new SearchEntry("claim", $"Claim {claim.Id}", $"{lesson.FileName}#{Uri.EscapeDataString(claim.Anchor)}", claim.Sentence);
        }

        foreach (var term in glossary?.Terms ?? []) yield return new SearchEntry("term", term.Forms.Count > 0 ? term.Name : term.Name.Trim('$'), $"{Glossary.Page}#{term.Id}", term.Definition);
        foreach (var work in bibliography?.Works.Values ?? []) yield return new SearchEntry("work", $"{work.Label}: {work.Title}", $"{CitationRenderer.Page}#{work.Key}", $"{work.AuthorList} {work.Container}");
    }

    /// <summary>The script.</summary>
    public static string Write(IEnumerable<SearchEntry> entries) =>
        $"window.activationNotesIndex = {JsonSerializer.Serialize(entries.Select(entry => new[] { entry.Kind, entry.Title, entry.Address, entry.Text }), s_json)};\n";
}
