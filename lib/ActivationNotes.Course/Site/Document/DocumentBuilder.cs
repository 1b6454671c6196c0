using ActivationNotes.Course.Checks;
using ActivationNotes.Course.Claims;
using ActivationNotes.Course.Notebooks;
using ActivationNotes.Course.Site.Content;
using ActivationNotes.Course.Site.Figures;

namespace ActivationNotes.Course.Site.Document;

/// <summary>Turns an executed notebook into the tree of its page.</summary>
/// <param name="markdown">Renders prose.</param>
public sealed class DocumentBuilder(MarkdownRenderer markdown)
{
    private static readonly string[] s_pictureTypes = ["image/png", "image/jpeg", "image/gif", "image/svg+xml"];

    /// <summary>The plotting library, once a notebook that carries it was read.</summary>
    public PlotLibrary? Library { get; private set; }

    /// <summary>Builds the tree.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="stop">Why it ends early; null when every cell ran.</param>
    /// <exception cref="CourseException">Something in the notebook cannot be shown; names the notebook and the cell.</exception>
    public LessonDocument Build(Notebook notebook, LessonStop? stop = null)
    {
        var page = new PageState(notebook.Name);
        foreach (var cell in notebook.Cells)
        {
            var place = $"{notebook.Name}.ipynb, cell {cell.Number}";
            var tags = cell.Tags;
            switch (cell.Kind)
            {
                case CellKind.Markdown:
                    Place(page, tags, Prose(page, cell, place));
                    break;
                case CellKind.Code:
                    Place(page, tags, [new CodeBlock(cell.Source, "csharp", tags.Contains("hide-input")), .. Outputs(page, cell, place)]);
                    break;
            }
        }

        page.CloseExercise();
        if (stop is not null) page.Blocks.Add(new StopBlock(stop));
        return new LessonDocument(notebook.Name, page.Title ?? notebook.Title, page.Summary, page.Headings, page.Blocks) { Citations = page.Citations, Terms = page.Terms, Stop = stop };
    }

    private IReadOnlyList<Block> Prose(PageState page, Cell cell, string place)
    {
        var content = markdown.Render(TakeTitle(page, cell.Source), place, page.Ids, page.Terms);
        page.Headings.AddRange(content.Headings);
        page.Citations.AddRange(content.Citations.Except(page.Citations, StringComparer.Ordinal).ToArray());
        if (page.Summary.Length == 0) page.Summary = PlainText.FirstParagraph(content.Html);
        return content.Html.Length == 0 ? [] : [new ProseBlock(content.Html)];
    }

    // The page has one heading of level one, which the writer sets from the title.
    private static string TakeTitle(PageState page, string source)
    {
        if (page.Title is not null || !source.StartsWith("# ", StringComparison.Ordinal)) return source;
        var end = source.IndexOf('\n', StringComparison.Ordinal);
        page.Title = (end < 0 ? source[2..] : source[2..end]).Trim();
        return end < 0 ? "" : source[(end + 1)..];
    }

    private static void Place(PageState page, IReadOnlySet<string> tags, IReadOnlyList<Block> blocks)
    {
        if (tags.Contains("hint")) page.Exercise.Add(new FoldedBlock("hint", "Hint", blocks));
        else if (tags.Contains("solution")) page.Exercise.Add(new FoldedBlock("solution", "Solution", blocks));
        else if (tags.Contains("exercise"))
        {
            // A task in prose opens the next exercise; the stub belongs to the one that is open.
            if (blocks is [ProseBlock, ..]) page.CloseExercise();
            page.Exercise.AddRange(blocks);
        }
        else
        {
            page.CloseExercise();
            page.Blocks.AddRange(blocks);
        }
    }

    private List<Block> Outputs(PageState page, Cell cell, string place)
    {
        var blocks = new List<Block>();
        foreach (var output in cell.Outputs)
        {
            switch (output.Kind)
            {
                case "stream":
                    blocks.Add(new TextBlock(output.Text, output.StreamName));
                    break;
                case "error":
                    blocks.Add(new TextBlock(output.Traceback.Count > 0 ? string.Join('\n', output.Traceback) : $"{output.ErrorName}: {output.ErrorValue}", "error"));
                    break;
                default:
                    if (Result(page, output, place) is { } block) blocks.Add(block);
                    break;
            }
        }

        return blocks;
    }

    // The richest form that the site knows wins: its own types, then markup, pictures, Markdown, text.
    private Block? Result(PageState page, Output output, string place)
    {
        var html = output.Content("text/html");
        if (html is not null) Library ??= PlotLibrary.Find(html, place);
        if (output.Content(FigureData.MimeType) is { } figure)
        {
            var data = FigureData.Read(figure, place);
            return new FigureBlock(page.NextFigureNumber(), page.Ids.For("figure " + data.Title), data);
        }

        if (output.Content(MimeTypes.Claims) is { } claims) return new ClaimsBlock(ClaimReader.Read(claims, place));
        if (html is not null)
        {
            var safe = OutputSanitizer.Clean(PlotLibrary.Without(html));
            return PlainText.IsEmpty(safe) ? null : new MarkupBlock(safe);
        }

        foreach (var type in s_pictureTypes)
        {
            if (output.Content(type) is not { } content) continue;
            var data = type == "image/svg+xml" ? Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(content)) : content.Replace("\n", "", StringComparison.Ordinal).Trim();
            return new PictureBlock($"data:{type};base64,{data}", output.Content("text/plain") ?? "Picture without a description");
        }

        if (output.Content("text/markdown") is { } text) return new ProseBlock(markdown.Render(text, place, page.Ids).Html);
        return output.Content("text/plain") is { } plain ? new TextBlock(plain, "result") : null;
    }
}
