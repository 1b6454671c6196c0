using System.CommandLine;
using System.Globalization;
using ActivationNotes.Course.Claims;
using ActivationNotes.Course.Execution;
using ActivationNotes.Course.Notebooks;
using ActivationNotes.Course.Replication;

namespace ActivationNotes.Course.Commands;

/// <summary>replicate: whether claims hold with other seeds, and outputs are the same on other machines.</summary>
public static class ReplicateCommand
{
    private const int DefaultSets = 40;

    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var notebooks = NotebookRuns.Argument("Notebook files; all lessons when left out.", ArgumentArity.ZeroOrMore);
        var first = new Option<int?>("--first") { Description = "The first seed of the first set; that after each lesson's own seeds when left out.", HelpName = "SEED" };
        var sets = new Option<int>("--sets") { Description = "With how many sets of seeds each lesson runs.", HelpName = "NUMBER", DefaultValueFactory = _ => DefaultSets };
        var modes = new Option<bool>("--modes") { Description = "Run the lessons as on machines with narrower registers, without FMA and with one processor, too, and compare all outputs with this machine's." };
        sets.Validators.Add(result => Positive(result.Tokens.Count == 1 ? result.Tokens[0].Value : "1", result.AddError));
        var command = new Command("replicate", "Runs the lessons with other seeds and counts how often each claim holds, in data/replication.csv and docs/replication.md. When stopped, it goes on where it was.") { notebooks, first, sets, modes };
        var settings = new RunSettings(command);
        command.SetAction(async (arguments, cancellation) =>
        {
            var workspace = Workspace.Find(context.Folder);
            var runs = new NotebookRuns(context, workspace);
            var jobs = arguments.GetValue(notebooks) is { Length: > 0 } named ? runs.Named(named) : runs.Lessons();
            var options = settings.Read(arguments, workspace);
            using var taken = await BuildLock.TakeAsync(workspace.ReplicationRuns, () => context.Error.WriteLine("Another replication is at work on this course: waiting for it."), cancellation);
            var (sources, store) = (new ReplicationSources(workspace), new ReplicationStore(workspace));
            ReplicatedLesson[] lessons = [.. jobs.Select(job => ReplicatedLesson.Read(job, sources))];
            foreach (var lesson in lessons.Where(lesson => lesson.FirstSeed is null))
                await context.Output.WriteLineAsync($"{lesson.Job.Shown}: has no parameters {ReplicatedLesson.FirstSeedName} and {ReplicatedLesson.SeedCountName}, so it draws nothing by chance that other seeds could change.");
            if (options.Force) Array.ForEach(lessons, store.Forget);
            var failed = await new Replicator(workspace, options, store, context.Clock, context.Output, context.Error).RunAsync(lessons, arguments.GetValue(sets), arguments.GetValue(first), arguments.GetValue(modes), cancellation);
            var seeds = lessons.Where(lesson => lesson.FirstSeed is not null).Select(lesson => (Lesson: lesson, Sets: lesson.Seeds(arguments.GetValue(sets), arguments.GetValue(first)).Select(seed => store.Claims(lesson, seed)).ToArray())).ToArray();
            var differing = await WriteAsync(context, workspace, store, runs, sources, [.. seeds.Where(lesson => Array.TrueForAll(lesson.Sets, set => set is not null)).Select(lesson => (lesson.Lesson, (IReadOnlyList<IReadOnlyList<Claim>>)lesson.Sets!))], lessons);
            if (failed > 0) await context.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"\n{failed} run{(failed == 1 ? "" : "s")} failed; lessons whose sets are not complete keep the counts they had."));
            return failed == 0 && (differing == 0 || !arguments.GetValue(modes)) ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }

    // Writes both files, says what did not hold, and returns how many lessons differ in some mode.
    private static async Task<int> WriteAsync(
        CommandContext context, Workspace workspace, ReplicationStore store, NotebookRuns runs, ReplicationSources sources,
        IReadOnlyList<(ReplicatedLesson Lesson, IReadOnlyList<IReadOnlyList<Claim>> Sets)> complete, IReadOnlyList<ReplicatedLesson> named)
    {
        // A lesson that is no more takes its counts along.
        var present = runs.Lessons().Select(job => job.Name).ToHashSet(StringComparer.Ordinal);
        var table = new ReplicationTable([.. ReplicationTable.Read(workspace.Replication).Claims.Where(claim => present.Contains(claim.Lesson))]);
        table = complete.Aggregate(table, (all, lesson) => all.With(lesson.Lesson.Job.Name, ReplicationSummary.Of(lesson.Lesson, lesson.Sets)));
        table.Write(workspace.Replication);
        // Lessons that were not named keep their sentences, as far as their runs are still there.
        var others = runs.Lessons().Where(job => !named.Any(lesson => lesson.Job.Name == job.Name)).Select(job => Read(job, sources)).OfType<ReplicatedLesson>();
        ReplicatedLesson[] lessons = [.. named.Concat(others).OrderBy(lesson => lesson.Job.Name, StringComparer.Ordinal)];
        var claims = lessons.SelectMany(lesson => (store.AnyClaims(lesson) ?? []).Select(claim => (lesson.Job.Name, Claim: claim))).DistinctBy(pair => (pair.Name, pair.Claim.Id)).ToDictionary(pair => (pair.Name, pair.Claim.Id), pair => pair.Claim);
        var modes = lessons.SelectMany(lesson => MachineMode.All.Select(mode => (lesson.Job.Name, mode, store.Differences(lesson, mode)))).ToArray();
        AtomicFile.Write(workspace.ReplicationPage, ReplicationPage.Write(table, claims, [.. modes.GroupBy(mode => mode.Name).Where(lesson => lesson.Any(mode => mode.Item3 is not null)).SelectMany(lesson => lesson)]));
        foreach (var claim in table.Claims.Where(claim => claim.Held < claim.Sets && complete.Any(lesson => lesson.Lesson.Job.Name == claim.Lesson)))
            await context.Error.WriteLineAsync($"{claim.Lesson}: the claim {claim.Claim} {claim.Words} sets of seeds.");
        var differing = modes.Where(mode => mode.Item3 is { Count: > 0 } && named.Any(lesson => lesson.Job.Name == mode.Name)).ToArray();
        foreach (var (lesson, mode, differences) in differing) await context.Error.WriteLineAsync($"{lesson}: with {mode.Meaning} its outputs differ in {string.Join("; ", differences!)}");
        await context.Output.WriteLineAsync($"Written: {Workspace.Shown(workspace.Replication, context.Folder)} and {Workspace.Shown(workspace.ReplicationPage, context.Folder)}");
        return differing.Select(mode => mode.Name).Distinct().Count();
    }

    private static ReplicatedLesson? Read(NotebookJob job, ReplicationSources sources)
    {
        try
        {
            return ReplicatedLesson.Read(job, sources);
        }
        catch (NotebookException)
        {
            // Nobody asked for it here.
            return null;
        }
    }

    private static void Positive(string text, Action<string> refuse)
    {
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 100_000) refuse($"--sets takes a number from 1 to 100000, not \"{text}\".");
    }
}
