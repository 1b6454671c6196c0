using System.Globalization;
using ActivationNotes.Course.Checks;
using ActivationNotes.Course.Claims;
using ActivationNotes.Course.Execution;

namespace ActivationNotes.Course.Replication;

/// <summary>Runs lessons with other seeds, and as on other machines, as far as that has not been done.</summary>
/// <param name="workspace">The course.</param>
/// <param name="options">How notebooks are run.</param>
/// <param name="store">Keeps what each run said.</param>
/// <param name="clock">Measures limits and progress.</param>
/// <param name="output">Told of each run.</param>
/// <param name="error">Told of each that failed.</param>
public sealed class Replicator(Workspace workspace, RunOptions options, ReplicationStore store, TimeProvider clock, TextWriter output, TextWriter error)
{
    private readonly Lock _lock = new();
    private readonly List<(ReplicationRun Run, TimeSpan Time)> _done = [];
    private int _failed;

    /// <summary>Runs what is missing.</summary>
    /// <param name="lessons">The lessons.</param>
    /// <param name="sets">How many sets of seeds.</param>
    /// <param name="first">The first seed of the first set; that after each lesson's own when null.</param>
    /// <param name="modes">Whether the lessons run as on other machines, too.</param>
    /// <param name="cancellation">Stops; what has been completed is kept.</param>
    /// <returns>How many runs failed.</returns>
    public async Task<int> RunAsync(IReadOnlyList<ReplicatedLesson> lessons, int sets, int? first, bool modes, CancellationToken cancellation)
    {
        // The last sets of one lesson and the first of another fill the processors evenly.
        var seeds = lessons.SelectMany(lesson => lesson.Seeds(sets, first).Where(seed => store.Claims(lesson, seed) is null).Select(seed => Seeds(lesson, seed)));
        var plain = modes ? lessons.Where(lesson => store.Plain(lesson) is null).Select(Plain) : [];
        var machines = modes ? lessons.SelectMany(lesson => MachineMode.All.Where(mode => store.Differences(lesson, mode) is null).Select(mode => Machine(lesson, mode))).ToArray() : [];
        ReplicationRun[] before = [.. seeds, .. plain];
        if (before.Length + machines.Length > 0)
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{before.Length + machines.Length} runs, {options.Parallel} at a time. When this is stopped, the same command goes on where it was."));
        await RunAsync(before, machines, cancellation);
        await RunAsync(machines, [], cancellation);
        return _failed;
    }

    private ReplicationRun Seeds(ReplicatedLesson lesson, int seed) => new(
        lesson, string.Create(CultureInfo.InvariantCulture, $"seeds {seed} to {seed + lesson.SeedCount - 1}"), lesson.With(seed), options.Kernel, executed =>
        {
            Claim[] claims = [.. ClaimReader.Of(executed).Select(found => found.Claim).Where(claim => claim.Kind != ClaimKind.Timing)];
            store.Keep(lesson, seed, claims);
            return string.Create(CultureInfo.InvariantCulture, $"{claims.Count(claim => claim.Verdict == ClaimVerdict.Holds)} of {claims.Length} claims held");
        });

    private ReplicationRun Plain(ReplicatedLesson lesson) => new(lesson, "this machine as it is", lesson.Notebook, options.Kernel, executed =>
    {
        store.KeepPlain(lesson, executed);
        return "kept to compare with";
    });

    private ReplicationRun Machine(ReplicatedLesson lesson, MachineMode mode)
    {
        var variables = new Dictionary<string, string>(options.Kernel.Environment);
        foreach (var (name, value) in mode.Environment) variables[name] = value;
        return new ReplicationRun(lesson, mode.Meaning, lesson.Notebook, options.Kernel with { Environment = variables }, executed =>
        {
            var plain = store.Plain(lesson) ?? throw new CourseException($"{lesson.Job.Shown}: there is no run on this machine as it is to compare with.");
            string[] differences = [.. RepeatRules.Differences(plain, executed).Select(found => string.Create(CultureInfo.InvariantCulture, $"cell {found.Cell}: {found.Before} here, {found.After} there"))];
            store.Keep(lesson, mode, differences);
            return differences.Length == 0 ? "the same" : $"DIFFERS in {differences[0]}";
        });
    }

    private async Task RunAsync(ReplicationRun[] runs, ReplicationRun[] later, CancellationToken cancellation)
    {
        // What takes time is not measured while another notebook takes the processor away.
        var timed = runs.ToLookup(run => run.Lesson.IsTimed);
        await Parallel.ForEachAsync(timed[false], new ParallelOptions { MaxDegreeOfParallelism = options.Parallel, CancellationToken = cancellation }, async (run, stop) => await RunAsync(run, runs, later, stop));
        foreach (var run in timed[true]) await RunAsync(run, runs, later, cancellation);
    }

    private async Task RunAsync(ReplicationRun run, ReplicationRun[] runs, ReplicationRun[] later, CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        using var folder = new TemporaryFolder();
        using var spill = new OutputSpill(folder.Place, run.Notebook.Name);
        var result = await new NotebookRunner(options.CellLimit, clock).RunAsync(run.Notebook, Path.GetDirectoryName(run.Lesson.Job.Path)!, run.Kernel, spill, _ => { }, cancellation);
        if (store.IsOutdated) throw new CourseException($"{workspace.Libraries} was built anew while this ran. Start again: what was completed is kept for the library of before.");
        Record(run, result, clock.GetElapsedTime(started), [.. runs, .. later]);
    }

    // Runs that end at the same moment are told one after the other.
    private void Record(ReplicationRun run, NotebookRun result, TimeSpan time, ReplicationRun[] all)
    {
        lock (_lock)
        {
            if (result.Failure is { } failure)
            {
                _failed++;
                error.WriteLine();
                error.WriteLine($"{run.Lesson.Job.Shown}, {run.Name}:");
                FailureReport.Write(error, run.Lesson.Job.Shown, failure);
                return;
            }

            var said = run.Keep(result.Executed);
            _done.Add((run, time));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{run.Lesson.Job.Name}, {run.Name}: {said} in {_done[^1].Time.TotalSeconds:0.0} s{Left(all)}"));
        }
    }

    // A lesson takes as long as it took so far; one that has not run yet, as long as the others.
    private string Left(ReplicationRun[] all)
    {
        var finished = _done.Select(done => done.Run).ToHashSet();
        var left = all.Where(run => !finished.Contains(run)).ToArray();
        if (left.Length == 0) return "";
        var usual = _done.Average(done => done.Time.TotalSeconds);
        var times = _done.GroupBy(done => done.Run.Lesson).ToDictionary(group => group.Key, group => group.Average(done => done.Time.TotalSeconds));
        var seconds = left.Sum(run => times.GetValueOrDefault(run.Lesson, usual) / (run.Lesson.IsTimed ? 1 : options.Parallel));
        var time = seconds < 90 ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s") : string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0} min");
        return string.Create(CultureInfo.InvariantCulture, $" ({left.Length} run{(left.Length == 1 ? "" : "s")} and about {time} left)");
    }
}
