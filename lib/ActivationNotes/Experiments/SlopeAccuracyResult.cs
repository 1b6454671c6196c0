namespace ActivationNotes.Experiments;

/// <summary>The errors of several formulas on the same points.</summary>
/// <param name="X">Middle of each cell.</param>
/// <param name="Formulas">One entry for each formula, in the order they were given.</param>
public sealed record SlopeAccuracyResult(double[] X, SlopeAccuracy[] Formulas);
