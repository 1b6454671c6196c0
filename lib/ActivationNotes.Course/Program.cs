using System.Text;
using ActivationNotes.Course.Commands;
using ActivationNotes.Course.Publishing;
using Spectre.Console;

// Notebooks are UTF-8, and so is what is said about them, whatever the terminal was set to.
Console.OutputEncoding = new UTF8Encoding(false);
return await CommandLine.InvokeAsync(args, new CommandContext(Console.Out, Console.Error, Directory.GetCurrentDirectory(), TimeProvider.System, CourseSite.Render)
{
    Terminal = !Console.IsOutputRedirected && !Console.IsErrorRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb"
            ? AnsiConsole.Console
            : null,
});
