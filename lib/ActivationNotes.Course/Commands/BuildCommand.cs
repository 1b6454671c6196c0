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
            var build = new CourseBuild(context, workspace);
            var results = await build.RunAsync(settings.Read(arguments, workspace), cancellation);
            if (results.All(result => result.Succeeded))
            {
                await context.Output.WriteLineAsync($"The course is at {build.Address}");
                return ExitCode.Success;
            }

            await context.Error.WriteLineAsync(Directory.Exists(workspace.Site) ? "The site was left as it was." : "No site was made.");
            return ExitCode.Failure;
        });
        return command;
    }
}
