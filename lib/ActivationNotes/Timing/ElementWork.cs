namespace ActivationNotes.Timing;

/// <summary>What computing a function asks of a machine, for each element.</summary>
/// <param name="Name">What tables and figures call it.</param>
/// <param name="Bytes">Read and written.</param>
/// <param name="Operations">Additions and multiplications; a fused multiply-add counts as two.</param>
/// <param name="SpecialFunctions">Results of exp2, reciprocal and the like.</param>
public sealed record ElementWork(string Name, double Bytes, double Operations, double SpecialFunctions = 0)
{
    /// <summary>
    /// A sigmoid on a GPU: x in, y out; scaled by -log2 e, exp2, plus 1, reciprocal. Two of these are special functions.
    /// </summary>
    /// <param name="bytesPerNumber">4 for float32, 2 for float16.</param>
    public static ElementWork Sigmoid(int bytesPerNumber) => new($"sigmoid, float{8 * bytesPerNumber}", 2 * bytesPerNumber, 2, 2);

    /// <summary>Nanoseconds that moving its data takes at least.</summary>
    /// <param name="level">Where the data lies.</param>
    public double MemoryNanoseconds(MemoryLevel level) => 1e9 * Bytes / level.BytesPerSecond;

    /// <summary>Nanoseconds that its special functions take at least; 0 where the machine has no units for them.</summary>
    /// <param name="machine">The machine.</param>
    public double SpecialNanoseconds(Roofline machine) => machine.SpecialFunctionsPerSecond > 0 ? 1e9 * SpecialFunctions / machine.SpecialFunctionsPerSecond : 0;

    /// <summary>Nanoseconds that its additions and multiplications take at least.</summary>
    /// <param name="machine">The machine.</param>
    public double ArithmeticNanoseconds(Roofline machine) => 1e9 * Operations / machine.OperationsPerSecond;
}
