using System.CommandLine;
using System.Globalization;
using ActivationNotes.Course.Checks;
using ActivationNotes.Course.Execution;
using ActivationNotes.Course.Replication;
using ActivationNotes.Course.Site.Content;
using ActivationNotes.Course.Site.Document;
using ActivationNotes.Course.Site.Glossaries;
using ActivationNotes.Course.Site.References;

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
        var strict = StrictOption.Create("Fail when the counts of other seeds are not those of the lessons as they are, too.");
        command.Add(strict);
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
            var replication = new ReplicationRules(ReplicationTable.Read(workspace.Replication), new ReplicationSources(workspace));
            var outdated = results.Where(result => result.Source is not null).SelectMany(result => replication.Check(result.Source!, result.Job.Shown)).ToArray();
            var findings = results.SelectMany(result => Findings(result).Concat(Differences(result, again))).Concat(References(workspace, results, all: arguments.GetValue(notebooks) is not { Length: > 0 })).Concat(arguments.GetValue(strict) ? outdated : []).ToArray();
            foreach (var note in arguments.GetValue(strict) ? [] : outdated) await context.Output.WriteLineAsync($"Note: {note}");
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

    // What leads from one lesson to another, or out of them all, needs every page at hand.
    private static IEnumerable<Finding> References(Workspace workspace, IReadOnlyList<JobResult> results, bool all)
    {
        var (bibliography, glossary) = (Bibliography.Read(workspace.Works), Glossary.Read(workspace.Terms));
        var rules = new ReferenceRules(bibliography, glossary);
        var findings = results.Where(result => result.Source is not null).SelectMany(result => rules.Check(result.Source!, result.Job.Shown)).ToList();
        var builder = new DocumentBuilder(new MarkdownRenderer(new Mathematics(), findings.Count == 0 ? bibliography : null, glossary));
        // A work that nobody knows stops the page that cites it: what it leads to is looked at once that is mended.
        var pages = findings.Count > 0 ? [] : results.Where(result => result.Executed is not null).ToDictionary(result => Path.GetFullPath(result.Job.Path), result => builder.Build(result.Executed!), StringComparer.Ordinal);
        var anchors = pages.ToDictionary(page => page.Key, page => (IReadOnlySet<string>)page.Value.ResultAnchors.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        findings.AddRange(results.Where(result => result.Source is not null).SelectMany(result => LinkRules.Check(result.Source!, result.Job.Path, result.Job.Shown, anchors)));
        if (all && pages.Count == results.Count) findings.AddRange(rules.Unused(pages.Values));
        return findings;
    }

    private static IEnumerable<Finding> Findings(JobResult result)
    {
        var file = result.Job.Shown;
        if (result.Source is not { } source) return [];
        var findings = SourceRules.Check(source, file).Concat(LessonRules.Check(result.Executed ?? source, file, result.Executed is not null));
        return result.Executed is { } executed ? findings.Concat(OutputRules.Check(executed, file)).Concat(ExerciseRules.Check(executed, file)) : findings;
    }
}
