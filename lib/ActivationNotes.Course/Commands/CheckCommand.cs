using System.CommandLine;
using System.Globalization;
using ActivationNotes.Course.Checks;
using ActivationNotes.Course.Execution;
using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Commands;

/// <summary>check: what CI enforces on notebooks.</summary>
public static class CheckCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var notebooks = new Argument<string[]>("NOTEBOOK") { Description = "Notebook files; all lessons when left out.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("check", "Checks what CI enforces: cleared sources, valid nbformat 4.5, no errors, alt text, links, exercises, claims.") { notebooks };
        var settings = new RunSettings(command);
        command.SetAction(async (arguments, cancellation) =>
        {
            var workspace = Workspace.Find(context.Folder);
            var runs = new NotebookRuns(context, workspace);
            var jobs = arguments.GetValue(notebooks) is { Length: > 0 } named ? runs.Named(named) : runs.Lessons();
            var options = settings.Read(arguments, workspace);
            using var taken = await runs.LockAsync(cancellation);
            var results = await runs.RunAsync(jobs, options, cancellation);
            var findings = results.SelectMany(Findings).ToArray();
            foreach (var finding in findings) await context.Error.WriteLineAsync(finding.ToString());
            var failed = results.Count(result => !result.Succeeded);
            var summary = (findings.Length, failed) is (0, 0)
                ? $"{results.Count} notebook{(results.Count == 1 ? "" : "s")} checked, nothing found."
                : $"{results.Count} notebook{(results.Count == 1 ? "" : "s")} checked, {findings.Length} finding{(findings.Length == 1 ? "" : "s")}, {failed} failed to run.";
            await context.Output.WriteLineAsync(summary.ToString(CultureInfo.InvariantCulture));
            return findings.Length + failed == 0 ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }

    private static IEnumerable<Finding> Findings(JobResult result)
    {
        var (path, file) = (result.Job.Path, result.Job.Shown);
        var source = result.Source is null ? [] : SourceRules.Check(result.Source, file).Concat(LinkRules.Check(result.Source, path, file));
        Notebook? executed = result.Executed;
        return executed is null ? source : source.Concat(OutputRules.Check(executed, file)).Concat(ExerciseRules.Check(executed, file));
    }
}
