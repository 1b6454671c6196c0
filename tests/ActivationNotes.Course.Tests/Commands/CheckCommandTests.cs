namespace ActivationNotes.Course.Tests.Commands;

public sealed class CheckCommandTests
{
    [Fact]
    public async Task The_lessons_of_this_course_pass_and_are_run_when_they_have_not_been()
    {
        using var course = CourseFolder.WithLessons();
        var result = await course.InvokeAsync("check", "notebooks/00-start-here.ipynb", "--repeat");
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.EndsWith("1 notebook checked, nothing found.\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("unchanged", (await course.InvokeAsync("check", "notebooks/00-start-here.ipynb")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_are_listed_and_fail_the_check()
    {
        using var course = new CourseFolder("unknown-metadata", "fails", "not-json");
        var result = await course.InvokeAsync("check");
        Assert.Equal(1, result.Code);
        Assert.Contains("notebooks/unknown-metadata.ipynb, cell 1: has \"future\", which nbformat 4.5 does not know.", result.Error, StringComparison.Ordinal);
        Assert.Contains("notebooks/unknown-metadata.ipynb: has 0 exercises; a lesson has at least 3.", result.Error, StringComparison.Ordinal);
        Assert.Contains("notebooks/fails.ipynb, cell 2, line 3: the cell failed", result.Error, StringComparison.Ordinal);
        Assert.Contains("notebooks/not-json.ipynb: not JSON", result.Error, StringComparison.Ordinal);
        Assert.Matches(@"3 notebooks checked, \d+ findings, 2 failed to run\.", result.Output);
    }

    [Fact]
    public async Task What_differs_from_run_to_run_is_found_unless_it_is_marked_as_timing()
    {
        using var course = new CourseFolder("differs-from-run-to-run");
        var result = await course.InvokeAsync("check", "--repeat");
        Assert.Contains("notebooks/differs-from-run-to-run.ipynb, cell 1: its output differs from run to run: ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("cell 2: its output", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("cell 3: its output", result.Error, StringComparison.Ordinal);
    }
}
