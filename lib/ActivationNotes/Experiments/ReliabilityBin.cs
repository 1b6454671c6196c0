namespace ActivationNotes.Experiments;

/// <summary>Predictions of about the same size, and what came of them.</summary>
/// <param name="Prediction">The average prediction (a probability or a score).</param>
/// <param name="Frequency">How often the second digit was really there, 0 to 1.</param>
/// <param name="Low">Lower end of the 95 % interval of the frequency.</param>
/// <param name="High">Upper end of it.</param>
/// <param name="Count">How many predictions.</param>
public sealed record ReliabilityBin(double Prediction, double Frequency, double Low, double High, int Count);
