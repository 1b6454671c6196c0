using ActivationNotes.Course.Checks;
using static ActivationNotes.Course.Tests.NotebookBuilder;

namespace ActivationNotes.Course.Tests.Checks;

public sealed class ExerciseRulesTests
{
    [Fact]
    public void An_exercise_in_order_has_no_findings() => Assert.Empty(Check(Exercise("01-a").Markdown("In between").Markdown("Next", "exercise")
        .Code("stub", ["exercise"], Answer("01-b", false)).Markdown("Think", "hint").Code("solution", ["solution"], Answer("01-b", true))));

    [Fact]
    public void A_stub_that_passes_is_found() => Assert.Contains(
        "lesson.ipynb, cell 2: the stub of exercise 01-a passes as it stands, so there is nothing to do.", Check(Exercise("01-a", stub: true)));

    [Fact]
    public void A_solution_that_does_not_pass_is_found() => Assert.Contains(
        "lesson.ipynb, cell 4: the solution of exercise 01-a does not pass.", Check(Exercise("01-a", solution: false)));

    [Fact]
    public void A_solution_of_another_exercise_is_found()
    {
        var notebook = new NotebookBuilder().Markdown("Task", "exercise").Code("stub", ["exercise"], Answer("01-a", false))
            .Markdown("Think", "hint").Code("solution", ["solution"], Answer("01-b", true));
        Assert.Equal(["lesson.ipynb, cell 4: the solution is for exercise 01-b, the stub for 01-a."], Check(notebook));
    }

    [Fact]
    public void Whatever_is_missing_is_found()
    {
        var findings = Check(new NotebookBuilder().Markdown("Task", "exercise"));
        Assert.Equal(3, findings.Length);
        Assert.Contains(findings, finding => finding.Contains("no stub", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.Contains("no hint", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.Contains("no solution", StringComparison.Ordinal));
    }

    [Fact]
    public void A_cell_that_checks_nothing_is_found()
    {
        var notebook = new NotebookBuilder().Markdown("Task", "exercise").Code("stub", ["exercise"]).Markdown("Think", "hint").Code("solution", ["solution"]);
        Assert.Equal(["lesson.ipynb, cell 2: the stub checks no answer. End it with Exercise.Check.", "lesson.ipynb, cell 4: the solution checks no answer. End it with Exercise.Check."], Check(notebook));
    }

    [Fact]
    public void A_solution_before_any_task_is_found() =>
        Assert.Contains("belongs to no exercise", Assert.Single(Check(new NotebookBuilder().Code("1", ["solution"]))), StringComparison.Ordinal);

    private static NotebookBuilder Exercise(string id, bool stub = false, bool solution = true) => new NotebookBuilder()
        .Markdown("Task", "exercise")
        .Code("stub", ["exercise"], Answer(id, stub))
        .Markdown("Think", "hint")
        .Code("solution", ["solution"], Answer(id, solution));

    private static string[] Check(NotebookBuilder notebook) => [.. ExerciseRules.Check(notebook.Build(), "lesson.ipynb").Select(finding => finding.ToString())];
}
