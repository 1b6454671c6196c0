using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Execution;

/// <summary>A notebook after its run.</summary>
/// <param name="Executed">The notebook with the outputs it got to.</param>
/// <param name="Failure">What stopped it; null when every cell ran.</param>
public sealed record NotebookRun(Notebook Executed, CellFailure? Failure);
