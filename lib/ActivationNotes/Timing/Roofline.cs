using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ActivationNotes.Data;
using ActivationNotes.Numbers;

namespace ActivationNotes.Timing;

/// <summary>
/// The two limits of a machine: how fast it moves data and how fast it computes. A function that does few operations for each
/// byte is held by the first, one that does many by the second (S. Williams, A. Waterman and D. Patterson, Roofline,
/// Communications of the ACM 52 (2009)).
/// </summary>
/// <param name="Machine">Whose limits they are.</param>
/// <param name="OperationsPerSecond">Peak of additions and multiplications of floats; a fused multiply-add counts as two.</param>
/// <param name="Levels">Bandwidths, the nearest memory first.</param>
/// <param name="SpecialFunctionsPerSecond">Peak of exp2, reciprocal and the like where the chip has units for them, else 0.</param>
public sealed record Roofline(string Machine, double OperationsPerSecond, MemoryLevel[] Levels, double SpecialFunctionsPerSecond = 0)
{
    private const int Accumulators = 12, Steps = 4096;
    private const long MostBytes = 512L << 20;

    /// <summary>The most operations per second that a function can reach.</summary>
    /// <param name="operationsPerByte">How many operations it does for each byte that it reads or writes.</param>
    /// <param name="level">Where its data lies.</param>
    public double Attainable(double operationsPerByte, MemoryLevel level) => Math.Min(OperationsPerSecond, operationsPerByte * level.BytesPerSecond);

    /// <summary>The most special functions per second that a function can reach.</summary>
    /// <param name="specialFunctionsPerByte">How many special functions it does for each byte that it reads or writes.</param>
    /// <param name="level">Where its data lies.</param>
    public double AttainableSpecial(double specialFunctionsPerByte, MemoryLevel level) =>
        Math.Min(SpecialFunctionsPerSecond, specialFunctionsPerByte * level.BytesPerSecond);

    /// <summary>Operations per byte from which on a function is held by arithmetic, no longer by memory.</summary>
    /// <param name="level">Where its data lies.</param>
    public double Ridge(MemoryLevel level) => OperationsPerSecond / level.BytesPerSecond;

    /// <summary>The limits of a GPU by its maker's figures.</summary>
    /// <param name="chip">The GPU.</param>
    public static Roofline Of(Accelerator chip) =>
        new(chip.Chip, chip.ArithmeticRate, [new("memory", 0, chip.MemoryBandwidth)], chip.SpecialFunctionRate);

    /// <summary>Measures one core of this machine: copies and maxima within each level of memory, and fused multiply-adds in registers.</summary>
    /// <param name="machine">Says how large the caches are; null for this machine.</param>
    public static Roofline Measure(MachineInfo? machine = null)
    {
        machine ??= MachineInfo.Current;
        // A quarter, a half and two thirds of a cache: room for whatever else is in it. DRAM: more than the last cache holds.
        (string Name, long[] Bytes)[] sets =
        [
            ("L1", Within(1)), ("L2", Within(2)), ("L3", Within(3)), ("DRAM", [Math.Min(4 * machine.CacheBytes(3), MostBytes)]),
        ];
        var comparison = new Comparison { Precision = 0.05, FewestRounds = 21, CompilerPause = TimeSpan.FromMilliseconds(60), WarmUpPatience = TimeSpan.FromSeconds(5), Patience = TimeSpan.FromSeconds(1) };
        var kernels = sets.SelectMany(set => set.Bytes.SelectMany(bytes => Passes(set.Name, bytes)));
        var peak = TimedKernel.Of("peak", 2 * Accumulators * FloatsPerRegister * Steps, MultiplyAdds);
        var result = comparison.Run([peak, .. kernels]);

        // A roof is the best that the machine does: other work on it only ever slows a pass down.
        return new(machine.Processor, 1e9 / result["peak"].Fastest, [.. sets.Select(set => new MemoryLevel(set.Name, set.Bytes[^1],
            2 * sizeof(float) * 1e9 / result.Timings.Where(timing => timing.Name.StartsWith(set.Name, StringComparison.Ordinal)).Min(timing => timing.Fastest)))]);

        long[] Within(int level) => [machine.CacheBytes(level) / 4, machine.CacheBytes(level) / 2, machine.CacheBytes(level) / 3 * 2];
    }

    // Copies skip the caches when they are long, a max does not: the faster of the two is what the memory can do.
    private static TimedKernel[] Passes(string name, long bytes)
    {
        var half = (int)(bytes / sizeof(float) / 2);
        // Pinned arrays begin where a cache line does, or near it.
        var (from, to) = (GC.AllocateArray<float>(half, pinned: true), GC.AllocateArray<float>(half, pinned: true));
        // Memory that nobody has written to is one page of zeros, shown many times over: reading it is reading the nearest cache.
        Array.Fill(from, 1);
        Array.Fill(to, 1);
        return
        [
            TimedKernel.Map($"{name}, copy, {bytes}", (x, y) => x.CopyTo(y), from, to),
            TimedKernel.Map($"{name}, max, {bytes}", (x, y) => TensorPrimitives.Max(x, 0f, y), from, to),
        ];
    }

    private static int FloatsPerRegister => Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : 4;

    private static double MultiplyAdds() => Vector512.IsHardwareAccelerated ? MultiplyAdds<FloatPack512>()
        : Vector256.IsHardwareAccelerated ? MultiplyAdds<FloatPack256>() : MultiplyAdds<FloatPack128>();

    // Twelve sums that do not wait for each other: more than any processor needs to keep its units busy, and few enough for its registers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double MultiplyAdds<T>()
        where T : struct, IFloatLane<T>
    {
        T a = T.Repeat(1), b = T.Repeat(2), c = T.Repeat(3), d = T.Repeat(4), e = T.Repeat(5), f = T.Repeat(6);
        T g = T.Repeat(7), h = T.Repeat(8), i = T.Repeat(9), j = T.Repeat(10), k = T.Repeat(11), l = T.Repeat(12);
        T factor = T.Repeat(0.5f), addend = T.Repeat(1);
        for (var step = 0; step < Steps; step++)
        {
            a = T.MultiplyAddEstimate(a, factor, addend);
            b = T.MultiplyAddEstimate(b, factor, addend);
            c = T.MultiplyAddEstimate(c, factor, addend);
            d = T.MultiplyAddEstimate(d, factor, addend);
            e = T.MultiplyAddEstimate(e, factor, addend);
            f = T.MultiplyAddEstimate(f, factor, addend);
            g = T.MultiplyAddEstimate(g, factor, addend);
            h = T.MultiplyAddEstimate(h, factor, addend);
            i = T.MultiplyAddEstimate(i, factor, addend);
            j = T.MultiplyAddEstimate(j, factor, addend);
            k = T.MultiplyAddEstimate(k, factor, addend);
            l = T.MultiplyAddEstimate(l, factor, addend);
        }

        Span<float> result = stackalloc float[T.Count];
        T.Store(a + b + c + d + e + f + g + h + i + j + k + l, ref result[0]);
        return result[0];
    }
}
