using Markdig.Syntax.Inlines;

namespace ActivationNotes.Course.Site.References;

/// <summary>A group of citations in a Markdown tree.</summary>
/// <param name="citations">At least one.</param>
public sealed class CitationInline(IReadOnlyList<Citation> citations) : LeafInline
{
    /// <summary>The citations in order.</summary>
    public IReadOnlyList<Citation> Citations { get; } = citations;
}
