using System.CommandLine;
using ActivationNotes.Course.Notebooks;
using ActivationNotes.Course.Publishing;

namespace ActivationNotes.Course.Commands;

/// <summary>export: copies of the lessons for other places.</summary>
public static class ExportCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var absolute = new Option<string>("--absolute")
        {
            Description = "Write copies into DIR whose #r lines are absolute paths on this machine, as Verso needs them.",
            HelpName = "DIR",
            Required = true,
        };
        var command = new Command("export", "Writes copies of the lessons for other hosts.") { absolute };
        command.SetAction(arguments =>
        {
            var workspace = Workspace.Find(context.Folder);
            var folder = Path.GetFullPath(arguments.GetRequiredValue(absolute), context.Folder);
            if (Path.TrimEndingDirectorySeparator(folder) == workspace.Notebooks)
                throw new CourseException($"{folder} holds the lessons themselves, which are never changed. Choose another folder.");
            var jobs = new NotebookRuns(context, workspace).Lessons();
            // All are read before the first is written: a broken one leaves nothing half done.
            var copies = jobs.Select(job => AbsoluteReferences.Apply(NotebookReader.Read(job.Path, job.Shown), workspace.Notebooks)).ToArray();
            foreach (var copy in copies) AtomicFile.Write(Path.Combine(folder, copy.Name + ".ipynb"), JsonText.Indented(copy.Node));
            context.Output.WriteLine($"{copies.Length} notebook{(copies.Length == 1 ? "" : "s")} written to {folder}");
            return ExitCode.Success;
        });
        return command;
    }
}
