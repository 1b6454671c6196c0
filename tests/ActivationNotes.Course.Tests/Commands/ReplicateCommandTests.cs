using ActivationNotes.Course.Replication;

namespace ActivationNotes.Course.Tests.Commands;

public sealed class ReplicateCommandTests
{
    private const string Chance = "notebooks/draws-by-chance.ipynb";

    [Fact]
    public async Task Claims_are_counted_over_sets_of_seeds_beyond_the_lessons_own()
    {
        using var course = CourseFolder.WithLibraries("draws-by-chance", "runs");
        var result = await course.InvokeAsync("replicate", "--sets", "3", "--jobs", "1");
        Assert.Equal((0, "draws-by-chance: the claim S1 held in 2 of 3 sets of seeds.\n"), (result.Code, result.Error));
        Assert.Contains("notebooks/runs.ipynb: has no parameters firstSeed and seedCount", result.Output, StringComparison.Ordinal);
        Assert.Contains("draws-by-chance, seeds 3 to 4: 2 of 2 claims held in ", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("Written: data/replication.csv and docs/replication.md\n", result.Output, StringComparison.Ordinal);
        Assert.Equal("3 5 7 ", await SeedsAsync(course));
        Assert.False(File.Exists(Path.Combine(course.Root, "timed.txt")));
        var lines = await File.ReadAllLinesAsync(Path.Combine(course.Root, "data", "replication.csv"), TestContext.Current.CancellationToken);
        Assert.Equal("lesson,claim,kind,sets,held,lowest,median,highest,sources", lines[0]);
        Assert.Equal(3, lines.Length);
        Assert.Matches("^draws-by-chance,S1,measured,3,2,3,5,7,[0-9a-f]{64}$", lines[1]);
        Assert.Matches("^draws-by-chance,S2,theorem,3,3,2,2,2,[0-9a-f]{64}$", lines[2]);
        var page = await File.ReadAllTextAsync(Path.Combine(course.Root, "docs", "replication.md"), TestContext.Current.CancellationToken);
        Assert.Contains("| draws-by-chance | S1 | measured | 2 of 3 | 3 | 5 | 7 | at most 6 | The first seed is small. |", page, StringComparison.Ordinal);
        Assert.Contains("Of 1 measured claims 0 held with every set.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_stopped_goes_on_and_a_change_begins_anew()
    {
        using var course = CourseFolder.WithLibraries("draws-by-chance");
        using (var tool = ToolProcess.Start(course, "replicate", "--sets", "3", "--jobs", "1"))
        {
            // The first set is kept, and the second is at work.
            while (await tool.Output.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.StartsWith("draws-by-chance, seeds 3", StringComparison.Ordinal))
            {
            }

            await tool.SignalAsync("KILL");
            await tool.EndAsync();
        }

        Assert.False(File.Exists(Path.Combine(course.Root, "data", "replication.csv")));
        File.Delete(Path.Combine(course.Root, "seeds.txt"));
        Assert.Equal(0, (await course.InvokeAsync("replicate", "--sets", "3", "--jobs", "1")).Code);
        Assert.DoesNotContain("3 ", await SeedsAsync(course), StringComparison.Ordinal);
        Assert.EndsWith("7 ", await SeedsAsync(course), StringComparison.Ordinal);
        Assert.Equal(3, Assert.Single(Table(course), claim => claim.Claim == "S1").Sets);
        File.Delete(Path.Combine(course.Root, "seeds.txt"));
        await course.InvokeAsync("replicate", "--sets", "3");
        Assert.False(File.Exists(Path.Combine(course.Root, "seeds.txt")));
        await File.WriteAllTextAsync(Path.Combine(course.Root, "lib", "ActivationNotes", "Source.cs"), "// Another source.\n", TestContext.Current.CancellationToken);
        await course.InvokeAsync("replicate", "--sets", "1", "--first", "101");
        Assert.Equal("101 ", await SeedsAsync(course));
        Assert.Equal((1, 0), (Table(course)[0].Sets, Table(course)[0].Held));
    }

    [Fact]
    public async Task What_another_machine_would_show_is_found_with_its_cell()
    {
        using var course = CourseFolder.WithLibraries("depends-on-the-machine", "runs");
        var result = await course.InvokeAsync("replicate", "--modes");
        Assert.SkipWhen(System.Numerics.Vector<float>.Count == 4, "This machine has no registers to take away.");
        Assert.Equal(1, result.Code);
        Assert.Contains("depends-on-the-machine: with no 256-bit registers, no FMA its outputs differ in cell 3: ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("cell 2: ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("cell 4: ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("runs: with", result.Error, StringComparison.Ordinal);
        var page = await File.ReadAllTextAsync(Path.Combine(course.Root, "docs", "replication.md"), TestContext.Current.CancellationToken);
        Assert.Contains("| runs | the same | the same | the same | the same |", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_of_a_lesson_that_has_changed_are_noted_and_fail_a_strict_check()
    {
        using var course = CourseFolder.WithLibraries("draws-by-chance");
        const string Never = "its claims were never measured with other seeds. Run: dotnet run --project lib/ActivationNotes.Course -- replicate notebooks/draws-by-chance.ipynb";
        const string Changed = "have changed since its claims were measured with other seeds.";
        Assert.Contains($"Note: {Chance}: {Never}", (await course.InvokeAsync("check", Chance)).Output, StringComparison.Ordinal);
        await course.InvokeAsync("replicate", "--sets", "1");
        Assert.DoesNotContain("Note:", (await course.InvokeAsync("check", Chance)).Output, StringComparison.Ordinal);
        var source = await File.ReadAllTextAsync(course.Notebook("draws-by-chance"), TestContext.Current.CancellationToken);
        // Prose is no source, and neither are the ends of lines.
        await File.WriteAllTextAsync(course.Notebook("draws-by-chance"), source.Replace("Its claims depend", "All claims depend", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(course.Root, "lib", "ActivationNotes", "Source.cs"), "// A source.\r\n", TestContext.Current.CancellationToken);
        Assert.DoesNotContain("Note:", (await course.InvokeAsync("check", Chance)).Output, StringComparison.Ordinal);
        await File.WriteAllTextAsync(course.Notebook("draws-by-chance"), source.Replace("firstSeed, 6", "firstSeed, 7", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var check = await course.InvokeAsync("check", Chance);
        Assert.Contains(Changed, check.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Changed, check.Error, StringComparison.Ordinal);
        Assert.Contains(Changed, (await course.InvokeAsync("check", Chance, "--strict")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_say_how_often_a_claim_held()
    {
        using var course = CourseFolder.WithLibraries("draws-by-chance");
        await course.InvokeAsync("replicate", "--sets", "3");
        await course.InvokeAsync("build");
        foreach (var name in new[] { "draws-by-chance", "claims" })
        {
            using var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await File.ReadAllTextAsync(Path.Combine(course.Root, "artifacts", "site", name + ".html"), TestContext.Current.CancellationToken));
            Assert.Equal("held in 2 of 3", Assert.Single(page.QuerySelectorAll(".replicated")).TextContent);
        }
    }

    private static Task<string> SeedsAsync(CourseFolder course) => File.ReadAllTextAsync(Path.Combine(course.Root, "seeds.txt"), TestContext.Current.CancellationToken);

    private static IReadOnlyList<Replicated> Table(CourseFolder course) => ReplicationTable.Read(Path.Combine(course.Root, "data", "replication.csv")).Claims;
}
