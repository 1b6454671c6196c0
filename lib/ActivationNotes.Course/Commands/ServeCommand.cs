using System.CommandLine;
using System.Globalization;
using ActivationNotes.Course.Execution;
using ActivationNotes.Course.Serving;

namespace ActivationNotes.Course.Commands;

/// <summary>serve: the site on this machine, made anew when something changes.</summary>
public static class ServeCommand
{
    private static readonly TimeSpan s_quietTime = TimeSpan.FromMilliseconds(300);

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
            server.Show(await BuildAsync(context, workspace, options, cancellation));
            await context.Output.WriteLineAsync($"Serving {server.Address} (Ctrl-C to stop)");
            if (arguments.GetValue(watch)) await WatchAsync(context, workspace, options with { Force = false }, server, cancellation);
            else await Task.Delay(Timeout.Infinite, cancellation).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task WatchAsync(CommandContext context, Workspace workspace, RunOptions options, SiteServer server, CancellationToken cancellation)
    {
        using var changed = new SemaphoreSlim(0);
        var folders = new[] { workspace.Notebooks, workspace.Data, workspace.Libraries }.Where(Directory.Exists);
        var watchers = folders.Select(folder => Watch(folder, () => changed.Release())).ToArray();
        try
        {
            while (true)
            {
                await changed.WaitAsync(cancellation);
                // Editors write a file in several steps, and a build of the libraries writes many.
                while (await changed.WaitAsync(s_quietTime, cancellation))
                {
                }

                server.Show(await BuildAsync(context, workspace, options, cancellation));
            }
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C is how serving ends.
        }
        finally
        {
            foreach (var watcher in watchers) watcher.Dispose();
        }
    }

    private static FileSystemWatcher Watch(string folder, Action changed)
    {
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite };
        watcher.Changed += (_, _) => changed();
        watcher.Created += (_, _) => changed();
        watcher.Deleted += (_, _) => changed();
        watcher.Renamed += (_, _) => changed();
        watcher.EnableRaisingEvents = true;
        return watcher;
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
        catch (Exception error) when (error is CourseException or IOException or UnauthorizedAccessException)
        {
            await context.Error.WriteLineAsync(error.Message);
            return error.Message;
        }
    }
}
