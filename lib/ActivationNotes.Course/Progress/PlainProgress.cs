using System.Collections.Concurrent;
using System.Globalization;
using ActivationNotes.Course.Execution;
using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Progress;

/// <summary>A line per notebook, for logs and pipes.</summary>
/// <param name="writer">Where to.</param>
/// <param name="clock">Measures how long each takes.</param>
public sealed class PlainProgress(TextWriter writer, TimeProvider clock) : IRunProgress
{
    private readonly ConcurrentDictionary<NotebookJob, long> _started = new();
    private readonly Lock _lock = new();

    /// <inheritdoc/>
    public void Started(NotebookJob job, Notebook notebook) => _started[job] = clock.GetTimestamp();

    /// <inheritdoc/>
    public void Reached(NotebookJob job, int cell)
    {
        // A line per cell would bury what matters.
    }

    /// <inheritdoc/>
    public void Ended(JobResult result)
    {
        var state = Describe(result, _started.TryGetValue(result.Job, out var started) ? clock.GetElapsedTime(started) : null);
        lock (_lock) writer.WriteLine($"{result.Job.Shown}: {state}");
    }

    /// <summary>What became of a notebook, in a few words.</summary>
    public static string Describe(JobResult result, TimeSpan? elapsed)
    {
        if (result.Reused) return "unchanged, not run again";
        var time = elapsed is null ? "" : string.Create(CultureInfo.InvariantCulture, $" in {elapsed.Value.TotalSeconds:0.0} s");
        if (!result.Succeeded) return $"{(result.Stopped ? "stopped" : "FAILED")}{time}";
        var cells = result.Executed!.Cells.Count(cell => cell.Kind == CellKind.Code);
        return string.Create(CultureInfo.InvariantCulture, $"{cells} code cell{(cells == 1 ? "" : "s")} run{time}");
    }
}
