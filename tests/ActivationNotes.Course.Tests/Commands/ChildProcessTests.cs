using System.Globalization;
using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Tests.Commands;

/// <summary>What only shows when the tool is a process of its own.</summary>
public sealed class ChildProcessTests
{
    [Theory]
    [InlineData("INT", false)]
    [InlineData("INT", true)]
    [InlineData("TERM", false)]
    public async Task Stopping_it_leaves_no_process_and_no_half_written_file(string signal, bool group)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are POSIX.");
        using var course = new CourseFolder("runs-too-long");
        // A terminal sends Ctrl-C to the whole group, the kernel included; a service manager to the tool alone.
        using var tool = ToolProcess.StartThrough(["setsid"], course, "run", "notebooks/runs-too-long.ipynb");
        var kernel = await tool.KernelAsync();
        await StartedAsync(course);
        await tool.SignalAsync(signal, group);
        var result = await tool.EndAsync();
        Assert.NotEqual(0, result.Code);
        await ToolProcess.EndOfAsync(kernel);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.Empty(course.Leftovers());
        Assert.False(File.Exists(course.Executed("runs-too-long")));
    }

    [Theory]
    [InlineData("runs-too-long")]
    [InlineData("runs-away")]
    public async Task A_tool_that_is_killed_takes_its_kernel_with_it(string fixture)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Looks processes up in /proc.");
        using var course = new CourseFolder(fixture);
        using var tool = ToolProcess.Start(course, "run", $"notebooks/{fixture}.ipynb");
        var kernel = await tool.KernelAsync();
        await StartedAsync(course);
        await tool.SignalAsync("KILL");
        await ToolProcess.EndOfAsync(kernel);
    }

    [Fact]
    public async Task What_a_killed_tool_left_half_written_goes_with_the_next_run()
    {
        using var course = new CourseFolder("runs");
        Directory.CreateDirectory(Path.GetDirectoryName(course.Executed("runs"))!);
        await File.WriteAllTextAsync(course.Executed("runs") + ".123.4.tmp", "half", TestContext.Current.CancellationToken);
        await course.InvokeAsync("run", "notebooks/runs.ipynb");
        Assert.Empty(course.Leftovers());
        Assert.True(File.Exists(course.Executed("runs")));
    }

    [Theory]
    [InlineData("leaves-a-process-behind")]
    [InlineData("leaves-a-process-behind-and-dies")]
    public async Task What_a_cell_started_ends_with_its_kernel_however_that_ends(string fixture)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux shows the environment of processes.");
        using var course = new CourseFolder(fixture);
        await course.InvokeAsync("run", $"notebooks/{fixture}.ipynb");
        var text = File.Exists(course.Executed(fixture))
            ? NotebookReader.Read(course.Executed(fixture)).Cells[0].Outputs[0].Text
            : await File.ReadAllTextAsync(Path.Combine(course.Root, "notebooks", "child.txt"), TestContext.Current.CancellationToken);
        await ToolProcess.EndOfAsync(int.Parse(text, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Its_exit_code_and_streams_are_those_a_script_expects()
    {
        using var course = new CourseFolder("fails");
        using var tool = ToolProcess.Start(course, "run", "notebooks/fails.ipynb");
        var result = await tool.EndAsync();
        Assert.Equal(1, result.Code);
        Assert.StartsWith("notebooks/fails.ipynb: FAILED in ", result.Output, StringComparison.Ordinal);
        Assert.Contains("notebooks/fails.ipynb, cell 2, line 3: the cell failed", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', result.Output);
    }

    // The first thing those cells do.
    private static Task StartedAsync(CourseFolder course) => ToolProcess.WaitForAsync(() => File.Exists(Path.Combine(course.Root, "notebooks", "started.txt")) ? 1 : 0);
}
