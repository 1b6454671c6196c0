using System.Text.RegularExpressions;
using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Tests.Commands;

public sealed class RunCommandTests
{
    [Fact]
    public async Task A_notebook_is_executed_into_a_copy_and_its_source_is_untouched()
    {
        using var course = new CourseFolder("runs");
        var before = await File.ReadAllBytesAsync(course.Notebook("runs"), TestContext.Current.CancellationToken);
        var result = await course.InvokeAsync("run", "notebooks/runs.ipynb");
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.StartsWith("notebooks/runs.ipynb: 2 code cells run in ", result.Output, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(course.Notebook("runs"), TestContext.Current.CancellationToken));
        var executed = NotebookReader.Read(course.Executed("runs"));
        Assert.Equal("hello\n", Assert.Single(executed.Cells[1].Outputs).Text);
        Assert.Contains("42", Assert.Single(executed.Cells[2].Outputs).Content("text/html"), StringComparison.Ordinal);
        Assert.Equal(2, (int?)executed.Cells[2].Node["execution_count"]);
        Assert.Empty(course.Leftovers());
    }

    [Fact]
    public async Task Running_twice_gives_the_same_bytes()
    {
        using var course = new CourseFolder("runs");
        await course.InvokeAsync("run", "notebooks/runs.ipynb");
        var first = course.ExecutedText("runs");
        await course.InvokeAsync("run", "--force", "notebooks/runs.ipynb");
        Assert.Equal(first, course.ExecutedText("runs"));
    }

