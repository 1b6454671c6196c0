using System.Globalization;
using System.Numerics.Tensors;
using ActivationNotes.Kernels;
using ActivationNotes.Timing;

namespace ActivationNotes.Benchmarks;

/// <summary>The vector kernels against what else .NET offers, from the first-level cache to main memory.</summary>
internal static class VectorReport
{
    private static readonly int[] s_lengths = [4_096, 65_536, 1_048_576, 16_777_216];

    private static readonly Comparison s_comparison = new() { FewestRounds = 41, Patience = TimeSpan.FromSeconds(4), Precision = 0.01 };

    private const string OurSigmoid = "`VectorMath.Sigmoid`", TheirSigmoid = "`TensorPrimitives.Sigmoid`";

    /// <summary>
    /// Measures and prints a Markdown table per type, nanoseconds per element, median and middle half of interleaved runs; and one of
    /// sigmoids where arrays begin at other places.
    /// </summary>
    public static void Print()
    {
        Print("float", length => Floats(Inputs(length)));
        Print("double", length => Doubles([.. Inputs(length).Select(x => (double)x)]));
        PrintOffsets();
    }

    // How far the first number is from a boundary of 64 bytes decides how many registers cross one.
    private static void PrintOffsets()
    {
        const int Length = 4_096, Most = 64;
        int[] offsets = [0, 1, 2, 3, 5, 8, 12];
        var (x, y) = (GC.AllocateArray<float>(Length + Most, pinned: true), GC.AllocateArray<float>(Length + Most, pinned: true));
        var (wideX, wideY) = (GC.AllocateArray<double>(Length + Most, pinned: true), GC.AllocateArray<double>(Length + Most, pinned: true));
        Inputs(x.Length).CopyTo(x, 0);
        for (var i = 0; i < x.Length; i++) wideX[i] = x[i];
        Console.WriteLine($"| {TheirSigmoid} / {OurSigmoid}, {Length:N0} numbers, arrays begin later by | {string.Join(" | ", offsets)} |");
        Console.WriteLine($"|---|{string.Concat(offsets.Select(_ => "--:|"))}");
        Console.WriteLine($"| float | {string.Join(" | ", offsets.Select(offset => Ratio(
            () => VectorMath.Sigmoid(x.AsSpan(offset, Length), y.AsSpan(offset, Length)),
            () => TensorPrimitives.Sigmoid(x.AsSpan(offset, Length), y.AsSpan(offset, Length)))))} |");
        Console.WriteLine($"| double | {string.Join(" | ", offsets.Select(offset => Ratio(
            () => VectorMath.Sigmoid(wideX.AsSpan(offset, Length), wideY.AsSpan(offset, Length)),
            () => TensorPrimitives.Sigmoid<double>(wideX.AsSpan(offset, Length), wideY.AsSpan(offset, Length)))))} |");
        Console.WriteLine();

        static string Ratio(Action ours, Action theirs) => TimeCell.Write((s_comparison with { Patience = TimeSpan.FromSeconds(0.5) })
            .Run(TimedKernel.Of(OurSigmoid, Length, ours), TimedKernel.Of(TheirSigmoid, Length, theirs)).RatioOf(TheirSigmoid, OurSigmoid));
    }

    private static void Print(string type, Func<int, TimedKernel[]> kernels)
    {
        Console.WriteLine($"| {type}, ns per element | {string.Join(" | ", s_lengths.Select(length => length.ToString("N0", CultureInfo.InvariantCulture)))} |");
        Console.WriteLine($"|---|{string.Concat(s_lengths.Select(_ => "---|"))}");
        var columns = s_lengths.Select(length => s_comparison.Run(kernels(length))).ToArray();
        foreach (var name in columns[0].Timings.Select(timing => timing.Name))
            Console.WriteLine($"| {name} | {string.Join(" | ", columns.Select(column => TimeCell.Write(column[name])))} |");
        Console.WriteLine($"| {TheirSigmoid} / {OurSigmoid}, ratio | {string.Join(" | ", columns.Select(column => TimeCell.Write(column.RatioOf(TheirSigmoid, OurSigmoid))))} |");
        Console.WriteLine();
    }

    private static TimedKernel[] Floats(float[] x)
    {
        var y = new float[x.Length];
        return
        [
            TimedKernel.Map(OurSigmoid, VectorMath.Sigmoid, x, y),
            TimedKernel.Map(TheirSigmoid, TensorPrimitives.Sigmoid, x, y),
            TimedKernel.Map("`VectorMath.SigmoidDerivative`", VectorMath.SigmoidDerivative, x, y),
            TimedKernel.Map("`VectorMath.Exp`", VectorMath.Exp, x, y),
            TimedKernel.Map("`TensorPrimitives.Exp`", TensorPrimitives.Exp, x, y),
            TimedKernel.Map("`VectorMath.Tanh`", VectorMath.Tanh, x, y),
            TimedKernel.Map("`TensorPrimitives.Tanh`", TensorPrimitives.Tanh, x, y),
            TimedKernel.Map("`TensorPrimitives.Max(x, 0)`", (from, to) => TensorPrimitives.Max(from, 0f, to), x, y),
            TimedKernel.Map("`Span.CopyTo`", (from, to) => from.CopyTo(to), x, y),
        ];
    }

    private static TimedKernel[] Doubles(double[] x)
    {
        var y = new double[x.Length];
        return
        [
            TimedKernel.Of(OurSigmoid, x.Length, () => VectorMath.Sigmoid(x, y)),
            TimedKernel.Of(TheirSigmoid, x.Length, () => TensorPrimitives.Sigmoid<double>(x, y)),
            TimedKernel.Of("`VectorMath.SigmoidDerivative`", x.Length, () => VectorMath.SigmoidDerivative(x, y)),
            TimedKernel.Of("`VectorMath.Exp`", x.Length, () => VectorMath.Exp(x, y)),
            TimedKernel.Of("`TensorPrimitives.Exp`", x.Length, () => TensorPrimitives.Exp<double>(x, y)),
            TimedKernel.Of("`VectorMath.Tanh`", x.Length, () => VectorMath.Tanh(x, y)),
            TimedKernel.Of("`TensorPrimitives.Tanh`", x.Length, () => TensorPrimitives.Tanh<double>(x, y)),
            TimedKernel.Of("`TensorPrimitives.Max(x, 0)`", x.Length, () => TensorPrimitives.Max(x, 0.0, y)),
            TimedKernel.Of("`Span.CopyTo`", x.Length, () => x.AsSpan().CopyTo(y)),
        ];
    }

    private static float[] Inputs(int length)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, length).Select(_ => (float)(random.NextDouble() * 16 - 8))];
    }
}
