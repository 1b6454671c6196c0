using ActivationNotes.Course.Notebooks;
using ActivationNotes.Course.Site.Document;
using ActivationNotes.Course.Site.Glossaries;
using ActivationNotes.Course.Site.References;
using Markdig;
using Markdig.Syntax;

namespace ActivationNotes.Course.Checks;

/// <summary>Citations name works that are known; works and terms that are known are used.</summary>
/// <param name="bibliography">The works.</param>
/// <param name="glossary">The terms.</param>
public sealed class ReferenceRules(Bibliography bibliography, Glossary glossary)
{
    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder().UsePreciseSourceLocation().UseMathematics().Use<CitationParser>().Build();

    /// <summary>The citations of a notebook that name no known work.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="file">What findings call it.</param>
    public IEnumerable<Finding> Check(Notebook notebook, string file) =>
        from cell in notebook.Cells
        where cell.Kind == CellKind.Markdown
        from inline in Markdown.Parse(cell.Source, s_pipeline).Descendants<CitationInline>()
        from citation in inline.Citations
        where !bibliography.Works.ContainsKey(citation.Key)
        select new Finding(file, cell.Number, inline.Line + 1, $"the work \"{citation.Key}\" is cited but is not in data/references.json. Add it there, or correct the name.");

    /// <summary>The works that no lesson cites and the terms that no lesson uses.</summary>
    /// <param name="lessons">All lessons.</param>
    public IEnumerable<Finding> Unused(IReadOnlyCollection<LessonDocument> lessons)
    {
        var cited = lessons.SelectMany(lesson => lesson.Citations).ToHashSet(StringComparer.Ordinal);
        foreach (var work in bibliography.Works.Values.Where(work => !cited.Contains(work.Key)))
            yield return new Finding("data/references.json", null, null, $"no lesson cites the work \"{work.Key}\". Cite it as [@{work.Key}], or take it out.");
        var used = lessons.SelectMany(lesson => lesson.Terms).ToHashSet();
        foreach (var term in glossary.Terms.Where(term => term.Forms.Count + term.Latex.Count > 0 && !used.Contains(term)))
            yield return new Finding("data/glossary.json", null, null, $"no lesson uses the term \"{term.Name}\" ({string.Join(", ", term.Forms.Concat(term.Latex))}). Add the word that lessons use, or take it out.");
    }
}
