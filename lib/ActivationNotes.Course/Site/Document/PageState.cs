using ActivationNotes.Course.Site.Content;

namespace ActivationNotes.Course.Site.Document;

/// <summary>What <see cref="DocumentBuilder"/> has of a page while it goes through the cells.</summary>
/// <param name="name">The notebook's name.</param>
internal sealed class PageState(string name)
{
    private int _exercises;

    public string Name { get; } = name;

    public string? Title { get; set; }

    public string Summary { get; set; } = "";

    public HeadingIds Ids { get; } = new();

    public List<Heading> Headings { get; } = [];

    public List<Block> Blocks { get; } = [];

    /// <summary>The parts of the exercise that is open.</summary>
    public List<Block> Exercise { get; } = [];

    public int FigureCount { get; set; }

    /// <summary>Puts the open exercise, if any, onto the page.</summary>
    public void CloseExercise()
    {
        if (Exercise.Count == 0) return;
        Blocks.Add(new ExerciseBlock(++_exercises, [.. Exercise]));
        Exercise.Clear();
    }
}
