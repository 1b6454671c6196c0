namespace ActivationNotes.Experiments;

/// <summary>The errors of one formula.</summary>
/// <param name="Formula">Its name.</param>
/// <param name="WorstUlps">The largest error in each cell, in units of the last place of a double.</param>
public sealed record SlopeAccuracy(string Formula, double[] WorstUlps);
