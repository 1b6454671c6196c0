namespace ActivationNotes.Timing;

/// <summary>What computing a function asks of a machine, for each element.</summary>
/// <param name="Name">What tables and figures call it.</param>
/// <param name="Bytes">Read and written.</param>
/// <param name="Operations">Additions, multiplications, divisions and comparisons; a fused multiply-add counts as two.</param>
/// <param name="SpecialFunctions">Results of exp2, reciprocal and the like.</param>
public sealed record ElementWork(string Name, double Bytes, double Operations, double SpecialFunctions = 0)
{
    /// <summary>max(x, 0) of floats: 4 bytes in, 4 out, one comparison.</summary>
    public static ElementWork Max { get; } = new("max", 8, 1);

    /// <summary>
    /// The library's vector sigmoid of floats, counted in <c>Exponential.FusedLogisticParts</c>: two comparisons keep x within its range; a
    /// multiply-add and a subtraction find n, two multiply-adds r, four evaluate q(r), two more and an addition make the denominator, and
    /// one division is left: 9 multiply-adds and 5 others.
    /// </summary>
    public static ElementWork VectorSigmoid { get; } = new("sigmoid", 8, 9 * 2 + 5);

    /// <summary>Operations for each byte that is read or written.</summary>
    public double OperationsPerByte => Operations / Bytes;

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

    /// <summary>Nanoseconds that it takes at least: the three overlap, so the longest decides.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="level">Where the data lies.</param>
    public double LeastNanoseconds(Roofline machine, MemoryLevel level) =>
        Math.Max(MemoryNanoseconds(level), Math.Max(SpecialNanoseconds(machine), ArithmeticNanoseconds(machine)));
}
