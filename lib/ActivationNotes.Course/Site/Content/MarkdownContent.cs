namespace ActivationNotes.Course.Site.Content;

/// <summary>A Markdown text as a page shows it.</summary>
/// <param name="Html">Safe HTML.</param>
/// <param name="Headings">Its headings in order.</param>
/// <param name="Citations">The keys of the works it cites, each once.</param>
public sealed record MarkdownContent(string Html, IReadOnlyList<Heading> Headings, IReadOnlyList<string> Citations);
