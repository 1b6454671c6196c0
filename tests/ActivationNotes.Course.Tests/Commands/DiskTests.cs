using System.Text;
using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Tests.Commands;

/// <summary>Disks that are full, folders that may not be written to, and two that write at once.</summary>
public sealed class DiskTests
{
    [Fact]
    public async Task A_full_disk_is_named_and_what_was_there_before_is_unchanged()
    {
        using var course = new CourseFolder("runs", "prints-a-million-lines");
        var artifacts = Path.Combine(course.Root, "artifacts");
        Directory.CreateDirectory(artifacts);
        var mounted = OperatingSystem.IsLinux() && await ToolProcess.CommandAsync("mount", "-t", "tmpfs", "-o", "size=1m", "none", artifacts) == 0;
        Assert.SkipUnless(mounted, "Only root on Linux can mount a small disk.");
        try
        {
            var flooded = await course.InvokeAsync("run", "notebooks/prints-a-million-lines.ipynb");
            Assert.Equal(1, flooded.Code);
            Assert.Contains("notebooks/prints-a-million-lines.ipynb, cell 1: its output cannot be kept\n", flooded.Error, StringComparison.Ordinal);
            Assert.Contains("goes into a file of its own, which cannot be written: The disk is full: make room.\n", flooded.Error, StringComparison.Ordinal);
            Assert.Empty(course.Leftovers());

            Assert.Equal(0, (await course.InvokeAsync("run", "notebooks/runs.ipynb")).Code);
            var before = course.ExecutedText("runs");
            Fill(Path.Combine(artifacts, "fill"));
            var full = await course.InvokeAsync("run", "--force", "notebooks/runs.ipynb");
            Assert.Equal(1, full.Code);
            Assert.Equal($"""

                {course.Executed("runs")} cannot be written: The disk is full: make room. What was there before is unchanged.

                1 of 1 notebook failed.

                """, full.Error);
            Assert.Equal(before, course.ExecutedText("runs"));
            Assert.Empty(course.Leftovers());
        }
        finally
        {
            await ToolProcess.CommandAsync("umount", artifacts);
        }
    }

    [Fact]
    public async Task A_site_that_does_not_fit_on_the_disk_leaves_the_one_before()
    {
        using var course = new CourseFolder("runs");
        Directory.CreateDirectory(Path.Combine(course.Root, "artifacts"));
        var mounted = OperatingSystem.IsLinux() && await ToolProcess.CommandAsync("mount", "-t", "tmpfs", "-o", "size=1m", "none", Path.Combine(course.Root, "artifacts")) == 0;
        Assert.SkipUnless(mounted, "Only root on Linux can mount a small disk.");
        try
        {
            Assert.Equal(0, (await course.InvokeAsync("build")).Code);
            course.Render = (_, _, folder) => Fill(Path.Combine(folder, "index.html"), rethrow: true);
            var result = await course.InvokeAsync("build", "--force");
            Assert.Equal(2, result.Code);
            Assert.Equal($"The site {course.Root}/artifacts/site cannot be written: The disk is full: make room. The site of before still stands.\n", result.Error);
            Assert.Contains("ActivationNotes", await File.ReadAllTextAsync(Path.Combine(course.Root, "artifacts", "site", "index.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.Empty(course.Leftovers());
        }
        finally
        {
            await ToolProcess.CommandAsync("umount", Path.Combine(course.Root, "artifacts"));
        }
    }

    [Theory]
    [InlineData("", "The folder {0}/artifacts cannot be written to: You may not write there: change the permissions, or work in a copy of your own.\n", 2)]
    [InlineData("artifacts", "{0}/artifacts/executed/runs.ipynb cannot be written: You may not write there: change the permissions, or work in a copy of your own. What was there before is unchanged.\n", 1)]
    [InlineData("secret", "notebooks/runs.ipynb: cannot be read: You may not read it: change its permissions.\n", 1)]
    public async Task What_may_not_be_read_or_written_is_named(string place, string message, int code)
    {
        string[] nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "env", "HOME=/tmp"];
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "Only root on Linux can act as somebody else.");
        Assert.SkipUnless(await ToolProcess.CommandAsync(nobody[0], [.. nobody[1..], "test", "-r", ToolProcess.Assembly]) == 0, "This repository lies where other users may not read.");
        using var course = new CourseFolder("runs");
        Directory.CreateDirectory(Path.Combine(course.Root, "artifacts", "executed"));
        await ToolProcess.CommandAsync("chmod", "755", course.Root);
        if (place.Length > 0) await ToolProcess.CommandAsync("chmod", "777", Path.Combine(course.Root, "artifacts"));
        if (place == "secret") await ToolProcess.CommandAsync("chmod", "400", course.Notebook("runs"));
        using var tool = ToolProcess.StartThrough(nobody, course, "run", "notebooks/runs.ipynb");
        var result = await tool.EndAsync();
        Assert.Equal(code, result.Code);
        Assert.Contains(string.Format(System.Globalization.CultureInfo.InvariantCulture, message, course.Root), result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(course.Executed("runs")));
    }

    [Fact]
    public async Task Two_processes_that_build_at_once_wait_for_each_other()
    {
        using var course = new CourseFolder("runs", "skips-a-cell");
        using var first = ToolProcess.Start(course, "build", "--force");
        using var second = ToolProcess.Start(course, "build", "--force");
        CommandResult[] results = [await first.EndAsync(), await second.EndAsync()];
        Assert.All(results, result => Assert.Equal(0, result.Code));
        Assert.Single(results, result => result.Error == "Another build is at work on this course: waiting for it.\n");
        NotebookReader.Read(course.Executed("runs"));
        Assert.Empty(course.Leftovers());
    }

    private static void Fill(string file, bool rethrow = false)
    {
        try
        {
            using var stream = File.Create(file);
            var block = Encoding.ASCII.GetBytes(new string('x', 4096));
            while (true)
            {
                stream.Write(block);
                stream.Flush();
            }
        }
        catch (IOException) when (!rethrow)
        {
            // Full, as it was to be.
        }
    }
}
