using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Numerics.Tensors;
using ActivationNotes.Kernels;
using ActivationNotes.Layers;
using ActivationNotes.Timing;
using Microsoft.ML.OnnxRuntime;

namespace ActivationNotes.Benchmarks;

/// <summary>The vector kernels of floats beside those of other libraries, each on one thread, with the error of each.</summary>
internal static class PeerReport
{
    private const string Ours = "**`VectorMath.Sigmoid`**";
    private const string Onnx = "ONNX Runtime";
    private const string Max = "`TensorPrimitives.Max(x, 0)`";
    private const string Sigmoid = "`TensorPrimitives.Sigmoid`";

    private static readonly int[] s_lengths = [4_096, 65_536, 1_048_576, 16_777_216];

    private static readonly Comparison s_comparison = new() { FewestRounds = 31, Patience = TimeSpan.FromSeconds(3), Precision = 0.01 };

    private delegate void DoubleMap(ReadOnlySpan<double> x, Span<double> y);

    private sealed record Peer(string Name, FloatMap Map, DoubleMap? Exact);

    /// <summary>Prints one Markdown table, ours and .NET's interleaved in this process, then Python's and SLEEF's in theirs; and one of ratios.</summary>
    public static void Print()
    {
        Peer[] peers =
        [
            new(Ours, VectorMath.Sigmoid, VectorMath.Sigmoid),
            new("**`VectorMath.Exp`**", VectorMath.Exp, VectorMath.Exp),
            new("**`VectorMath.Tanh`**", VectorMath.Tanh, VectorMath.Tanh),
            new(Sigmoid, TensorPrimitives.Sigmoid, VectorMath.Sigmoid),
            new("`TensorPrimitives.Exp`", TensorPrimitives.Exp, VectorMath.Exp),
            new("`TensorPrimitives.Tanh`", TensorPrimitives.Tanh, VectorMath.Tanh),
            new(Max, (x, y) => TensorPrimitives.Max(x, 0f, y), null),
            new("`Span.CopyTo`", (x, y) => x.CopyTo(y), null),
        ];
        Console.WriteLine($"| float, ns per element | {Lengths()} | ULP | subnormal |");
        Console.WriteLine($"|---|{string.Concat(Enumerable.Repeat("--:|", s_lengths.Length + 2))}");
        var columns = s_lengths.Select(length => Times(peers, length)).ToArray();
        foreach (var peer in peers) Console.WriteLine($"| {peer.Name} | {Cells(peer.Name)} | {Errors(peer)} |");
        using var session = OnnxSession(65_536);
        Console.WriteLine($"| ONNX Runtime {OrtEnv.Instance().GetVersionString()} `Sigmoid` | {Cells(Onnx)} | {Errors(new(Onnx, (x, y) => RunOnnx(session, x, y), VectorMath.Sigmoid))} |");
        PrintPython();
        Console.WriteLine();
        Console.WriteLine($"| times as long, median of the ratios of all rounds | {Lengths()} |");
        Console.WriteLine($"|---|{string.Concat(Enumerable.Repeat("--:|", s_lengths.Length))}");
        PrintRatios(Sigmoid, Ours);
        PrintRatios(Onnx, Ours);
        PrintRatios(Ours, Max);

        string Cells(string name) => string.Join(" | ", columns.Select(column => TimeCell.Write(column[name])));
        void PrintRatios(string slower, string faster) =>
            Console.WriteLine($"| {slower} / {faster} | {string.Join(" | ", columns.Select(column => TimeCell.Write(column.RatioOf(slower, faster))))} |");
    }

    private static string Lengths() => string.Join(" | ", s_lengths.Select(length => length.ToString("N0", CultureInfo.InvariantCulture)));

    private static ComparisonResult Times(Peer[] peers, int length)
    {
        var random = new Random(1);
        float[] x = [.. Enumerable.Range(0, length).Select(_ => (float)(random.NextDouble() * 16 - 8))];
        var y = new float[length];
        using var session = OnnxSession(length);
        x.CopyTo(session.Input, 0);
        TimedKernel[] kernels = [.. peers.Select(peer => TimedKernel.Map(peer.Name, peer.Map, x, y)), TimedKernel.Of(Onnx, length, session.Run)];

        // Once for the runtime, which compiles hot code anew in the background; then for the table.
        (s_comparison with { Patience = TimeSpan.FromSeconds(1) }).Run(kernels);
        return s_comparison.Run(kernels);
    }

    private static LayerSession OnnxSession(int length) =>
        new(new OnnxGraph(1, length).Then("Sigmoid").ToModel(1, length), [1, length], threads: 1, profiled: false);

    private static void RunOnnx(LayerSession session, ReadOnlySpan<float> x, Span<float> y)
    {
        for (var start = 0; start < x.Length; start += session.Input.Length)
        {
            var count = Math.Min(session.Input.Length, x.Length - start);
            x.Slice(start, count).CopyTo(session.Input);
            session.Run();
            session.Output.AsSpan(0, count).CopyTo(y[start..]);
        }
    }

    // Over the finite floats whose bit pattern is a multiple of 4,099, as for the Python libraries.
    private static string Errors(Peer peer)
    {
        if (peer.Exact is null) return "0 | 0";
        float[] x = [.. Enumerable.Range(0, (int)(uint.MaxValue / 4_099)).Select(i => BitConverter.UInt32BitsToSingle((uint)i * 4_099u)).Where(float.IsFinite)];
        var (y, inputs, exact) = (new float[x.Length], Array.ConvertAll(x, number => (double)number), new double[x.Length]);
        peer.Map(x, y);
        peer.Exact(inputs, exact);
        var (normal, subnormal) = (0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            var size = Math.Abs(exact[i]);
            if (size is 0 or > float.MaxValue) continue;
            var error = Math.Abs(y[i] - exact[i]) / Math.ScaleB(1, Math.Max(Math.ILogB(size) - 23, -149));
            if (size < 1.17549435e-38) subnormal = Math.Max(subnormal, error);
            else normal = Math.Max(normal, error);
        }

        return $"{Write(normal)} | {Write(subnormal)}";
    }

    // Beyond this some results are not inaccurate but missing: 0 instead of a small number.
    private static string Write(double ulps) => ulps > 1000 ? "lost" : ulps.ToString("0.00", CultureInfo.InvariantCulture);

    // The script prints its rows and, below them, what it could not measure.
    private static void PrintPython()
    {
        try
        {
            var start = new ProcessStartInfo("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "Peers", "peers.py")]) { UseShellExecute = false, RedirectStandardOutput = true };
            using var python = Process.Start(start)!;
            Console.Write(python.StandardOutput.ReadToEnd());
            python.WaitForExit();
            if (python.ExitCode != 0) throw new InvalidOperationException($"peers.py ended with exit code {python.ExitCode}; what it wrote above says why.");
        }
        catch (Win32Exception)
        {
            Console.WriteLine("\nNot measured: SciPy, NumPy, PyTorch and SLEEF, as Python (/usr/bin/python3) is not installed.");
        }
    }
}
