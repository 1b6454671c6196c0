using System.Text.Json;
using System.Text.Json.Nodes;
using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Checks;

/// <summary>Every exercise has a task, a stub that does not pass, a hint, and a solution that does.</summary>
public static class ExerciseRules
{
    /// <summary>What the exercises of an executed notebook break.</summary>
    /// <param name="notebook">The executed copy.</param>
    /// <param name="file">What findings call it.</param>
    public static IEnumerable<Finding> Check(Notebook notebook, string file)
    {
        List<Cell>? exercise = null;
        foreach (var cell in notebook.Cells)
        {
            if (cell.Kind == CellKind.Markdown && cell.Tags.Contains("exercise"))
            {
                foreach (var finding in Problems(exercise, file)) yield return finding;
                exercise = [cell];
            }
            else if (cell.Tags.Overlaps(["exercise", "hint", "solution"]))
            {
                if (exercise is null) yield return new Finding(file, cell.Number, null, "belongs to no exercise: no markdown cell tagged exercise stands before it.");
                exercise?.Add(cell);
            }
        }

        foreach (var finding in Problems(exercise, file)) yield return finding;
    }

    private static IEnumerable<Finding> Problems(List<Cell>? exercise, string file)
    {
        if (exercise is null) yield break;
        var task = exercise[0];
        var stub = exercise.Find(cell => cell.Kind == CellKind.Code && cell.Tags.Contains("exercise"));
        var solution = exercise.Find(cell => cell.Kind == CellKind.Code && cell.Tags.Contains("solution"));
        if (stub is null) yield return new Finding(file, task.Number, null, "the exercise has no stub. Add a code cell tagged exercise that ends in Exercise.Check.");
        if (!exercise.Exists(cell => cell.Tags.Contains("hint"))) yield return new Finding(file, task.Number, null, "the exercise has no hint. Add a markdown cell tagged hint.");
        if (solution is null) yield return new Finding(file, task.Number, null, "the exercise has no solution. Add a code cell tagged solution that ends in Exercise.Check.");
        var stubResults = stub is null ? [] : Results(stub);
        var solutionResults = solution is null ? [] : Results(solution);
        if (stub is not null && stubResults.Count == 0) yield return new Finding(file, stub.Number, null, "the stub checks no answer. End it with Exercise.Check.");
        if (solution is not null && solutionResults.Count == 0) yield return new Finding(file, solution.Number, null, "the solution checks no answer. End it with Exercise.Check.");
        foreach (var (id, _) in stubResults.Where(result => result.Passed)) yield return new Finding(file, stub!.Number, null, $"the stub of exercise {id} passes as it stands, so there is nothing to do.");
        foreach (var (id, _) in solutionResults.Where(result => !result.Passed)) yield return new Finding(file, solution!.Number, null, $"the solution of exercise {id} does not pass.");
        var stubIds = stubResults.Select(result => result.Id).ToHashSet();
        var solutionIds = solutionResults.Select(result => result.Id).ToHashSet();
        if (stubIds.Count > 0 && solutionIds.Count > 0 && !stubIds.SetEquals(solutionIds))
            yield return new Finding(file, solution!.Number, null, $"the solution is for exercise {string.Join(", ", solutionIds)}, the stub for {string.Join(", ", stubIds)}.");
    }

    private static List<(string Id, bool Passed)> Results(Cell cell) => [.. cell.Outputs
        .Select(output => OutputRules.Json(output, MimeTypes.Exercise)).OfType<JsonObject>()
        .Select(result => (NotebookText.Join(result["exercise"]), result["passed"]?.GetValueKind() == JsonValueKind.True))];
}
