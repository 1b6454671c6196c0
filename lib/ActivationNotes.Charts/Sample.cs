namespace ActivationNotes.Charts;

/// <summary>Values of one quantity, for a histogram.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Values">The values, in the unit of the value axis; NaN and infinities are counted apart.</param>
public sealed record Sample(string Name, IReadOnlyList<double> Values);
