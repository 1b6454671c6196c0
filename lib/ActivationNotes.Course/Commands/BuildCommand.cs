using System.CommandLine;

namespace ActivationNotes.Course.Commands;

/// <summary>build: runs every lesson that changed, then makes the site.</summary>
public static class BuildCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var command = new Command("build", "Runs every notebook that changed, in parallel, and makes the site in artifacts/site. The default.");
        var settings = new RunSettings(command);
        command.SetAction(async (arguments, cancellation) =>
        {
            var workspace = Workspace.Find(context.Folder);
            var runs = new NotebookRuns(context, workspace);
            var jobs = runs.Lessons();
            var options = settings.Read(arguments, workspace);
            using var taken = await runs.LockAsync(cancellation);
            var results = await runs.RunAsync(jobs, options, cancellation);
            if (!results.All(result => result.Succeeded))
            {
                await context.Error.WriteLineAsync("The site was left as it was.");
                return ExitCode.Failure;
            }

            return ExitCode.Success;
        });
        return command;
    }
}
