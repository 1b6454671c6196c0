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

    /// <summary>Measures and prints a Markdown table per type: nanoseconds per element, median of interleaved runs.</summary>
    public static void Print()
    {
        Print("float", length => Floats(Inputs(length)));
        Print("double", length => Doubles([.. Inputs(length).Select(x => (double)x)]));
    }

    private static void Print(string type, Func<int, TimedKernel[]> kernels)
    {
        Console.WriteLine($"| {type}, ns per element | {string.Join(" | ", s_lengths.Select(length => length.ToString("N0", CultureInfo.InvariantCulture)))} |");
        Console.WriteLine($"|---|{string.Concat(s_lengths.Select(_ => "---|"))}");
        var columns = s_lengths.Select(length => s_comparison.Run(kernels(length)).Timings).ToArray();
        for (var row = 0; row < columns[0].Length; row++)
            Console.WriteLine($"| {columns[0][row].Name} | {string.Join(" | ", columns.Select(column => Write(column[row])))} |");
        Console.WriteLine();
    }

    private static string Write(KernelTiming timing) => string.Create(CultureInfo.InvariantCulture,
        $"{timing.Median:0.000} [{timing.LowerQuartile:0.000}, {timing.UpperQuartile:0.000}]");

    private static TimedKernel[] Floats(float[] x)
    {
        var y = new float[x.Length];
        return
        [
            TimedKernel.Map("`VectorMath.Sigmoid`", VectorMath.Sigmoid, x, y),
            TimedKernel.Map("`TensorPrimitives.Sigmoid`", TensorPrimitives.Sigmoid, x, y),
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
            TimedKernel.Of("`VectorMath.Sigmoid`", x.Length, () => VectorMath.Sigmoid(x, y)),
            TimedKernel.Of("`TensorPrimitives.Sigmoid`", x.Length, () => TensorPrimitives.Sigmoid<double>(x, y)),
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
