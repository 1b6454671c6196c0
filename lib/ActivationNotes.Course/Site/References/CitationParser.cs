using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;

namespace ActivationNotes.Course.Site.References;

/// <summary>Teaches Markdig citations in the form that pandoc and Jupyter Book use.</summary>
public sealed class CitationParser : InlineParser, IMarkdownExtension
{
    /// <summary>The parser.</summary>
    public CitationParser() => OpeningCharacters = ['['];

    /// <inheritdoc/>
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '@') return false;
        var citations = Citation.Parse(slice.ToString(), out var length);
        if (length == 0) return false;
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new CitationInline(citations) { Span = new(start, start + length - 1), Line = line, Column = column };
        slice.Start += length;
        return true;
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.InsertBefore<LinkInlineParser>(this);

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        // The renderer of lessons brings what it needs: only it knows the works.
    }
}
