using ActivationNotes.Course.Site.Content;

namespace ActivationNotes.Course.Site.Document;

/// <summary>A lesson as a tree, before it becomes a page.</summary>
/// <param name="Name">The notebook's name, which is the page's too: "01-the-sigmoid".</param>
/// <param name="Title">Its heading.</param>
/// <param name="Summary">Its first paragraph as plain text.</param>
/// <param name="Headings">The headings below the title, in order.</param>
/// <param name="Blocks">What follows the title.</param>
public sealed record LessonDocument(string Name, string Title, string Summary, IReadOnlyList<Heading> Headings, IReadOnlyList<Block> Blocks)
{
    /// <summary>The page's file name.</summary>
    public string FileName => Name + ".html";

    /// <summary>All figures of the page, wherever they stand.</summary>
    public IEnumerable<FigureBlock> Figures => Blocks.SelectMany(Within).OfType<FigureBlock>();

    private static IEnumerable<Block> Within(Block block) => block switch
    {
        ExerciseBlock exercise => exercise.Blocks.SelectMany(Within),
        FoldedBlock folded => folded.Blocks.SelectMany(Within),
        _ => [block],
    };
}
