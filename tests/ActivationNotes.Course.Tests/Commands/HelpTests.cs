namespace ActivationNotes.Course.Tests.Commands;

public sealed class HelpTests
{
    [Theory]
    [InlineData("", "build", "run", "check", "serve", "export", "kernel", "--timeout <SECONDS>", "--fail-fast")]
    [InlineData("build", "--strict", "--force", "--jobs <NUMBER>", "--kernel <NAME>")]
    [InlineData("run", "<NOTEBOOK>...", "--parameter <NAME> <VALUE>", "--strict", "--cached", "--timeout <SECONDS>", "--fail-fast")]
    [InlineData("check", "[<NOTEBOOK>...]", "--repeat", "timing")]
    [InlineData("replicate", "[<NOTEBOOK>...]", "--first <SEED>", "--sets <NUMBER>", "--modes", "data/replication.csv")]
    [InlineData("serve", "--watch", "--port <NUMBER>", "Ctrl-C")]
    [InlineData("export", "--student <DIR>", "--teacher <DIR>", "--absolute <DIR>")]
    [InlineData("kernel install", "--user", "--prefix <DIR>", "--name <NAME>")]
    [InlineData("kernel uninstall", "--user", "--prefix <DIR>", "--name <NAME>")]
    public async Task Every_command_says_what_it_does_what_it_takes_and_shows_lines_to_copy(string command, params string[] parts)
    {
        using var course = new CourseFolder();
        string[] words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var result = await course.InvokeAsync([.. words, "--help"]);
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.All(parts, part => Assert.Contains(part, result.Output, StringComparison.Ordinal));
        var lines = result.Output.Split('\n');
        Assert.EndsWith(".", lines[1], StringComparison.Ordinal);
        var examples = lines.SkipWhile(line => line != "Examples:").Skip(1).Where(line => line.Length > 0).ToArray();
        Assert.NotEmpty(examples);
        Assert.All(examples, line => Assert.Matches("^  (# |dotnet run --project lib/ActivationNotes.Course)", line));
    }

    [Fact]
    public async Task A_notebook_without_a_command_is_answered_with_the_one_that_runs_it()
    {
        using var course = new CourseFolder();
        var result = await course.InvokeAsync("notebooks/a.ipynb");
        Assert.Equal(2, result.Code);
        Assert.EndsWith("A notebook is run by: run notebooks/a.ipynb\nAdd --help to see what is possible.\n", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fly")]
    [InlineData("run")]
    [InlineData("run", "--speed", "9", "a.ipynb")]
    public async Task A_mistake_is_answered_in_a_line_or_two(params string[] arguments)
    {
        using var course = new CourseFolder();
        var result = await course.InvokeAsync(arguments);
        Assert.Equal(2, result.Code);
        Assert.InRange(result.Error.TrimEnd('\n').Split('\n').Length, 2, 4);
        Assert.EndsWith("Add --help to see what is possible.\n", result.Error, StringComparison.Ordinal);
    }
}
