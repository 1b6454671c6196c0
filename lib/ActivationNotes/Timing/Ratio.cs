namespace ActivationNotes.Timing;

/// <summary>How many times as long one kernel takes as another, from pairs of samples of the same round.</summary>
/// <param name="Median">The median of the rounds.</param>
/// <param name="Low">Lower end of the interval that holds the true median with 95 % confidence.</param>
/// <param name="High">Upper end of that interval.</param>
public readonly record struct Ratio(double Median, double Low, double High);
