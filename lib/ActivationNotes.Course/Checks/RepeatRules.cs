using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Checks;

/// <summary>A lesson says the same whenever it is run, but for cells tagged timing, which show how long something took.</summary>
public static class RepeatRules
{
    /// <summary>The tag of cells whose outputs may differ from run to run.</summary>
    public const string Tag = "timing";

    private const int ShownLength = 60;

    /// <summary>The cells whose outputs differ between two runs though they are not tagged timing.</summary>
    /// <param name="first">The executed copy of one run.</param>
    /// <param name="second">That of another run of the same notebook.</param>
    /// <param name="file">What findings call it.</param>
    public static IEnumerable<Finding> Check(Notebook first, Notebook second, string file)
    {
        foreach (var (cell, before, after) in Differences(first, second))
        {
            yield return new Finding(file, cell, null,
                $"its output differs from run to run: first {before}, then {after}. Give it a seed, or tag the cell {Tag} if it shows how long something took.");
        }
    }

    /// <summary>The cells, but for those tagged timing, whose outputs differ between two runs, each with the first line that does.</summary>
    /// <param name="first">The executed copy of one run.</param>
    /// <param name="second">That of another run of the same notebook.</param>
    public static IEnumerable<(int Cell, string Before, string After)> Differences(Notebook first, Notebook second)
    {
        foreach (var (one, other) in first.Cells.Zip(second.Cells).Where(pair => pair.First.Kind == CellKind.Code && !pair.First.Tags.Contains(Tag)))
        {
            var (before, after) = (Outputs(one), Outputs(other));
            if (before.SequenceEqual(after)) continue;
            var line = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
            yield return (one.Number, Shown(before, line), Shown(after, line));
        }
    }

    private static string[] Outputs(Cell cell) => JsonText.Indented(cell.Node["outputs"]).Split('\n');

    private static string Shown(string[] lines, int line)
    {
        var text = line < lines.Length ? lines[line].Trim() : "nothing";
        return text.Length > ShownLength ? text[..ShownLength] + "…" : text;
    }
}
