using ActivationNotes.Timing;

namespace ActivationNotes.Experiments;

/// <summary>Speed and error of one way to compute the sigmoid.</summary>
/// <param name="Timing">Nanoseconds per element.</param>
/// <param name="Errors">How far it is from the sigmoid; null for what is no sigmoid.</param>
public sealed record LadderStep(KernelTiming Timing, SigmoidErrors? Errors);
