using System.CommandLine;
using ActivationNotes.Course.Claims;
using ActivationNotes.Course.Execution;
using ActivationNotes.Course.Publishing;
using ActivationNotes.Course.Site;

namespace ActivationNotes.Course.Commands;

/// <summary>build: runs every lesson that changed, then makes the site.</summary>
public static class BuildCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var command = new Command("build", "Runs every notebook that changed, in parallel, and makes the site in artifacts/site. The default.");
        var pdf = new Option<bool>("--pdf") { Description = "Print the course, with a title page, contents and all figures, to artifacts/ActivationNotes.pdf. Needs Chromium." };
        var snapshots = new Option<bool>("--snapshots") { Description = "Write executed lessons whose figures are pictures to artifacts/snapshots, for readers without scripts and for code hosts. Needs Chromium." };
        command.Add(pdf);
        command.Add(snapshots);
        var strict = StrictOption.Create();
        command.Add(strict);
        var settings = new RunSettings(command);
        command.SetAction(async (arguments, cancellation) =>
        {
            var workspace = Workspace.Find(context.Folder);
            var browser = HeadlessBrowser.Find();
            // Said before the lessons run, which takes a while.
            if (browser is null && (arguments.GetValue(pdf) || arguments.GetValue(snapshots)))
                throw new CourseException("--pdf and --snapshots need Chromium or Chrome, and none was found. Install it, or set the variable CHROMIUM to its file.");
            var build = new CourseBuild(context, workspace);
            var results = await build.RunAsync(settings.Read(arguments, workspace), cancellation);
            if (results.Any(result => result.Stopped))
            {
                await context.Error.WriteLineAsync(Directory.Exists(workspace.Site) ? "The site was left as it was." : "No site was made.");
                return ExitCode.Failure;
            }

            await context.Output.WriteLineAsync($"The course is at {build.Address}");
            var failed = results.Where(result => !result.Succeeded).ToArray();
            foreach (var result in failed)
                await context.Error.WriteLineAsync($"The site shows {result.Job.Shown} {(result.Partial is null ? "without results, for none of it ran" : "up to the cell that failed")}.");
            if (failed.Length > 0 && (arguments.GetValue(pdf) || arguments.GetValue(snapshots))) await context.Error.WriteLineAsync("No PDF and no snapshots were made of a course that is not complete.");
            if (failed.Length == 0) Print(context, workspace, results, browser, arguments.GetValue(pdf), arguments.GetValue(snapshots));
            var broken = ClaimReport.Write(context.Error, results);
            return failed.Length == 0 && (broken == 0 || !arguments.GetValue(strict)) ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }

    private static void Print(CommandContext context, Workspace workspace, IReadOnlyList<JobResult> results, string? browser, bool pdf, bool snapshots)
    {
        if (pdf)
        {
            PrintedCourse.Write(workspace.Site, browser!, workspace.Pdf);
            context.Output.WriteLine($"The PDF is {workspace.Pdf}");
        }

        if (snapshots)
        {
            Snapshots.Write(workspace, results, browser!, workspace.Snapshots);
            context.Output.WriteLine($"The notebooks with pictures are in {workspace.Snapshots}");
        }
    }
}
