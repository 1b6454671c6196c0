namespace ActivationNotes.Course.Site.Glossaries;

/// <summary>A term or symbol of the course.</summary>
/// <param name="Name">The term as its entry shows it, in Markdown: a symbol is a formula.</param>
/// <param name="Id">The name by which links reach it.</param>
/// <param name="Forms">The words that lessons use for it; none for a symbol, which only the glossary lists.</param>
/// <param name="Definition">What it means, in Markdown.</param>
/// <param name="Lesson">The name of the lesson that introduces it.</param>
public sealed record Term(string Name, string Id, IReadOnlyList<string> Forms, string Definition, string Lesson)
{
    /// <summary>How a symbol is written in formulas, in LaTeX; none for a word.</summary>
    public IReadOnlyList<string> Latex { get; init; } = [];
}
