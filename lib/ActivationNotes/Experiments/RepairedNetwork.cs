namespace ActivationNotes.Experiments;

/// <summary>One network of a <see cref="RepairsExperiment"/>.</summary>
/// <param name="Name">What was changed, in a word or two.</param>
/// <param name="Training">Its trainings.</param>
/// <param name="Parameters">How many numbers training changes in it.</param>
public sealed record RepairedNetwork(string Name, TrainingResult Training, int Parameters);
