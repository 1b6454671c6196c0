using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Execution;

/// <summary>What became of a notebook.</summary>
/// <param name="Job">The notebook.</param>
/// <param name="Source">It as it was read; null when that failed.</param>
/// <param name="Executed">It with its outputs; null when it did not get through.</param>
/// <param name="Failure">The cell that failed; null when none did.</param>
/// <param name="Problem">What was wrong apart from a cell, with the place; null when nothing was.</param>
/// <param name="Reused">Whether an earlier run's outputs still held.</param>
public sealed record JobResult(NotebookJob Job, Notebook? Source, Notebook? Executed, CellFailure? Failure, string? Problem, bool Reused)
{
    /// <summary>Whether nothing was wrong with it, but something else ended the run.</summary>
    public bool Stopped { get; init; }

    /// <summary>A notebook that did not get through, with the outputs it got to; null when not one cell of it ran.</summary>
    public Notebook? Partial { get; init; }

    /// <summary>Whether there is an executed copy.</summary>
    public bool Succeeded => Executed is not null;

    /// <summary>Writes what went wrong; nothing when nothing did.</summary>
    public void WriteProblem(TextWriter writer)
    {
        if (Failure is not null) FailureReport.Write(writer, Job.Shown, Failure);
        else if (Problem is not null) writer.WriteLine(Problem);
    }
}
