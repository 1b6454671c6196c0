using System.CommandLine;
using ActivationNotes.Course.Claims;

namespace ActivationNotes.Course.Commands;

/// <summary>run: executes notebooks into artifacts/executed.</summary>
public static class RunCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var notebooks = NotebookRuns.Argument("Notebook files (.ipynb). They are read, never written.", ArgumentArity.OneOrMore);
        var parameters = Parameters();
        var strict = StrictOption.Create();
        var command = new Command("run", "Runs notebooks, changed or not; the executed copies go to artifacts/executed.") { notebooks, parameters, strict };
        var settings = new RunSettings(command, runsAlways: true);
        command.SetAction(async (arguments, cancellation) =>
        {
            var workspace = Workspace.Find(context.Folder);
            var runs = new NotebookRuns(context, workspace);
            var jobs = runs.Named(arguments.GetRequiredValue(notebooks));
            var values = Pairs(arguments.GetValue(parameters) ?? []).ToDictionary(StringComparer.Ordinal);
            var options = settings.Read(arguments, workspace) with { Parameters = values };
            using var taken = await runs.LockAsync(cancellation);
            var results = await runs.RunAsync(jobs, options, cancellation);
            // Nobody should take such a copy for the course's own.
            foreach (var result in results.Where(result => result.Succeeded && values.Count > 0))
                await context.Output.WriteLineAsync($"With {string.Join(", ", values.Select(value => $"{value.Key} = {value.Value}"))}: {Workspace.Shown(Path.Combine(workspace.ExecutedWithParameters, result.Job.Name + ".ipynb"), context.Folder)}");
            var broken = ClaimReport.Write(context.Error, results);
            return results.All(result => result.Succeeded) && (broken == 0 || !arguments.GetValue(strict)) ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }

    private static Option<string[]> Parameters()
    {
        var parameters = new Option<string[]>("--parameter", "-p")
        {
            Description = "Replace the value of a parameter, a variable of the cell tagged parameters; may be given several times. The executed copy goes to artifacts/executed/with-parameters.",
            HelpName = "NAME> <VALUE",
            Arity = new ArgumentArity(2, 2),
            AllowMultipleArgumentsPerToken = true,
        };
        parameters.Validators.Add(result =>
        {
            var tokens = result.Tokens.Select(token => token.Value).ToArray();
            if (tokens.Length % 2 == 1) result.AddError($"-p takes a name and a value, and after {tokens[^1]} there is no value.");
            else if (Pairs(tokens).GroupBy(pair => pair.Key, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice) result.AddError($"-p {twice.Key} is given twice.");
        });
        return parameters;
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string[] tokens) => tokens.Chunk(2).Where(pair => pair.Length == 2).Select(pair => KeyValuePair.Create(pair[0], pair[1]));
}
