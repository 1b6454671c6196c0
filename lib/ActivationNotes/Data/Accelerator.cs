namespace ActivationNotes.Data;

/// <summary>What a maker publishes about a GPU, as far as it bounds the speed of an activation.</summary>
/// <param name="Chip">Its name.</param>
/// <param name="Multiprocessors">How many streaming multiprocessors it has.</param>
/// <param name="ClockGigahertz">Boost clock.</param>
/// <param name="ArithmeticRate">Peak of FP32 arithmetic, operations per second; a fused multiply-add counts as two.</param>
/// <param name="SpecialFunctionsPerClock">Results of exp2, reciprocal and the like, per clock and multiprocessor.</param>
/// <param name="MemoryBandwidth">Bytes per second between chip and memory.</param>
/// <param name="Source">Where the figures come from.</param>
public sealed record Accelerator(
    string Chip, double Multiprocessors, double ClockGigahertz, double ArithmeticRate, double SpecialFunctionsPerClock, double MemoryBandwidth, string Source)
{
    /// <summary>Results of special functions per second.</summary>
    public double SpecialFunctionRate => Multiprocessors * SpecialFunctionsPerClock * ClockGigahertz * 1e9;
}
