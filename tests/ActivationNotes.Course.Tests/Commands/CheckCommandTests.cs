namespace ActivationNotes.Course.Tests.Commands;

public sealed class CheckCommandTests
{
    [Fact]
    public async Task Lessons_in_order_pass_and_are_run_when_they_have_not_been()
    {
        using var course = new CourseFolder("runs");
        var result = await course.InvokeAsync("check");
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.EndsWith("1 notebook checked, nothing found.\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("unchanged", (await course.InvokeAsync("check")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_are_listed_and_fail_the_check()
    {
        using var course = new CourseFolder("unknown-metadata", "fails", "not-json");
        var result = await course.InvokeAsync("check");
        Assert.Equal(1, result.Code);
        Assert.Contains("notebooks/unknown-metadata.ipynb, cell 1: has \"future\", which nbformat 4.5 does not know.", result.Error, StringComparison.Ordinal);
        Assert.Contains("notebooks/fails.ipynb, cell 2, line 3: the cell failed", result.Error, StringComparison.Ordinal);
        Assert.Contains("notebooks/not-json.ipynb: not JSON", result.Error, StringComparison.Ordinal);
        Assert.Contains("3 notebooks checked, 2 findings, 2 failed to run.", result.Output, StringComparison.Ordinal);
    }
}
