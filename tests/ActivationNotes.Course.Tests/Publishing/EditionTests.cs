using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;
using ActivationNotes.Course.Checks;
using ActivationNotes.Course.Execution;
using ActivationNotes.Course.Notebooks;
using ActivationNotes.Course.Publishing;
using ActivationNotes.Course.Sessions;

namespace ActivationNotes.Course.Tests.Publishing;

public sealed class EditionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Students_get_tasks_stubs_and_hints_and_nothing_that_tells_the_answer()
    {
        var lesson = new NotebookBuilder().Markdown("# Lesson").Markdown("Task", "exercise").Code("stub", ["exercise"], NotebookBuilder.Answer("01-a", false))
            .Markdown("Think", "hint").Code("answer", ["solution"], NotebookBuilder.Answer("01-a", true)).Markdown("Because", "solution").Markdown("Next").Build();
        var copy = StudentNotebook.Of(lesson);
        Assert.Equal(["# Lesson", "Task", "stub", "Think", "Next"], copy.Cells.Select(cell => cell.Source));
        Assert.All(copy.Cells, cell => Assert.Empty(cell.Outputs));
        Assert.Equal(7, lesson.Cells.Count);
        Assert.NotEmpty(lesson.Cells[2].Outputs);
    }

    [Fact]
    public async Task A_class_starts_with_the_students_zip_alone()
    {
        using var course = CourseFolder.WithLessons();
        using var class_ = new CourseFolder();
        var folder = await UnpackAsync(course, class_, "student");
        var kernel = KernelSpec.Read(Path.Combine(folder, "kernel"), ".net-csharp");
        Assert.Equal("C# (ActivationNotes)", kernel.DisplayName);
        Assert.Contains("This zip was made on ", await File.ReadAllTextAsync(Path.Combine(folder, "README.md"), Cancellation), StringComparison.Ordinal);
        foreach (var lesson in new[] { "00-start-here", "05-what-to-use-instead" })
        {
            var path = Path.Combine(folder, "notebooks", lesson + ".ipynb");
            var notebook = NotebookReader.Read(path);
            using var spill = new OutputSpill(class_.Root, notebook.Name);
            var run = await new NotebookRunner(TimeSpan.FromMinutes(5), TimeProvider.System).RunAsync(notebook, Path.GetDirectoryName(path)!, kernel, spill, _ => { }, Cancellation);
            Assert.Null(run.Failure);
            var answers = run.Executed.Cells.SelectMany(cell => cell.Outputs).Select(output => OutputRules.Json(output, MimeTypes.Exercise)).OfType<JsonObject>().ToArray();
            Assert.True(answers.Length >= 3);
            Assert.All(answers, answer => Assert.False((bool)answer["passed"]!));
        }
    }

    [Fact]
    public async Task Every_lesson_of_the_students_zip_has_its_tasks_stubs_and_hints_no_solution_and_no_broken_link()
    {
        using var course = CourseFolder.WithLessons();
        using var class_ = new CourseFolder();
        var notebooks = Path.Combine(await UnpackAsync(course, class_, "student"), "notebooks");
        var lessons = Directory.GetFiles(notebooks, "*.ipynb").Order(StringComparer.Ordinal).Select(path => (Path: path, Notebook: NotebookReader.Read(path))).ToArray();
        Assert.Equal(["00", "01", "02", "03", "04", "05"], lessons.Select(lesson => lesson.Notebook.Name[..2]));
        Assert.All(lessons, lesson =>
        {
            var cells = lesson.Notebook.Cells;
            var tasks = cells.Count(cell => cell.Kind == CellKind.Markdown && cell.Tags.Contains("exercise"));
            Assert.True(tasks >= 3, $"{lesson.Notebook.Name} has {tasks} exercises.");
            Assert.Equal(tasks, cells.Count(cell => cell.Kind == CellKind.Code && cell.Tags.Contains("exercise") && cell.Source.Contains("Exercise.Check(", StringComparison.Ordinal)));
            Assert.Equal(tasks, cells.Count(cell => cell.Tags.Contains("hint")));
            Assert.DoesNotContain(cells, cell => cell.Tags.Contains("solution"));
            Assert.All(cells, cell => Assert.Empty(cell.Outputs));
            Assert.Empty(LinkRules.Check(lesson.Notebook, lesson.Path, lesson.Notebook.Name));
        });
    }

    [Fact]
    public async Task Jupyter_registers_the_kernel_of_the_zip_and_runs_a_students_notebook()
    {
        Jupyter.Require();
        using var course = CourseFolder.WithLessons();
        using var class_ = new CourseFolder();
        var folder = await UnpackAsync(course, class_, "student");
        await PythonAsync("jupyter_client.kernelspecapp", "install", "--prefix", Path.Combine(class_.Root, "env"), "--name", ".net-csharp", Path.Combine(folder, "kernel"));
        await PythonAsync("nbconvert", "--to", "notebook", "--execute", "--output", "done.ipynb", Path.Combine(folder, "notebooks", "00-start-here.ipynb"));
        var done = NotebookReader.Read(Path.Combine(folder, "notebooks", "done.ipynb"));
        Assert.Contains(done.Cells.SelectMany(cell => cell.Outputs), output => output.Content(MimeTypes.Figure) is not null);

        async Task PythonAsync(string module, params string[] arguments)
        {
            var start = new ProcessStartInfo("/usr/bin/python3", ["-m", module, .. arguments]) { UseShellExecute = false, RedirectStandardError = true };
            start.Environment["JUPYTER_PATH"] = Path.Combine(class_.Root, "env", "share", "jupyter");
            using var process = Process.Start(start)!;
            var error = await process.StandardError.ReadToEndAsync(Cancellation);
            await process.WaitForExitAsync(Cancellation);
            Assert.True(process.ExitCode == 0, error);
        }
    }

    [Fact]
    public async Task Teachers_get_executed_lessons_with_solutions()
    {
        using var course = CourseFolder.WithLessons();
        foreach (var other in Directory.EnumerateFiles(Path.Combine(course.Root, "notebooks")).Where(file => !file.Contains("00-", StringComparison.Ordinal))) File.Delete(other);
        using var desk = new CourseFolder();
        var folder = await UnpackAsync(course, desk, "teacher");
        var notebook = NotebookReader.Read(Path.Combine(folder, "notebooks", "00-start-here.ipynb"));
        Assert.Contains(notebook.Cells, cell => cell.Tags.Contains("solution") && cell.Outputs.Any(output => output.Content(MimeTypes.Exercise) is not null));
        Assert.Empty(ExerciseRules.Check(notebook, "00"));
        Assert.Contains("teacher's edition", await File.ReadAllTextAsync(Path.Combine(folder, "README.md"), Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_course_gives_the_same_bytes()
    {
        using var course = CourseFolder.WithLessons();
        await course.InvokeAsync("export", "--student", "one");
        await Task.Delay(2100, Cancellation);
        await course.InvokeAsync("export", "--student", "two");
        Assert.Equal(await File.ReadAllBytesAsync(Zip("one"), Cancellation), await File.ReadAllBytesAsync(Zip("two"), Cancellation));
        await using var archive = await ZipFile.OpenReadAsync(Zip("one"), Cancellation);
        var names = archive.Entries.Select(entry => entry.FullName).ToArray();
        Assert.All(names, name => Assert.StartsWith("activation-notes-student/", name, StringComparison.Ordinal));
        Assert.DoesNotContain(names, name => name.EndsWith(".pdb", StringComparison.Ordinal) || name.EndsWith("/ActivationNotes.Kernel", StringComparison.Ordinal) || name.Contains("..", StringComparison.Ordinal));

        string Zip(string folder) => Path.Combine(course.Root, folder, "activation-notes-student.zip");
    }

    [Fact]
    public async Task A_failing_lesson_gives_teachers_no_zip()
    {
        using var course = new CourseFolder("fails");
        var result = await course.InvokeAsync("export", "--teacher", "out");
        Assert.Equal(1, result.Code);
        Assert.Contains("notebooks/fails.ipynb, cell 2, line 3: the cell failed", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(course.Root, "out")));
    }

    [Fact]
    public async Task A_course_that_is_not_built_cannot_be_handed_out()
    {
        using var course = new CourseFolder("runs");
        var result = await course.InvokeAsync("export", "--student", "out");
        Assert.Equal(2, result.Code);
        Assert.Contains("are not built. Run: dotnet build", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_to_export_is_answered_with_what_there_is()
    {
        using var course = new CourseFolder("runs");
        var result = await course.InvokeAsync("export");
        Assert.Equal(2, result.Code);
        Assert.StartsWith("Say what to export: --student DIR, --teacher DIR or --absolute DIR.", result.Error, StringComparison.Ordinal);
    }

    private static async Task<string> UnpackAsync(CourseFolder course, CourseFolder place, string edition)
    {
        var result = await course.InvokeAsync("export", "--" + edition, "out");
        Assert.Equal((0, ""), (result.Code, result.Error));
        await ZipFile.ExtractToDirectoryAsync(Path.Combine(course.Root, "out", $"activation-notes-{edition}.zip"), place.Root, Cancellation);
        return Path.Combine(place.Root, $"activation-notes-{edition}");
    }
}
