using System.Globalization;
using ActivationNotes.Course.Site.Content;
using ActivationNotes.Course.Site.Glossaries;

namespace ActivationNotes.Course.Site.Document;

/// <summary>What <see cref="DocumentBuilder"/> has of a page while it goes through the cells.</summary>
/// <param name="name">The notebook's name.</param>
internal sealed class PageState(string name)
{
    private int _exercises;
    private int _figures;

    public string Name { get; } = name;

    public string? Title { get; set; }

    public string Summary { get; set; } = "";

    public HeadingIds Ids { get; } = new();

    public List<Heading> Headings { get; } = [];

    public List<Block> Blocks { get; } = [];

    /// <summary>The terms that the page has linked, and the symbols in its formulas.</summary>
    public HashSet<Term> Terms { get; } = [];

    /// <summary>The keys of the works that the page cites, in the order they come.</summary>
    public List<string> Citations { get; } = [];

    /// <summary>The parts of the exercise that is open.</summary>
    public List<Block> Exercise { get; } = [];

    /// <summary>The number of the next figure: "2.3" in the lesson 02, "3" in a notebook without a number.</summary>
    public string NextFigureNumber()
    {
        var lesson = int.TryParse(Name.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? $"{number}." : "";
        return string.Create(CultureInfo.InvariantCulture, $"{lesson}{++_figures}");
    }

    /// <summary>Puts the open exercise, if any, onto the page.</summary>
    public void CloseExercise()
    {
        if (Exercise.Count == 0) return;
        Blocks.Add(new ExerciseBlock(++_exercises, [.. Exercise]));
        Exercise.Clear();
    }
}
