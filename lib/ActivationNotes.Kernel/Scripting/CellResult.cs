namespace ActivationNotes.Kernel.Scripting;

/// <summary>What a cell came to.</summary>
/// <param name="HasValue">Whether it ends in an expression without a semicolon that gives a value.</param>
/// <param name="Value">That value.</param>
internal sealed record CellResult(bool HasValue, object? Value);
