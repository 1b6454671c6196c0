using System.CommandLine;
using ActivationNotes.Course.Kernels;
using ActivationNotes.Course.Sessions;

namespace ActivationNotes.Course.Commands;

/// <summary>kernel install and uninstall.</summary>
public static class KernelCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context) => new("kernel", "Registers the C# kernel with Jupyter and VS Code, or removes it.")
    {
        Create(context, "install", "Registers the C# kernel, for yourself unless --prefix is given.", (workspace, folder, name) =>
        {
            var place = KernelRegistration.Install(folder, name, workspace.Kernel);
            context.Output.WriteLine($"Registered \"C# (ActivationNotes)\" as {name} in {place}");
        }),
        Create(context, "uninstall", "Removes the C# kernel.", (_, folder, name) =>
            context.Output.WriteLine($"Removed {KernelRegistration.Uninstall(folder, name)}")),
    };

    private static Command Create(CommandContext context, string verb, string description, Action<Workspace, string, string> act)
    {
        var user = new Option<bool>("--user") { Description = "For yourself: Jupyter's data folder in your home. The default." };
        var prefix = new Option<string?>("--prefix") { Description = "For an environment: DIR/share/jupyter.", HelpName = "DIR" };
        var name = new Option<string>("--name")
        {
            Description = "The name Jupyter knows it by. With .net-csharp, lessons open with this kernel unasked.",
            HelpName = "NAME",
            DefaultValueFactory = _ => "activationnotes",
        };
        var command = new Command(verb, description) { user, prefix, name };
        command.Validators.Add(result =>
        {
            if (result.GetValue(user) && result.GetValue(prefix) is not null) result.AddError("--user and --prefix exclude each other.");
        });
        command.SetAction(arguments =>
        {
            var folder = arguments.GetValue(prefix) is { } chosen ? Path.Combine(Path.GetFullPath(chosen, context.Folder), "share", "jupyter") : JupyterPaths.User();
            act(Workspace.Find(context.Folder), folder, arguments.GetRequiredValue(name));
            return ExitCode.Success;
        });
        return command;
    }
}
