namespace ActivationNotes.Timing;

/// <summary>One level of a processor's memory hierarchy.</summary>
/// <param name="Level">1 is nearest to the core.</param>
/// <param name="Bytes">How much it holds.</param>
public sealed record CpuCache(int Level, long Bytes);
