using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Tests.Commands;

public sealed class RunWithParametersTests
{
    private const string Notebook = "notebooks/has-parameters.ipynb";

    [Fact]
    public async Task Other_values_reach_the_cells_and_mark_the_copy_and_leave_the_source_alone()
    {
        using var course = new CourseFolder("has-parameters");
        var before = await File.ReadAllBytesAsync(course.Notebook("has-parameters"), TestContext.Current.CancellationToken);
        var result = await course.InvokeAsync("run", "-p", "firstSeed", "61", Notebook, "-p", "step", "-2", "-p", "name", "it's \"b\"", "-p", "fast", "false");
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.EndsWith("With firstSeed = 61, step = -2, name = it's \"b\", fast = false: artifacts/executed/with-parameters/has-parameters.ipynb\n", result.Output, StringComparison.Ordinal);
        var copy = NotebookReader.Read(Copy(course));
        Assert.Equal("61 to 70, -2, it's \"b\", False\n", Assert.Single(copy.Cells[2].Outputs).Text);
        Assert.Equal("""{"firstSeed":61,"step":-2,"name":"it's \"b\"","fast":false}""", JsonText.Compact(copy.Node["metadata"]!["papermill"]!["parameters"]));
        Assert.Superset(new HashSet<string> { "parameters", "injected-parameters" }, new HashSet<string>(copy.Cells[1].Tags));
        Assert.EndsWith("// Replaced for this run: firstSeed was 1, step was -0.5, name was \"a \\\"name\\\"\", fast was true.", copy.Cells[1].Source, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(course.Notebook("has-parameters"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_copy_with_other_values_never_passes_as_the_courses_own()
    {
        using var course = new CourseFolder("has-parameters");
        await course.InvokeAsync("run", Notebook, "-p", "firstSeed", "61");
        Assert.False(File.Exists(course.Executed("has-parameters")));
        var build = await course.InvokeAsync("build");
        Assert.Contains("2 code cells run", build.Output, StringComparison.Ordinal);
        Assert.Contains("1 to 10", course.ExecutedText("has-parameters"), StringComparison.Ordinal);
        await course.InvokeAsync("run", Notebook, "-p", "firstSeed", "62");
        Assert.Contains("1 to 10", course.ExecutedText("has-parameters"), StringComparison.Ordinal);
        Assert.Contains("unchanged", (await course.InvokeAsync("run", "--cached", Notebook)).Output, StringComparison.Ordinal);
        var refused = await course.InvokeAsync("run", "artifacts/executed/with-parameters/has-parameters.ipynb");
        Assert.Equal(2, refused.Code);
        Assert.Contains("where executed copies are written", refused.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("speed", "1", "cell 2: declares no parameter \"speed\". Its parameters: int firstSeed = 1, int seedCount = 10, double step = -0.5")]
    [InlineData("lastSeed", "1", "cell 2: declares no parameter \"lastSeed\".")]
    [InlineData("firstSeed", "6.5", "cell 2: the parameter firstSeed takes a value of the type int, which \"6.5\" is not. Its parameters: ")]
    [InlineData("fast", "yes", "cell 2: the parameter fast takes a value of the type bool, which \"yes\" is not.")]
    [InlineData("step", "NaN", "cell 2: the parameter step takes a value of the type double, which \"NaN\" is not.")]
    public async Task What_a_notebook_does_not_take_is_answered_with_what_it_takes(string name, string value, string answer)
    {
        using var course = new CourseFolder("has-parameters");
        var result = await course.InvokeAsync("run", Notebook, "-p", name, value);
        Assert.Equal(1, result.Code);
        Assert.Contains($"{Notebook}, {answer}", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Copy(course)));
    }

    [Fact]
    public async Task A_notebook_without_parameters_says_so()
    {
        using var course = new CourseFolder("runs");
        var result = await course.InvokeAsync("run", "notebooks/runs.ipynb", "-p", "firstSeed", "61");
        Assert.Contains("notebooks/runs.ipynb: has no code cell tagged parameters, so firstSeed cannot be set.", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-p takes a name and a value, and after seedCount there is no value.", "-p", "firstSeed", "61", "-p", "seedCount")]
    [InlineData("-p firstSeed is given twice.", "-p", "firstSeed", "61", "-p", "firstSeed", "62")]
    public async Task A_parameter_that_is_no_pair_is_a_mistake(string answer, params string[] options)
    {
        using var course = new CourseFolder("has-parameters");
        var result = await course.InvokeAsync(["run", Notebook, .. options]);
        Assert.Equal(2, result.Code);
        Assert.Contains(answer, result.Error, StringComparison.Ordinal);
    }

    private static string Copy(CourseFolder course) => Path.Combine(course.Root, "artifacts", "executed", "with-parameters", "has-parameters.ipynb");
}
