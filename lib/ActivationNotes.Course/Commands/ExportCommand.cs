using System.CommandLine;
using ActivationNotes.Course.Execution;
using ActivationNotes.Course.Notebooks;
using ActivationNotes.Course.Publishing;

namespace ActivationNotes.Course.Commands;

/// <summary>export: the lessons for other places and other people.</summary>
public static class ExportCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var student = Folder("--student", "Write a zip for students into DIR: lessons without solutions, the libraries, the data and the kernel; nothing needs to be built.");
        var teacher = Folder("--teacher", "Write a zip for teachers into DIR: executed lessons with solutions, and all that the students' has. Runs the lessons that changed.");
        var absolute = Folder("--absolute", "Write copies of the lessons into DIR whose #r lines are absolute paths on this machine, as Verso needs them.");
        var command = new Command("export", "Writes the lessons for a class, or for other hosts.") { student, teacher, absolute };
        var settings = new RunSettings(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(student) is null && result.GetValue(teacher) is null && result.GetValue(absolute) is null)
                result.AddError("Say what to export: --student DIR, --teacher DIR or --absolute DIR.");
        });
        command.SetAction(async (arguments, cancellation) =>
        {
            var workspace = Workspace.Find(context.Folder);
            var runs = new NotebookRuns(context, workspace);
            // All are read before the first is written: a broken one leaves nothing half done.
            var lessons = runs.Lessons().Select(job => NotebookReader.Read(job.Path, job.Shown)).ToArray();
            if (arguments.GetValue(absolute) is { } place) Copy(context, workspace, lessons, Path.GetFullPath(place, context.Folder));
            if (arguments.GetValue(student) is { } students) Archive(Edition.Student(lessons), students);
            if (arguments.GetValue(teacher) is { } teachers)
            {
                if (await ExecutedAsync(runs, settings.Read(arguments, workspace), cancellation) is not { } executed) return ExitCode.Failure;
                Archive(Edition.Teacher(executed), teachers);
            }

            return ExitCode.Success;

            void Archive(Edition edition, string folder) =>
                context.Output.WriteLine($"{edition.Notebooks.Count} notebooks, libraries, data and kernel written to {new EditionArchive(workspace).Write(edition, Path.GetFullPath(folder, context.Folder))}");
        });
        return command;
    }

    private static Option<string?> Folder(string name, string description) => new(name) { Description = description, HelpName = "DIR" };

    private static void Copy(CommandContext context, Workspace workspace, IReadOnlyList<Notebook> lessons, string folder)
    {
        if (RealPath.AreSame(folder, workspace.Notebooks))
            throw new CourseException($"{folder} holds the lessons themselves, which are never changed. Choose another folder.");
        foreach (var copy in lessons.Select(lesson => AbsoluteReferences.Apply(lesson, workspace.Notebooks)))
            AtomicFile.Write(Path.Combine(folder, copy.Name + ".ipynb"), JsonText.Indented(copy.Node));
        context.Output.WriteLine($"{lessons.Count} notebook{(lessons.Count == 1 ? "" : "s")} written to {folder}");
    }

    // The executed lessons; null when one failed, which has been reported then.
    private static async Task<Notebook[]?> ExecutedAsync(NotebookRuns runs, RunOptions options, CancellationToken cancellation)
    {
        using var taken = await runs.LockAsync(cancellation);
        var results = await runs.RunAsync(runs.Lessons(), options, cancellation);
        return results.All(result => result.Succeeded) ? [.. results.Select(result => result.Executed!)] : null;
    }
}
