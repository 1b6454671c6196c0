using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Commands;

/// <summary>The command line of the course.</summary>
public static class CommandLine
{
    // Killing kernels takes a moment; after this the process ends anyway.
    private static readonly TimeSpan s_terminationLimit = TimeSpan.FromSeconds(10);

    /// <summary>Carries out a command line.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="context">The world.</param>
    /// <param name="cancellation">Stops the command as Ctrl-C does.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> InvokeAsync(IReadOnlyList<string> arguments, CommandContext context, CancellationToken cancellation = default)
    {
        var configuration = new InvocationConfiguration
        {
            Output = context.Output,
            Error = context.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = s_terminationLimit,
        };
        var result = Parse(arguments, context);
        // A page of help would push what was wrong off the screen.
        if (result.Action is ParseErrorAction mistake) mistake.ShowHelp = false;
        try
        {
            var code = await result.InvokeAsync(configuration, cancellation);
            if (result.Errors.Count == 0 || code == ExitCode.Success) return code;
            if (result.UnmatchedTokens.FirstOrDefault(token => token.EndsWith(".ipynb", StringComparison.Ordinal)) is { } notebook)
                await context.Error.WriteLineAsync($"A notebook is run by: run {notebook}");
            await context.Error.WriteLineAsync("Add --help to see what is possible.");
            return ExitCode.Usage;
        }
        catch (OperationCanceledException)
        {
            await context.Error.WriteLineAsync("Stopped. Nothing was changed but what had been completed.");
            return ExitCode.Cancelled;
        }
        catch (Exception error)
        {
            await context.Error.WriteLineAsync(Fault.Said(error));
            return error is CourseException or NotebookException or IOException or UnauthorizedAccessException ? ExitCode.Usage : ExitCode.Fault;
        }
    }

    /// <summary>What a command line asks for, and what is wrong with it; carries out nothing.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="context">The world.</param>
    public static ParseResult Parse(IReadOnlyList<string> arguments, CommandContext context) => Root(context).Parse(arguments);

    private static RootCommand Root(CommandContext context)
    {
        var root = new RootCommand("ActivationNotes: runs the course's notebooks, renders them as a site, checks them. Without a command: build.");
        var build = BuildCommand.Create(context);
        foreach (var option in build.Options) root.Add(option);
        root.Action = build.Action;
        root.Add(build);
        root.Add(RunCommand.Create(context));
        root.Add(CheckCommand.Create(context));
        root.Add(ReplicateCommand.Create(context));
        root.Add(ServeCommand.Create(context));
        root.Add(ExportCommand.Create(context));
        root.Add(KernelCommand.Create(context));
        foreach (var help in root.Options.OfType<HelpOption>()) help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }
}
