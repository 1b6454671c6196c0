using System.CommandLine;
using System.Globalization;
using ActivationNotes.Course.Checks;
using ActivationNotes.Course.Execution;

namespace ActivationNotes.Course.Commands;

/// <summary>check: what CI enforces on notebooks.</summary>
public static class CheckCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var notebooks = NotebookRuns.Argument("Notebook files; all lessons when left out.", ArgumentArity.ZeroOrMore);
        var repeat = new Option<bool>("--repeat") { Description = "Run every notebook twice and find the cells that say something else the second time, but for those tagged timing." };
        var command = new Command("check", "Checks what CI enforces: cleared sources, valid nbformat 4.5, all parts of a lesson, no errors, alt text, links, exercises, claims.") { notebooks, repeat };
        var settings = new RunSettings(command);
        command.SetAction(async (arguments, cancellation) =>
        {
            var workspace = Workspace.Find(context.Folder);
            var runs = new NotebookRuns(context, workspace);
            var jobs = arguments.GetValue(notebooks) is { Length: > 0 } named ? runs.Named(named) : runs.Lessons();
            var options = settings.Read(arguments, workspace);
            using var taken = await runs.LockAsync(cancellation);
            var results = await runs.RunAsync(jobs, options, cancellation);
            var again = arguments.GetValue(repeat) ? await runs.RunAsync([.. results.Where(result => result.Succeeded).Select(result => result.Job)], options with { Force = true }, cancellation) : [];
            var findings = results.SelectMany(result => Findings(result).Concat(Differences(result, again))).ToArray();
            foreach (var finding in findings) await context.Error.WriteLineAsync(finding.ToString());
            var failed = results.Concat(again).Count(result => !result.Succeeded);
            var summary = (findings.Length, failed) is (0, 0)
                ? $"{results.Count} notebook{(results.Count == 1 ? "" : "s")} checked, nothing found."
                : $"{results.Count} notebook{(results.Count == 1 ? "" : "s")} checked, {findings.Length} finding{(findings.Length == 1 ? "" : "s")}, {failed} failed to run.";
            await context.Output.WriteLineAsync(summary.ToString(CultureInfo.InvariantCulture));
            return findings.Length + failed == 0 ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }

    private static IEnumerable<Finding> Differences(JobResult result, IReadOnlyList<JobResult> again) => again
        .Where(other => other.Job == result.Job && other.Executed is not null)
        .SelectMany(other => RepeatRules.Check(result.Executed!, other.Executed!, result.Job.Shown));

    private static IEnumerable<Finding> Findings(JobResult result)
    {
        var (path, file) = (result.Job.Path, result.Job.Shown);
        if (result.Source is not { } source) return [];
        var findings = SourceRules.Check(source, file).Concat(LinkRules.Check(source, path, file)).Concat(LessonRules.Check(result.Executed ?? source, file, result.Executed is not null));
        return result.Executed is { } executed ? findings.Concat(OutputRules.Check(executed, file)).Concat(ExerciseRules.Check(executed, file)) : findings;
    }
}
