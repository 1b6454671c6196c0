using ActivationNotes.Course.Checks;
using ActivationNotes.Course.Notebooks;
using static ActivationNotes.Course.Tests.NotebookBuilder;

namespace ActivationNotes.Course.Tests.Checks;

public sealed class RepeatRulesTests
{
    [Fact]
    public void The_same_outputs_are_fine() => Assert.Empty(RepeatRules.Check(Lesson("1"), Lesson("1"), "lesson.ipynb"));

    [Fact]
    public void Other_outputs_are_found_with_what_they_were() => Assert.Equal(
        "lesson.ipynb, cell 2: its output differs from run to run: first \"text/plain\": \"1\", then \"text/plain\": \"2\". Give it a seed, or tag the cell timing if it shows how long something took.",
        Assert.Single(RepeatRules.Check(Lesson("1"), Lesson("2"), "lesson.ipynb")).ToString());

    [Fact]
    public void What_a_cell_marks_as_timing_may_differ() => Assert.Empty(RepeatRules.Check(Lesson("1", "timing"), Lesson("2", "timing"), "lesson.ipynb"));

    private static Notebook Lesson(string value, params string[] tags) =>
        new NotebookBuilder().Markdown("# Lesson").Code("Measure()", tags, Shown("text/plain", value)).Build();
}
