using System.Collections.Concurrent;
using System.Globalization;
using ActivationNotes.Course.Execution;
using ActivationNotes.Course.Notebooks;
using Spectre.Console;

namespace ActivationNotes.Course.Progress;

/// <summary>A bar per notebook, for terminals.</summary>
/// <param name="context">The live display.</param>
/// <param name="clock">Measures how long each takes.</param>
public sealed class LiveProgress(ProgressContext context, TimeProvider clock) : IRunProgress
{
    private readonly ConcurrentDictionary<NotebookJob, (ProgressTask Bar, long Started)> _bars = new();

    /// <inheritdoc/>
    public void Started(NotebookJob job, Notebook notebook)
    {
        var cells = notebook.Cells.Count(cell => cell.Kind == CellKind.Code);
        _bars[job] = (context.AddTask(Markup.Escape(job.Name), maxValue: Math.Max(1, cells)), clock.GetTimestamp());
    }

    /// <inheritdoc/>
    public void Reached(NotebookJob job, int cell)
    {
        var bar = _bars[job].Bar;
        if (bar.Description.Contains(", cell", StringComparison.Ordinal)) bar.Increment(1);
        bar.Description = string.Create(CultureInfo.InvariantCulture, $"{Markup.Escape(job.Name)}, cell {cell}");
    }

    /// <inheritdoc/>
    public void Ended(JobResult result)
    {
        var known = _bars.TryGetValue(result.Job, out var entry);
        var bar = known ? entry.Bar : context.AddTask(Markup.Escape(result.Job.Name), maxValue: 1);
        var state = Markup.Escape(PlainProgress.Describe(result, known ? clock.GetElapsedTime(entry.Started) : null));
        bar.Description = $"{Markup.Escape(result.Job.Name)}: {(result.Succeeded ? $"[green]{state}[/]" : $"[red]{state}[/]")}";
        if (result.Succeeded) bar.Value = bar.MaxValue;
        bar.StopTask();
    }
}
