using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Execution;

/// <summary>What stopped a notebook.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Cell">The cell; null when the kernel never started.</param>
/// <param name="Line">The line of the cell, counted from 1; null when unknown.</param>
/// <param name="Message">The error in words: type and message, traceback if there is one.</param>
/// <param name="OutputSoFar">What the cell had put out.</param>
public sealed record CellFailure(FailureKind Kind, Cell? Cell, int? Line, string Message, IReadOnlyList<Output> OutputSoFar);
