using ActivationNotes.Course.Checks;
using ActivationNotes.Course.Notebooks;
using ActivationNotes.Course.Progress;

namespace ActivationNotes.Course.Execution;

/// <summary>Runs notebooks side by side, each in a kernel of its own, and keeps their executed copies.</summary>
/// <param name="workspace">The course.</param>
/// <param name="clock">Measures limits.</param>
public sealed class CourseRunner(Workspace workspace, TimeProvider clock)
{
    /// <summary>Runs notebooks. One that fails does not stop the others, unless that is asked for.</summary>
    /// <param name="jobs">The notebooks; their names differ.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told what happens.</param>
    /// <param name="cancellation">Kills all kernels.</param>
    /// <returns>What became of each, in the order of the jobs.</returns>
    public async Task<IReadOnlyList<JobResult>> RunAsync(IReadOnlyList<NotebookJob> jobs, RunOptions options, IRunProgress progress, CancellationToken cancellation)
    {
        var fingerprint = new Fingerprint(workspace, options.Kernel);
        var results = new JobResult[jobs.Count];
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var limits = new ParallelOptions { MaxDegreeOfParallelism = options.Parallel, CancellationToken = CancellationToken.None };
        // What takes time is not measured while another notebook takes the processor away.
        var timed = Enumerable.Range(0, jobs.Count).ToLookup(index => IsTimed(jobs[index]));
        await Parallel.ForEachAsync(timed[false], limits, (index, _) => RunAsync(index));
        foreach (var index in timed[true]) await RunAsync(index);
        cancellation.ThrowIfCancellationRequested();
        return results;

        async ValueTask RunAsync(int index)
        {
            results[index] = await RunOneAsync(jobs[index], fingerprint, options, progress, stop.Token);
            progress.Ended(results[index]);
            if (options.FailFast && !results[index].Succeeded) await stop.CancelAsync();
        }
    }

    private static bool IsTimed(NotebookJob job)
    {
        try
        {
            return NotebookReader.Read(job.Path, job.Shown).Cells.Any(cell => cell.Tags.Contains(RepeatRules.Tag));
        }
        catch (NotebookException)
        {
            // Said when its turn comes.
            return false;
        }
    }

    private async Task<JobResult> RunOneAsync(NotebookJob job, Fingerprint fingerprint, RunOptions options, IRunProgress progress, CancellationToken cancellation)
    {
        Notebook? source = null;
        try
        {
            cancellation.ThrowIfCancellationRequested();
            source = NotebookReader.Read(job.Path, job.Shown);
            if (KernelMatch.Problem(source, job.Shown, options.Kernel) is { } mismatch) return Trouble(mismatch);
            if (options.Parameters.Count > 0 && options.Kernel.Language != "C#") return Trouble($"{job.Shown}: the kernel \"{options.Kernel.Name}\" runs {options.Kernel.Language}, and -p replaces the parameters of C# notebooks alone.");
            source = ParametersCell.Replace(source, job.Shown, options.Parameters);
            var folder = options.Parameters.Count > 0 ? workspace.ExecutedWithParameters : workspace.Executed;
            var store = new ExecutedStore(folder);
            var key = options.Parameters.Count > 0 ? null : fingerprint.Of(source, job.Path);
            if (!options.Force && store.Reuse(source, key) is { } reused) return new JobResult(job, source, reused, null, null, Reused: true);

            progress.Started(job, source);
            using var spill = new OutputSpill(folder, source.Name);
            var runner = new NotebookRunner(options.CellLimit, clock);
            var run = await runner.RunAsync(source, Path.GetDirectoryName(job.Path)!, options.Kernel, spill, cell => progress.Reached(job, cell), cancellation);
            if (run.Failure is not null) return new JobResult(job, source, null, run.Failure, null, Reused: false) { Partial = run.Failure.Cell is null ? null : run.Executed };
            if (!File.Exists(job.Path)) return Trouble($"{job.Shown}: disappeared while it ran, so its executed copy was not written.");
            spill.Publish();
            store.Keep(run.Executed, key);
            return new JobResult(job, source, run.Executed, null, null, Reused: false);
        }
        catch (OperationCanceledException)
        {
            return Trouble($"{job.Shown}: was stopped.") with { Stopped = true };
        }
        catch (Exception error) when (error is NotebookException or CourseException)
        {
            return Trouble(error.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Trouble($"{job.Shown}: its executed copy cannot be kept: {FileTrouble.Describe(error)} What was there before is unchanged.");
        }
        catch (Exception error)
        {
            // Whatever it is, the other notebooks go on.
            return Trouble($"{job.Shown}: {Fault.Describe(error)}");
        }

        JobResult Trouble(string problem) => new(job, source, null, null, problem, Reused: false);
    }
}
