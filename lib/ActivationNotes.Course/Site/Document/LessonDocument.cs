using ActivationNotes.Course.Claims;
using ActivationNotes.Course.Site.Content;
using ActivationNotes.Course.Site.Glossaries;

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

    /// <summary>The keys of the works it cites, each once.</summary>
    public IReadOnlyList<string> Citations { get; init; } = [];

    /// <summary>The terms and symbols of the glossary that it uses.</summary>
    public IReadOnlySet<Term> Terms { get; init; } = new HashSet<Term>();

    /// <summary>Why the page ends before the lesson does; null when it does not.</summary>
    public LessonStop? Stop { get; init; }

    /// <summary>The names by which links reach its figures and claims.</summary>
    public IEnumerable<string> ResultAnchors => Figures.Select(figure => figure.Anchor).Concat(Claims.Select(claim => claim.Anchor));

    /// <summary>All figures of the page, wherever they stand.</summary>
    public IEnumerable<FigureBlock> Figures => Blocks.SelectMany(Within).OfType<FigureBlock>();

    /// <summary>All claims of the page, each once, in the order they are made.</summary>
    public IEnumerable<Claim> Claims => Blocks.SelectMany(Within).OfType<ClaimsBlock>().SelectMany(block => block.Claims).DistinctBy(claim => claim.Id, StringComparer.Ordinal);

    /// <summary>All prose of the page.</summary>
    public IEnumerable<ProseBlock> Prose => Blocks.SelectMany(Within).OfType<ProseBlock>();

    private static IEnumerable<Block> Within(Block block) => block switch
    {
        ExerciseBlock exercise => exercise.Blocks.SelectMany(Within),
        FoldedBlock folded => folded.Blocks.SelectMany(Within),
        _ => [block],
    };
}
