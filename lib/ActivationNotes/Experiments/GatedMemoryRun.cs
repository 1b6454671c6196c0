namespace ActivationNotes.Experiments;

/// <summary>One trained cell of a <see cref="GatedMemoryExperiment"/>.</summary>
/// <param name="Seed">Seed of its weights and sequences.</param>
/// <param name="Accuracy">Share of right answers on 1,000 new sequences.</param>
/// <param name="GradientByStep">
/// [gap + 1] Before training: norm of the loss's gradient at the units after each step, from the step of the bit to the last, as a
/// share of the last.
/// </param>
public sealed record GatedMemoryRun(int Seed, double Accuracy, double[] GradientByStep);
