namespace ActivationNotes.Tests.Reference;

/// <summary>One row of a reference file.</summary>
/// <param name="Name">The activation.</param>
/// <param name="X">The input.</param>
/// <param name="Value">The exact value, rounded to double.</param>
/// <param name="Derivative">The exact derivative, rounded to double; null at a kink.</param>
public sealed record ExactValue(string Name, double X, double Value, double? Derivative);
