using ActivationNotes.Course.Notebooks;
using AngleSharp.Html.Parser;

namespace ActivationNotes.Course.Tests.Commands;

public sealed class BuildCommandTests
{
    [Fact]
    public async Task Building_runs_all_lessons_and_says_where_the_site_is()
    {
        using var course = new CourseFolder("runs", "skips-a-cell");
        var result = await course.InvokeAsync();
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.EndsWith($"The course is at file://{course.Root}/artifacts/site/index.html\n", result.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(course.Root, "artifacts", "site", "index.html")));
        Assert.Empty(course.Leftovers());
    }

    [Theory]
    [InlineData("--pdf")]
    [InlineData("--snapshots")]
    public async Task What_needs_a_browser_says_so_before_it_runs_a_lesson(string option)
    {
        using var course = new CourseFolder("runs");
        using var tool = ToolProcess.StartThrough(["env", "CHROMIUM=/nowhere/chromium"], course, "build", option);
        var result = await tool.EndAsync();
        Assert.Equal((2, ""), (result.Code, result.Output));
        Assert.Contains("need Chromium or Chrome, and none was found. Install it, or set the variable CHROMIUM to its file.", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(course.Root, "artifacts")));
    }

    [Fact]
    public async Task Building_again_runs_and_renders_nothing()
    {
        using var course = new CourseFolder("runs");
        var rendered = 0;
        var render = course.Render;
        course.Render = (workspace, lessons, folder) =>
        {
            rendered++;
            render(workspace, lessons, folder);
        };
        await course.InvokeAsync("build");
        var again = await course.InvokeAsync("build");
        Assert.StartsWith("notebooks/runs.ipynb: unchanged, not run again\n", again.Output, StringComparison.Ordinal);
        Assert.Equal(1, rendered);
        await course.InvokeAsync("build", "--force");
        Assert.Equal(2, rendered);
    }

    [Fact]
    public async Task A_site_without_pictures_is_made_anew_once_there_is_a_browser_that_takes_them()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The browsers of this test are shell scripts.");
        using var course = new CourseFolder("runs");
        var browser = Path.Combine(course.Root, "browser");
        Assert.Contains("notebooks/runs.ipynb: 2 code cells run", (await BuildAsync()).Output, StringComparison.Ordinal);
        var page = new FileInfo(Path.Combine(course.Root, "artifacts", "site", "index.html"));
        var first = page.LastWriteTimeUtc;
        await BuildAsync();
        Assert.Equal(first, Made());
        await File.WriteAllTextAsync(browser, "", TestContext.Current.CancellationToken);
        Assert.Contains("unchanged, not run again", (await BuildAsync()).Output, StringComparison.Ordinal);
        Assert.NotEqual(first, Made());

        DateTime Made()
        {
            page.Refresh();
            return page.LastWriteTimeUtc;
        }

        async Task<CommandResult> BuildAsync()
        {
            using var tool = ToolProcess.StartThrough(["env", "CHROMIUM=" + browser], course, "build");
            var result = await tool.EndAsync();
            Assert.Equal((0, ""), (result.Code, result.Error));
            return result;
        }
    }

    [Fact]
    public async Task A_site_whose_pictures_failed_is_made_anew_by_the_next_build()
    {
        Chromium.Require();
        using var course = new CourseFolder("runs");
        var rendered = 0;
        course.Render = (_, _, folder) =>
        {
            File.WriteAllText(Path.Combine(folder, "index.html"), "");
            Directory.CreateDirectory(Path.Combine(folder, "figures"));
            File.WriteAllText(Path.Combine(folder, "figures", "f.js"), "");
            foreach (var theme in new[] { "light", "dark" }.Take(rendered++)) File.WriteAllText(Path.Combine(folder, "figures", $"f-{theme}.svg"), "");
        };
        Assert.Contains("took no pictures of some figures", (await course.InvokeAsync("build")).Error, StringComparison.Ordinal);
        Assert.Contains("took no pictures of some figures", (await course.InvokeAsync("build")).Error, StringComparison.Ordinal);
        Assert.Equal("", (await course.InvokeAsync("build")).Error);
        await course.InvokeAsync("build");
        Assert.Equal(3, rendered);
    }

    [Fact]
    public async Task One_changed_lesson_runs_alone_and_a_changed_library_runs_all()
    {
        using var course = new CourseFolder("runs", "skips-a-cell");
        await course.InvokeAsync("build");
        var source = await File.ReadAllTextAsync(course.Notebook("runs"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(course.Notebook("runs"), source.Replace("= 41", "= 40", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Equal(["runs"], await RunAsync(course));
        Assert.Empty(await RunAsync(course));
        Directory.CreateDirectory(Path.Combine(course.Root, "lib", "bin"));
        await File.WriteAllTextAsync(Path.Combine(course.Root, "lib", "bin", "Library.dll"), "new", TestContext.Current.CancellationToken);
        Assert.Equal(["runs", "skips-a-cell"], await RunAsync(course));

        static async Task<string[]> RunAsync(CourseFolder course) =>
            [.. (await course.InvokeAsync("build")).Output.Split('\n').Where(line => line.Contains(" run in ", StringComparison.Ordinal)).Select(line => line.Split('/', '.')[1]).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task A_failing_lesson_is_shown_up_to_the_cell_that_failed_and_the_others_are_new()
    {
        using var course = new CourseFolder("runs", "fails");
        var result = await course.InvokeAsync("build");
        Assert.Equal(1, result.Code);
        Assert.EndsWith($"The course is at file://{course.Root}/artifacts/site/index.html\n", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("1 of 2 notebooks failed.\nThe site shows notebooks/fails.ipynb up to the cell that failed.\n", result.Error, StringComparison.Ordinal);
        using var page = Page(course, "fails");
        Assert.Contains("before the error", page.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("This lesson stopped here. notebooks/fails.ipynb, cell 2, line 3: the cell failed. What would follow was not run, so it is not shown.", page.QuerySelector("#stopped p")!.TextContent);
        Assert.StartsWith("System.DivideByZeroException: Attempted to divide by zero.", page.QuerySelector("#stopped pre")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#stopped")!.NextElementSibling);
        Assert.Equal("#stopped", page.QuerySelector("p.stopped a")!.GetAttribute("href"));
        using var start = Page(course, "index");
        Assert.Equal("Did not run to its end", Assert.Single(start.QuerySelectorAll(".card p.stopped")).TextContent);
        await File.WriteAllTextAsync(course.Notebook("runs"), (await File.ReadAllTextAsync(course.Notebook("runs"), TestContext.Current.CancellationToken)).Replace("hello", "good morning", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await course.InvokeAsync("build");
        using var other = Page(course, "runs");
        Assert.Contains("good morning", other.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lesson_that_cannot_be_run_at_all_has_a_page_that_says_so()
    {
        using var course = new CourseFolder("runs", "not-json");
        var result = await course.InvokeAsync("build");
        Assert.Equal(1, result.Code);
        Assert.EndsWith("The site shows notebooks/not-json.ipynb without results, for none of it ran.\n", result.Error, StringComparison.Ordinal);
        using var page = Page(course, "not-json");
        Assert.Contains("not JSON at line 3", page.QuerySelector("#stopped pre")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("claims-something-false", 1)]
    [InlineData("claims-only-times", 0)]
    public async Task A_claim_that_does_not_hold_is_shown_and_named_and_fails_a_strict_build_alone(string fixture, int strictly)
    {
        using var course = CourseFolder.WithLibraries(fixture);
        var result = await course.InvokeAsync("build");
        Assert.Equal(0, result.Code);
        Assert.Contains($"claims is not confirmed on this machine:\n  notebooks/{fixture}.ipynb, cell 3: P3a: It is twice as fast. Measured: 1.5; must be: at least 2. The machine was busy with other work.\n", result.Error, StringComparison.Ordinal);
        using var page = Page(course, fixture);
        Assert.Equal("? not confirmed on this machine", page.QuerySelector("tr[data-verdict=unconfirmed] .unconfirmed")!.TextContent);
        using var claims = Page(course, "claims");
        Assert.NotNull(claims.QuerySelector($".exceptions a[href='{fixture}.html#claim-P3a']"));
        Assert.Equal(strictly == 1, result.Error.EndsWith($"1 of 3 claims does not hold:\n  notebooks/{fixture}.ipynb, cell 3: S2: A half is at least one. Measured: 0.5; must be: at least 1.\n", StringComparison.Ordinal));
        Assert.Equal(strictly == 1, claims.QuerySelector("tr[data-verdict=fails] .fails")?.TextContent == "✗ no");
        Assert.Equal(strictly, (await course.InvokeAsync("build", "--strict")).Code);
        Assert.Equal(strictly, (await course.InvokeAsync("run", "--cached", "--strict", $"notebooks/{fixture}.ipynb")).Code);
        Assert.Equal(0, (await course.InvokeAsync("run", $"notebooks/{fixture}.ipynb")).Code);
    }

    [Fact]
    public async Task A_site_that_cannot_be_written_leaves_the_old_one_and_no_stack_trace()
    {
        using var course = new CourseFolder("runs");
        await course.InvokeAsync("build");
        course.Render = (_, _, _) => throw new IOException("No space left on device");
        var result = await course.InvokeAsync("build", "--force");
        Assert.Equal(2, result.Code);
        Assert.Equal($"The site {course.Root}/artifacts/site cannot be written: No space left on device. The site of before still stands.\n", result.Error);
        Assert.True(File.Exists(Path.Combine(course.Root, "artifacts", "site", "index.html")));
        Assert.Empty(course.Leftovers());
    }

    [Fact]
    public async Task Two_builds_at_once_wait_for_each_other()
    {
        using var course = new CourseFolder("runs");
        var inside = 0;
        var render = course.Render;
        course.Render = (workspace, lessons, folder) =>
        {
            Assert.Equal(1, Interlocked.Increment(ref inside));
            Thread.Sleep(50);
            render(workspace, lessons, folder);
            Interlocked.Decrement(ref inside);
        };
        var results = await Task.WhenAll(course.InvokeAsync("build", "--force"), course.InvokeAsync("build", "--force"), course.InvokeAsync("build", "--force"));
        Assert.All(results, result => Assert.Equal(0, result.Code));
        Assert.Contains(results, result => result.Error.StartsWith("Another build is at work", StringComparison.Ordinal));
        NotebookReader.Read(course.Executed("runs"));
        Assert.Empty(course.Leftovers());
    }

    [Fact]
    public async Task Notebooks_that_measure_time_run_after_the_others_each_alone()
    {
        using var course = new CourseFolder("differs-from-run-to-run", "runs", "skips-a-cell");
        var result = await course.InvokeAsync("build", "--jobs", "1");
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.StartsWith("notebooks/differs-from-run-to-run.ipynb", result.Output.Split('\n')[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_failure_can_stop_the_others()
    {
        using var course = new CourseFolder("not-json", "runs-too-long");
        var result = await course.InvokeAsync("build", "--fail-fast", "--jobs", "2");
        Assert.Equal(1, result.Code);
        Assert.Contains("notebooks/runs-too-long.ipynb: was stopped.", result.Error, StringComparison.Ordinal);
        Assert.Contains("1 of 2 notebooks failed, 1 was stopped.", result.Error, StringComparison.Ordinal);
        Assert.Matches("notebooks/runs-too-long.ipynb: stopped", result.Output);
    }

    [Fact]
    public async Task A_course_without_lessons_is_told_so()
    {
        using var course = new CourseFolder();
        var result = await course.InvokeAsync("build");
        Assert.Equal((2, $"There are no notebooks in {course.Root}/notebooks.\n"), (result.Code, result.Error));
    }

    private static AngleSharp.Html.Dom.IHtmlDocument Page(CourseFolder course, string name) =>
        new HtmlParser().ParseDocument(File.ReadAllText(Path.Combine(course.Root, "artifacts", "site", name + ".html")));
}
