using ActivationNotes.Course.Notebooks;
using ActivationNotes.Course.Replication;
using Markdig;
using Markdig.Syntax;

namespace ActivationNotes.Course.Checks;

/// <summary>What every lesson has, in this order: a title, one setup cell, a counterexample box, closing claims, exercises, further reading.</summary>
public static class LessonRules
{
    private const int FewestExercises = 3;

    private static readonly string[] s_seeds = [ReplicatedLesson.FirstSeedName, ReplicatedLesson.SeedCountName];

    /// <summary>What a lesson lacks.</summary>
    /// <param name="notebook">The lesson; its executed copy when there is one, for only that shows its claims.</param>
    /// <param name="file">What findings call it.</param>
    /// <param name="isExecuted">Whether it is the executed copy.</param>
    public static IEnumerable<Finding> Check(Notebook notebook, string file, bool isExecuted)
    {
        var prose = notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown).ToArray();
        var headings = prose.SelectMany(cell => Headings(cell.Source)).ToArray();
        if (notebook.Cells.Count > 0 && (notebook.Cells[0].Kind != CellKind.Markdown || !Headings(notebook.Cells[0].Source).Any(heading => heading.Level == 1)))
            yield return new Finding(file, 1, null, "does not open with a title. Begin with a markdown cell: \"# NN The idea\", then the question the lesson answers.");
        foreach (var finding in Setup(notebook, file).Concat(Parameters(notebook, file))) yield return finding;
        if (!prose.Any(cell => cell.Source.Contains("counterexample box", StringComparison.OrdinalIgnoreCase)))
            yield return new Finding(file, null, null, "has no counterexample box. Show the best evidence against its claim under those words.");
        var exercises = prose.Count(IsTask);
        if (exercises < FewestExercises)
            yield return new Finding(file, null, null, $"has {exercises} exercise{(exercises == 1 ? "" : "s")}; a lesson has at least {FewestExercises}. Tag each task, a markdown cell, exercise; then come its stub, hint and solution.");
        if (isExecuted && Closing(notebook) is { } closing) yield return new Finding(file, closing.Number, null, closing.Problem);
        if (!headings.Any(heading => heading.Text.EndsWith("Further reading", StringComparison.OrdinalIgnoreCase)))
            yield return new Finding(file, null, null, "has no heading \"Further reading\". End with the exact references.");
    }

    private static IEnumerable<Finding> Setup(Notebook notebook, string file)
    {
        var code = notebook.Cells.Where(cell => cell.Kind == CellKind.Code).ToArray();
        var setups = code.Where(cell => cell.Source.Split('\n').Any(line => line.TrimStart().StartsWith("#r ", StringComparison.Ordinal))).ToArray();
        if (setups.Length == 0) yield return new Finding(file, null, null, "has no setup cell. Let the first code cell refer to the libraries with #r.");
        else if (setups[0] != code[0]) yield return new Finding(file, setups[0].Number, null, $"is the setup cell, but code cell {code[0].Number} comes before it.");
        foreach (var cell in setups.Skip(1)) yield return new Finding(file, cell.Number, null, $"refers to libraries, as the setup cell {setups[0].Number} does. Move its #r lines there.");
    }

    // Whoever replicates a lesson sets its seeds in one place.
    private static IEnumerable<Finding> Parameters(Notebook notebook, string file)
    {
        const string Declaration = $"int {ReplicatedLesson.FirstSeedName} = 1; int {ReplicatedLesson.SeedCountName} = 10;";
        var code = notebook.Cells.Where(cell => cell.Kind == CellKind.Code).ToArray();
        var cells = Array.FindAll(code, cell => cell.Tags.Contains(ParametersCell.Tag));
        var user = Array.Find(code, cell => ScriptNames.Of(cell.Source).Used.Overlaps(s_seeds));
        foreach (var cell in cells.Skip(1)) yield return new Finding(file, cell.Number, null, $"is tagged {ParametersCell.Tag}, as cell {cells[0].Number} is. A lesson has one such cell.");
        if (user is null || cells.Length > 1) yield break;
        if (cells.Length == 0) yield return new Finding(file, user.Number, null, $"uses {string.Join(" and ", s_seeds.Where(ScriptNames.Of(user.Source).Used.Contains))}, and no cell is tagged {ParametersCell.Tag}. Tag the cell that declares them: {Declaration}");
        else if (user.Number < cells[0].Number) yield return new Finding(file, user.Number, null, $"uses a seed before cell {cells[0].Number}, which is tagged {ParametersCell.Tag}, declares it.");
        else if (!ParametersCell.Read(cells[0].Source).Where(parameter => parameter.Type == "int").Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal).IsSupersetOf(s_seeds))
            yield return new Finding(file, cells[0].Number, null, $"is tagged {ParametersCell.Tag} and does not declare both seeds with numbers. Let it hold: {Declaration}");
    }

    // The last thing a lesson computes before its exercises is the table of its claims.
    private static (int Number, string Problem)? Closing(Notebook notebook)
    {
        var last = notebook.Cells.TakeWhile(cell => !IsTask(cell)).LastOrDefault(cell => cell.Kind == CellKind.Code);
        return last is null || last.Outputs.Any(output => output.Content(MimeTypes.Claims) is not null)
            ? null
            : (last.Number, "is the last code cell before the exercises and shows no table of claims. Close the lesson with a ClaimTable of all its claims.");
    }

    private static bool IsTask(Cell cell) => cell.Kind == CellKind.Markdown && cell.Tags.Contains("exercise");

    private static IEnumerable<(int Level, string Text)> Headings(string source) => Markdown.Parse(source).Descendants<HeadingBlock>()
        .Select(heading => (heading.Level, source.Substring(heading.Span.Start, heading.Span.Length).Trim()));
}