    [Fact]
    public async Task Lesson_01_gives_the_same_bytes_whenever_it_is_run()
    {
        using var course = CourseFolder.WithLessons();
        var first = await course.InvokeAsync("run", "notebooks/01-the-sigmoid.ipynb");
        Assert.Equal((0, ""), (first.Code, first.Error));
        var text = course.ExecutedText("01-the-sigmoid");
        await course.InvokeAsync("run", "--force", "notebooks/01-the-sigmoid.ipynb");
        Assert.Equal(text, course.ExecutedText("01-the-sigmoid"));
        Assert.DoesNotContain("\"execution\": {", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unchanged_notebook_is_not_run_again_when_its_copy_will_do_and_a_changed_one_is()
    {
        using var course = new CourseFolder("runs", "skips-a-cell");
        await course.InvokeAsync("run", "--cached", "notebooks/runs.ipynb", "notebooks/skips-a-cell.ipynb");
        var source = await File.ReadAllTextAsync(course.Notebook("runs"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(course.Notebook("runs"), source.Replace("= 41", "= 40", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var result = await course.InvokeAsync("run", "--cached", "notebooks/runs.ipynb", "notebooks/skips-a-cell.ipynb");
        Assert.Contains("notebooks/skips-a-cell.ipynb: unchanged, not run again", result.Output, StringComparison.Ordinal);
        Assert.Contains("notebooks/runs.ipynb: 2 code cells run", result.Output, StringComparison.Ordinal);
        Assert.Contains("41", course.ExecutedText("runs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_sentence_runs_nothing_but_reaches_the_executed_copy()
    {
        using var course = new CourseFolder("runs");
        await course.InvokeAsync("run", "--cached", "notebooks/runs.ipynb");
        var source = await File.ReadAllTextAsync(course.Notebook("runs"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(course.Notebook("runs"), source.Replace("Every cell", "Each cell", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var result = await course.InvokeAsync("run", "--cached", "notebooks/runs.ipynb");
        Assert.Contains("unchanged", result.Output, StringComparison.Ordinal);
        Assert.Contains("Each cell", course.ExecutedText("runs"), StringComparison.Ordinal);
        Assert.Contains("hello", course.ExecutedText("runs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changed_data_runs_everything()
    {
        using var course = new CourseFolder("runs");
        await course.InvokeAsync("run", "--cached", "notebooks/runs.ipynb");
        Directory.CreateDirectory(Path.Combine(course.Root, "data"));
        await File.WriteAllTextAsync(Path.Combine(course.Root, "data", "new.csv"), "x", TestContext.Current.CancellationToken);
        Assert.Contains("cells run", (await course.InvokeAsync("run", "--cached", "notebooks/runs.ipynb")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_cell_is_shown_with_its_place_and_the_other_notebooks_go_on()
    {
        using var course = new CourseFolder("fails", "runs");
        var result = await course.InvokeAsync("run", "notebooks/fails.ipynb", "notebooks/runs.ipynb");
        Assert.Equal(1, result.Code);
        Assert.StartsWith("""

            notebooks/fails.ipynb, cell 2, line 3: the cell failed

                1 | var zero = 0;
                2 | Console.WriteLine("before the error");
              > 3 | var never = 1 / zero;
                4 | Console.WriteLine("after the error");

            System.DivideByZeroException: Attempted to divide by zero.
            """, result.Error, StringComparison.Ordinal);
        Assert.Contains("Output so far:\n  before the error\n", result.Error, StringComparison.Ordinal);
        Assert.Contains("1 of 2 notebooks failed.", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(course.Executed("fails")));
        Assert.True(File.Exists(course.Executed("runs")));
    }

    [Theory]
    [InlineData("does-not-compile", "does-not-compile.ipynb, cell 1, line 2: the cell failed", "error CS0103")]
    [InlineData("kernel-dies", "kernel-dies.ipynb, cell 1: the kernel died", "Environment.Exit(7)")]
    [InlineData("raises-nothing-though-expected", "raises-nothing-though-expected.ipynb, cell 1: an error was expected", "raises-exception")]
    [InlineData("for-another-language", "is a notebook for Python 3 (ipykernel) (language \"python\")", "run --kernel python3")]
    [InlineData("has-a-cell-in-another-language", "notebooks/has-a-cell-in-another-language.ipynb, cell 2: is written in \"fsharp\"", "Write it in C#")]
    [InlineData("wrong-id", "notebooks/wrong-id.ipynb, cell 2: \"id\" is not a text.", "1 of 1 notebook failed.")]
    [InlineData("wrong-output", "notebooks/wrong-output.ipynb, cell 1: output 2: \"text\" is not a text.", "1 of 1 notebook failed.")]
    [InlineData("disappears-while-it-runs", "notebooks/disappears-while-it-runs.ipynb: disappeared while it ran", "its executed copy was not written")]
    [InlineData("not-json", "notebooks/not-json.ipynb: not JSON at line 3", "1 of 1 notebook failed.")]
    [InlineData("missing", "notebooks/missing.ipynb: there is no such file", "1 of 1 notebook failed.")]
    public async Task What_is_wrong_is_said_with_the_place_and_without_a_stack_trace_of_ours(string fixture, string place, string reason)
    {
        using var course = fixture == "missing" ? new CourseFolder() : new CourseFolder(fixture);
        var result = await course.InvokeAsync("run", $"notebooks/{fixture}.ipynb");
        Assert.Equal(1, result.Code);
        Assert.Contains(place, result.Error, StringComparison.Ordinal);
        Assert.Contains(reason, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("ActivationNotes.Course", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(course.Executed(fixture)));
        Assert.Empty(course.Leftovers());
    }

    [Fact]
    public async Task A_cell_that_takes_too_long_is_interrupted_and_reported()
    {
        using var course = new CourseFolder("runs-too-long");
        // Long enough for the first line to be printed on a slow machine.
        var result = await course.InvokeAsync("run", "--timeout", "8.5", "notebooks/runs-too-long.ipynb");
        Assert.Equal(1, result.Code);
        Assert.Contains("runs-too-long.ipynb, cell 1: the time is up", result.Error, StringComparison.Ordinal);
        Assert.Contains("longer than the 8.5 s it may take", result.Error, StringComparison.Ordinal);
        Assert.Contains("Output so far:\n  started\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Expected_errors_are_outputs_and_skipped_cells_do_not_run()
    {
        using var course = new CourseFolder("raises-as-expected", "skips-a-cell");
        var result = await course.InvokeAsync("run", "notebooks/raises-as-expected.ipynb", "notebooks/skips-a-cell.ipynb");
        Assert.Equal((0, ""), (result.Code, result.Error));
        var raised = NotebookReader.Read(course.Executed("raises-as-expected"));
        Assert.Equal("error", Assert.Single(raised.Cells[0].Outputs).Kind);
        Assert.Equal("and on it goes\n", Assert.Single(raised.Cells[1].Outputs).Text);
        var skipped = NotebookReader.Read(course.Executed("skips-a-cell"));
        Assert.Empty(skipped.Cells[0].Outputs);
        Assert.Null(skipped.Cells[0].Node["execution_count"]);
    }

    [Fact]
    public async Task What_the_tool_does_not_know_survives_byte_for_byte()
    {
        using var course = new CourseFolder("unknown-metadata", "half-surrogates-in-source");
        var result = await course.InvokeAsync("run", "notebooks/unknown-metadata.ipynb", "notebooks/half-surrogates-in-source.ipynb");
        Assert.Equal((0, ""), (result.Code, result.Error));
        foreach (var name in new[] { "unknown-metadata", "half-surrogates-in-source" })
        {
            var executed = NotebookReader.Read(course.Executed(name));
            foreach (var cell in executed.Cells.Where(cell => cell.Kind == CellKind.Code))
            {
                Assert.NotEmpty(cell.Outputs);
                cell.Node["outputs"] = JsonText.Parse("[]"u8);
                cell.Node["execution_count"] = null;
            }

            Assert.Equal(await File.ReadAllTextAsync(course.Notebook(name), TestContext.Current.CancellationToken), JsonText.Indented(executed.Node));
        }
    }

    [Fact]
    public async Task A_file_of_other_habits_keeps_every_byte_but_its_outputs()
    {
        using var course = new CourseFolder("as-another-tool-writes-it");
        var result = await course.InvokeAsync("run", "notebooks/as-another-tool-writes-it.ipynb");
        Assert.Equal((0, ""), (result.Code, result.Error));
        var source = await File.ReadAllTextAsync(course.Notebook("as-another-tool-writes-it"), TestContext.Current.CancellationToken);
        var cells = NotebookReader.Read(course.Executed("as-another-tool-writes-it")).Cells;
        Assert.Contains("42", Assert.Single(cells[1].Outputs).Content("text/html"), StringComparison.Ordinal);
        Assert.Equal("1\n", Assert.Single(cells[2].Outputs).Text);
        var executed = Regex.Replace(course.ExecutedText("as-another-tool-writes-it"), @"\[\n    \{\n.*?\n   \]", "[]", RegexOptions.Singleline);
        Assert.Equal(
            source.Replace("\"execution_count\": null", "\"execution_count\": 1", StringComparison.Ordinal).Replace("{\"id\": \"bare\"", "{\"execution_count\": 2, \"outputs\": [], \"id\": \"bare\"", StringComparison.Ordinal),
            executed);
    }

    [Fact]
    public async Task Displays_that_are_updated_and_outputs_that_are_cleared_are_stored_as_they_ended()
    {
        using var course = new CourseFolder("updates-a-display");
        var result = await course.InvokeAsync("run", "notebooks/updates-a-display.ipynb");
        Assert.Equal((0, ""), (result.Code, result.Error));
        var cells = NotebookReader.Read(course.Executed("updates-a-display")).Cells;
        Assert.Equal("second", Assert.Single(cells[0].Outputs).Content("text/plain"));
        Assert.Equal("stays\n", Assert.Single(cells[1].Outputs).Text);
        Assert.Equal("short\n", Assert.Single(cells[2].Outputs).Text);
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(course.Executed("updates-a-display"))!, "*.txt"));
    }

    [Fact]
    public async Task A_notebook_runs_again_when_one_that_it_imports_changes()
    {
        using var course = new CourseFolder("imports-another");
        var other = Path.Combine(course.Root, "notebooks", "shared", "other.ipynb");
        Directory.CreateDirectory(Path.GetDirectoryName(other)!);
        await WriteAsync("41");
        await course.InvokeAsync("run", "--cached", "notebooks/imports-another.ipynb");
        Assert.Contains("41", course.ExecutedText("imports-another"), StringComparison.Ordinal);
        await WriteAsync("42");
        await course.InvokeAsync("run", "--cached", "notebooks/imports-another.ipynb");
        Assert.Contains("42", course.ExecutedText("imports-another"), StringComparison.Ordinal);

        Task WriteAsync(string value) => File.WriteAllTextAsync(other, JsonText.Indented(new NotebookBuilder().Code($"var shared = {value};").Build().Node), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_notebook_elsewhere_always_runs_for_nobody_knows_what_it_reads_there()
    {
        using var course = new CourseFolder("runs");
        File.Move(course.Notebook("runs"), Path.Combine(course.Root, "runs.ipynb"));
        await course.InvokeAsync("run", "runs.ipynb");
        Assert.Contains("2 code cells run", (await course.InvokeAsync("run", "--cached", "runs.ipynb")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("artifacts/executed/runs.ipynb", "artifacts/executed")]
    [InlineData("link/runs.ipynb", "artifacts/executed")]
    [InlineData("link.ipynb", "artifacts/executed")]
    [InlineData("notebooks/runs.ipynb", "notebooks")]
    public async Task A_source_that_its_own_copy_would_replace_is_refused(string named, string executed)
    {
        using var course = new CourseFolder("runs");
        Directory.CreateDirectory(Path.Combine(course.Root, "artifacts"));
        if (executed == "notebooks") Directory.CreateSymbolicLink(Path.Combine(course.Root, "artifacts", "executed"), Path.Combine(course.Root, "notebooks"));
        else Directory.CreateDirectory(Path.Combine(course.Root, "artifacts", "executed"));
        var source = Path.Combine(course.Root, executed, "runs.ipynb");
        if (executed != "notebooks") File.Move(course.Notebook("runs"), source);
        Directory.CreateSymbolicLink(Path.Combine(course.Root, "link"), Path.Combine(course.Root, "artifacts", "executed"));
        File.CreateSymbolicLink(Path.Combine(course.Root, "link.ipynb"), source);
        var before = await File.ReadAllTextAsync(source, TestContext.Current.CancellationToken);
        var result = await course.InvokeAsync("run", named);
        Assert.Equal(2, result.Code);
        Assert.StartsWith($"{named} lies in {course.Root}/artifacts/executed, where executed copies are written, and sources are never changed.", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(source, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Odd_characters_and_floods_of_output_are_stored_correctly()
    {
        using var course = new CourseFolder("prints-odd-characters", "prints-a-million-lines");
        var result = await course.InvokeAsync("run", "notebooks/prints-odd-characters.ipynb", "notebooks/prints-a-million-lines.ipynb");
        Assert.Equal((0, ""), (result.Code, result.Error));
        var text = string.Concat(NotebookReader.Read(course.Executed("prints-odd-characters")).Cells[0].Outputs.Select(output => output.Text));
        Assert.Contains("</script><script>alert(1)</script>\n", text, StringComparison.Ordinal);
        Assert.Contains("bell \u0007 escape \u001b[31m null \0 end\n", text, StringComparison.Ordinal);
        Assert.Contains("whole pair 😀 end\n", text, StringComparison.Ordinal);
        Assert.Matches("half a pair (\ud83d|\ufffd) end\n", text);
        Assert.Contains("1000000 lines in all, the whole is in prints-a-million-lines.cell-01.stdout.txt", course.ExecutedText("prints-a-million-lines"), StringComparison.Ordinal);
        var whole = await File.ReadAllLinesAsync(
            Path.Combine(course.Root, "artifacts", "executed", "prints-a-million-lines.cell-01.stdout.txt"), TestContext.Current.CancellationToken);
        Assert.Equal(1_000_000, whole.Length);
        Assert.Equal("999999", whole[^1]);
    }

    [Fact]
    public async Task A_long_value_is_cut_off_and_kept_whole_in_a_file()
    {
        using var course = new CourseFolder("shows-a-long-value");
        var result = await course.InvokeAsync("run", "notebooks/shows-a-long-value.ipynb");
        Assert.Equal((0, ""), (result.Code, result.Error));
        var shown = Assert.Single(NotebookReader.Read(course.Executed("shows-a-long-value")).Cells[0].Outputs);
        Assert.Equal("execute_result", shown.Kind);
        var text = shown.Content("text/plain")!;
        Assert.StartsWith("0\n1\n", text, StringComparison.Ordinal);
        Assert.EndsWith("1999\n[… cut off here: 1000000 lines in all, the whole is in shows-a-long-value.cell-01.value.txt]\n", text, StringComparison.Ordinal);
        var whole = await File.ReadAllTextAsync(Path.Combine(course.Root, "artifacts", "executed", "shows-a-long-value.cell-01.value.txt"), TestContext.Current.CancellationToken);
        Assert.Equal(string.Join('\n', Enumerable.Range(0, 1_000_000)), whole);
    }

    [Fact]
    public async Task A_long_message_is_cut_off_in_the_report()
    {
        using var course = new CourseFolder("throws-a-long-message");
        var result = await course.InvokeAsync("run", "notebooks/throws-a-long-message.ipynb");
        Assert.Contains("System.InvalidOperationException: 0\n1\n", result.Error, StringComparison.Ordinal);
        Assert.Matches(@"\n… \d+ lines more\n", result.Error);
        Assert.InRange(result.Error.Split('\n').Length, 60, 80);
    }

    [Fact]
    public async Task Half_a_character_in_a_cells_code_reaches_the_kernel_as_it_is()
    {
        using var course = new CourseFolder("half-surrogates-in-code");
        var result = await course.InvokeAsync("run", "notebooks/half-surrogates-in-code.ipynb");
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Contains("55357", Assert.Single(NotebookReader.Read(course.Executed("half-surrogates-in-code")).Cells[0].Outputs).Content("text/html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_installed_kernel_runs_its_notebooks()
    {
        Jupyter.Require();
        using var course = new CourseFolder("python");
        var result = await course.InvokeAsync("run", "--kernel", "python3", "notebooks/python.ipynb");
        Assert.Equal((0, ""), (result.Code, result.Error));
        var cells = NotebookReader.Read(course.Executed("python")).Cells;
        Assert.Equal(["display_data", "stdout", "stderr"], cells[1].Outputs.Select(output => output.Kind == "stream" ? output.StreamName : output.Kind));
        Assert.Equal("'second'", cells[1].Outputs[0].Content("text/plain"));
        Assert.Equal("stays\n", Assert.Single(cells[2].Outputs).Text);
        Assert.Equal("42", Assert.Single(cells[3].Outputs).Content("text/plain"));
    }

    [Fact]
    public async Task The_failing_line_is_found_in_the_traceback_of_another_kernel()
    {
        Jupyter.Require();
        using var course = new CourseFolder("python-fails");
        var result = await course.InvokeAsync("run", "--kernel", "python3", "notebooks/python-fails.ipynb");
        Assert.Contains("python-fails.ipynb, cell 1, line 7: the cell failed", result.Error, StringComparison.Ordinal);
        Assert.Contains("  > 7 | root(-1)\n", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', result.Error);
    }

    [Fact]
    public async Task A_kernel_that_ignores_the_interrupt_is_killed()
    {
        Jupyter.Require();
        using var course = new CourseFolder("python-ignores-interrupts");
        var result = await course.InvokeAsync("run", "--kernel", "python3", "--timeout", "0.2", "notebooks/python-ignores-interrupts.ipynb");
        Assert.Equal(1, result.Code);
        Assert.Contains("it did not heed the interrupt, so its kernel was killed", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_kernel_is_answered_with_those_there_are()
    {
        using var course = new CourseFolder("runs");
        var result = await course.InvokeAsync("run", "--kernel", "cobol", "notebooks/runs.ipynb");
        Assert.Equal(2, result.Code);
        Assert.StartsWith("There is no Jupyter kernel named \"cobol\".", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Artifacts_that_cannot_be_written_are_named()
    {
        using var course = new CourseFolder("runs");
        await File.WriteAllTextAsync(Path.Combine(course.Root, "artifacts"), "a file where a folder should be", TestContext.Current.CancellationToken);
        var result = await course.InvokeAsync("run", "notebooks/runs.ipynb");
        Assert.Equal(2, result.Code);
        Assert.StartsWith($"The folder {Path.Combine(course.Root, "artifacts")} cannot be written to: ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--timeout", "soon")]
    [InlineData("--jobs", "0")]
    public async Task A_wrong_number_is_answered_with_what_is_allowed(string option, string value)
    {
        using var course = new CourseFolder("runs");
        var result = await course.InvokeAsync("run", option, value, "notebooks/runs.ipynb");
        Assert.Equal(2, result.Code);
        Assert.Contains($"{option} takes a number", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_shows_examples()
    {
        using var course = new CourseFolder();
        var result = await course.InvokeAsync("run", "--help");
        Assert.Equal(0, result.Code);
        Assert.Contains("Examples:", result.Output, StringComparison.Ordinal);
        Assert.Contains("--timeout 60", result.Output, StringComparison.Ordinal);
    }
}
