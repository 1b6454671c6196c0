using System.CommandLine;
using System.Globalization;
using ActivationNotes.Course.Execution;
using ActivationNotes.Course.Serving;

namespace ActivationNotes.Course.Commands;

/// <summary>serve: the site on this machine, made anew when something changes.</summary>
public static class ServeCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var watch = new Option<bool>("--watch", "-w") { Description = "Run again what changed, and reload the page." };
        var port = new Option<int>("--port", "-p") { Description = "The port to listen on; 0 for any free one.", HelpName = "NUMBER", DefaultValueFactory = _ => 0 };
        port.Validators.Add(result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (text.Length > 0 && !ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                result.AddError($"--port takes a number from 0 (any free one) to 65535, not \"{text}\".");
        });
        var command = new Command("serve", "Builds the site, then serves it to this machine alone until Ctrl-C.") { watch, port };
        var settings = new RunSettings(command);
        command.SetAction(async (arguments, cancellation) =>
        {
            var workspace = Workspace.Find(context.Folder);
            var options = settings.Read(arguments, workspace);
            using var server = SiteServer.Start(workspace.Site, arguments.GetValue(port), arguments.GetValue(watch));
            // Before the first build: what changes while it runs is not in it.
            using var changes = arguments.GetValue(watch) ? new SourceWatcher([workspace.Notebooks, workspace.Data, workspace.Libraries]) : null;
            server.Show(await BuildAsync(context, workspace, options, cancellation));
            await context.Output.WriteLineAsync($"Serving {server.Address} (Ctrl-C to stop)");
            if (changes is not null) await WatchAsync(context, workspace, options with { Force = false }, server, changes, cancellation);
            else await Task.Delay(Timeout.Infinite, cancellation).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task WatchAsync(CommandContext context, Workspace workspace, RunOptions options, SiteServer server, SourceWatcher changes, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                await changes.WaitAsync(cancellation);
                server.Show(await BuildAsync(context, workspace, options, cancellation));
            }
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C is how serving ends.
        }
    }

    // What went wrong, as the page shows it; empty when nothing did.
    private static async Task<string> BuildAsync(CommandContext context, Workspace workspace, RunOptions options, CancellationToken cancellation)
    {
        try
        {
            var results = await new CourseBuild(context, workspace).RunAsync(options, cancellation);
            await using var problems = new StringWriter(CultureInfo.InvariantCulture);
            foreach (var result in results.Where(result => !result.Succeeded))
            {
                result.WriteProblem(problems);
                await problems.WriteLineAsync();
            }

            return problems.ToString().Trim();
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Whatever it is, the next change may mend it.
            var problem = Fault.Said(error);
            await context.Error.WriteLineAsync(problem);
            return problem;
        }
    }
}
