using ActivationNotes.Course.Commands;
using ActivationNotes.Course.Publishing;
using Spectre.Console;

namespace ActivationNotes.Course.Tests;

/// <summary>A course of its own in a temporary folder, with the fixture notebooks a test needs.</summary>
public sealed class CourseFolder : IDisposable
{
    public CourseFolder(params string[] fixtures)
    {
        Root = Directory.CreateTempSubdirectory("course-tests-").FullName;
        File.WriteAllText(Path.Combine(Root, "ActivationNotes.sln"), "");
        Directory.CreateDirectory(Path.Combine(Root, "notebooks"));
        foreach (var fixture in fixtures) File.Copy(Fixture(fixture), Notebook(fixture));
    }

    /// <summary>A course with the lessons, libraries and data of this repository.</summary>
    public static CourseFolder WithLessons()
    {
        var course = new CourseFolder();
        var repository = Workspace.Find(AppContext.BaseDirectory).Root;
        Directory.CreateDirectory(Path.Combine(course.Root, "lib"));
        foreach (var folder in new[] { "lib/bin", "data", "docs" }) Directory.CreateSymbolicLink(Path.Combine(course.Root, folder), Path.Combine(repository, folder));
        foreach (var lesson in Directory.EnumerateFiles(Path.Combine(repository, "notebooks"), "*.ipynb")) File.Copy(lesson, course.Notebook(Path.GetFileNameWithoutExtension(lesson)));
        File.Copy(Path.Combine(repository, "README.md"), Path.Combine(course.Root, "README.md"));
        return course;
    }

    /// <summary>A course of fixtures with the libraries of this repository, and their sources.</summary>
    public static CourseFolder WithLibraries(params string[] fixtures)
    {
        var course = new CourseFolder(fixtures);
        var repository = Workspace.Find(AppContext.BaseDirectory).Root;
        Directory.CreateDirectory(Path.Combine(course.Root, "lib", "ActivationNotes"));
        Directory.CreateSymbolicLink(Path.Combine(course.Root, "lib", "bin"), Path.Combine(repository, "lib", "bin"));
        File.WriteAllText(Path.Combine(course.Root, "lib", "ActivationNotes", "Source.cs"), "// A source.\n");
        return course;
    }

    public string Root { get; }

    /// <summary>Writes the site; set by tests that want another.</summary>
    public SiteRenderer Render { get; set; } = CourseSite.Render;

    public static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "Notebooks", name + ".ipynb");

    public string Notebook(string name) => Path.Combine(Root, "notebooks", name + ".ipynb");

    public string Executed(string name) => Path.Combine(Root, "artifacts", "executed", name + ".ipynb");

    public string ExecutedText(string name) => File.ReadAllText(Executed(name));

    public Task<CommandResult> InvokeAsync(params string[] arguments) => InvokeAsync(null, arguments);

    /// <summary>The same with somebody watching a terminal.</summary>
    public async Task<CommandResult> InvokeAsync(IAnsiConsole? terminal, params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        // Writers are shared between notebooks that run side by side.
        var context = new CommandContext(TextWriter.Synchronized(output), TextWriter.Synchronized(error), Root, TimeProvider.System, Render) { Terminal = terminal };
        var code = await CommandLine.InvokeAsync(arguments, context, TestContext.Current.CancellationToken);
        return new CommandResult(code, output.ToString(), error.ToString());
    }

    /// <summary>Everything below artifacts that a user would call half-written.</summary>
    public IReadOnlyList<string> Leftovers() => Directory.Exists(Path.Combine(Root, "artifacts"))
        ? [.. Directory.EnumerateFileSystemEntries(Path.Combine(Root, "artifacts"), "*.tmp", SearchOption.AllDirectories)]
        : [];

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
