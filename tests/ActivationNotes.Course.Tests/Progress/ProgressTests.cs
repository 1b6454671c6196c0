using ActivationNotes.Course.Commands;
using Spectre.Console;

namespace ActivationNotes.Course.Tests.Progress;

public sealed class ProgressTests
{
    [Fact]
    public async Task A_terminal_shows_a_bar_per_notebook_and_how_each_ended()
    {
        using var course = new CourseFolder("runs", "fails", "not-json");
        await using var screen = new StringWriter();
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            ColorSystem = ColorSystemSupport.TrueColor,
            Out = new AnsiConsoleOutput(screen),
        });
        var result = await course.InvokeAsync(terminal, "build");
        Assert.Equal(1, result.Code);
        var shown = screen.ToString();
        Assert.Contains("\u001b[", shown, StringComparison.Ordinal);
        Assert.Matches("runs: .*2 code cells run in", shown);
        Assert.Matches("fails: .*FAILED in", shown);
        Assert.Matches("not-json: .*FAILED", shown);
        Assert.Contains("2 of 3 notebooks failed.", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', result.Error);
    }

    [Fact]
    public async Task Elsewhere_each_notebook_is_one_plain_line()
    {
        using var course = new CourseFolder("runs", "skips-a-cell");
        var result = await course.InvokeAsync("run", "notebooks/runs.ipynb", "notebooks/skips-a-cell.ipynb");
        var lines = result.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.All(lines, line => Assert.Matches(@"^notebooks/[a-z-]+\.ipynb: \d code cells? run in \d+\.\d s$", line));
    }

    [Fact]
    public async Task A_fault_of_the_tool_is_no_stack_trace_on_the_screen()
    {
        using var course = new CourseFolder("runs");
        course.Render = (_, _, _) => throw new InvalidOperationException("a bug");
        var result = await course.InvokeAsync("build");
        Assert.Equal(ExitCode.Fault, result.Code);
        Assert.StartsWith("The tool itself failed, which it should not: InvalidOperationException: a bug\nPlease report it", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, result.Error.TrimEnd('\n').Split('\n').Length);
        Assert.Empty(course.Leftovers());
    }
}
