using System.Diagnostics;
using System.Globalization;
using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Tests.Commands;

/// <summary>What only shows when the tool is a process of its own.</summary>
public sealed class ChildProcessTests
{
    private static readonly string s_tool = Path.Combine(Workspace.Find(AppContext.BaseDirectory).Root, "lib", "ActivationNotes.Course", "bin", "ActivationNotes.Course.dll");

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Stopping_it_leaves_no_process_and_no_half_written_file(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are POSIX.");
        using var course = new CourseFolder("runs-too-long");
        using var tool = Start(course, "run", "notebooks/runs-too-long.ipynb");
        var error = tool.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var kernel = await WaitForAsync(() => KernelsOf(tool.Id) is [var found] ? found : 0);
        // The kernel is there; give the cell a moment to be running in it.
        await Task.Delay(700, TestContext.Current.CancellationToken);
        using (var kill = Process.Start("kill", [$"-{signal}", tool.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await tool.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(0, tool.ExitCode);
        await WaitForAsync(() => IsAlive(kernel) ? 0 : 1);
        Assert.DoesNotContain("   at ", await error, StringComparison.Ordinal);
        Assert.Empty(course.Leftovers());
        Assert.False(File.Exists(course.Executed("runs-too-long")));
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
        await WaitForAsync(() => IsAlive(int.Parse(text, CultureInfo.InvariantCulture)) ? 0 : 1);
    }

    [Fact]
    public async Task Its_exit_code_and_streams_are_those_a_script_expects()
    {
        using var course = new CourseFolder("fails");
        using var tool = Start(course, "run", "notebooks/fails.ipynb");
        var output = tool.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = tool.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await tool.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, tool.ExitCode);
        Assert.StartsWith("notebooks/fails.ipynb: FAILED in ", await output, StringComparison.Ordinal);
        Assert.Contains("notebooks/fails.ipynb, cell 2, line 3: the cell failed", await error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', await output);
    }

    [Fact]
    public async Task Serving_with_watch_shows_a_failure_on_the_last_good_page_and_recovers()
    {
        using var course = new CourseFolder("runs");
        using var tool = Start(course, "serve", "--watch");
        try
        {
            var line = "";
            while (!line.StartsWith("Serving ", StringComparison.Ordinal))
                line = await tool.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new InvalidOperationException(await tool.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
            var address = new Uri(line.Split(' ')[1]);
            using var client = new HttpClient();
            Assert.Contains("ActivationNotes", await PageAsync(), StringComparison.Ordinal);
            var good = await File.ReadAllTextAsync(course.Notebook("runs"), TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(course.Notebook("runs"), good.Replace("answer + 1", "answer + notThere", StringComparison.Ordinal), TestContext.Current.CancellationToken);
            await UntilAsync(page => page.Contains("runs.ipynb, cell 3, line 1: the cell failed", StringComparison.Ordinal) && page.Contains("ActivationNotes", StringComparison.Ordinal));
            await File.WriteAllTextAsync(course.Notebook("runs"), good, TestContext.Current.CancellationToken);
            await UntilAsync(page => !page.Contains("course-problem", StringComparison.Ordinal));

            Task<string> PageAsync() => client.GetStringAsync(address, TestContext.Current.CancellationToken);

            async Task UntilAsync(Func<string, bool> condition)
            {
                while (!condition(await PageAsync())) await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }
        finally
        {
            tool.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(CourseFolder course, params string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [s_tool, .. arguments])
    {
        WorkingDirectory = course.Root,
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static async Task<int> WaitForAsync(Func<int> condition)
    {
        while (true)
        {
            if (condition() is not 0 and var result) return result;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private static int[] KernelsOf(int parent) => [.. Process.GetProcesses().Select(process => process.Id).Where(id => IsChild(id, parent))];

    private static bool IsChild(int id, int parent)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ')[1] == parent.ToString(CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static bool IsAlive(int id) => File.Exists($"/proc/{id}/stat") && !File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal);
}
