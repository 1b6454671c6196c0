namespace ActivationNotes.Experiments;

/// <summary>The errors of one formula.</summary>
/// <param name="Formula">Its name.</param>
/// <param name="WorstUlps">The largest error in each cell, in units of the last place of a double.</param>
/// <param name="LeastUlps">The smallest error in each cell.</param>
public sealed record SlopeAccuracy(string Formula, double[] WorstUlps, double[] LeastUlps);
