using System.CommandLine;

namespace ActivationNotes.Course.Commands;

/// <summary>run: executes notebooks into artifacts/executed.</summary>
public static class RunCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var notebooks = NotebookRuns.Argument("Notebook files (.ipynb). They are read, never written.", ArgumentArity.OneOrMore);
        var command = new Command("run", "Runs notebooks; the executed copies go to artifacts/executed.") { notebooks };
        var settings = new RunSettings(command);
        command.SetAction(async (arguments, cancellation) =>
        {
            var workspace = Workspace.Find(context.Folder);
            var runs = new NotebookRuns(context, workspace);
            var jobs = runs.Named(arguments.GetRequiredValue(notebooks));
            var options = settings.Read(arguments, workspace);
            using var taken = await runs.LockAsync(cancellation);
            var results = await runs.RunAsync(jobs, options, cancellation);
            return results.All(result => result.Succeeded) ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }
}
