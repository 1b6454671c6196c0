using System.Diagnostics;
using System.Globalization;
using System.Numerics.Tensors;
using ActivationNotes.Data;
using ActivationNotes.Experiments;
using ActivationNotes.Kernels;
using ActivationNotes.LinearAlgebra;
using ActivationNotes.Networks;
using ActivationNotes.Timing;

namespace ActivationNotes.Benchmarks;

/// <summary>
/// What depends on registers and instructions: each kind of machine is a process whose runtime and C library are told to do without some.
/// All settings but these are .NET's own, as a reader's program has them.
/// </summary>
internal static class MachinesReport
{
    private static readonly int[] s_lengths = [4_096, 65_536, 1_048_576, 16_777_216];

    private static readonly (string Name, (string Variable, string Value)[] Settings)[] s_machines =
    [
        ("as it is", []),
        ("256 bits", [("DOTNET_EnableAVX512", "0")]),
        ("128 bits, no FMA", [("DOTNET_EnableAVX2", "0")]),
        ("128 bits, no FMA in the C library either", [("DOTNET_EnableAVX2", "0"), ("GLIBC_TUNABLES", "glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4")]),
    ];

    /// <summary>Prints a Markdown table, a row per machine, each measured by a child process.</summary>
    public static void Print()
    {
        string[] columns =
        [
            "32x64x64, µs", "64x64x64, µs", "256x256x256, µs", "sigmoid, ns per element", "`TensorPrimitives.Sigmoid` / ours", "ours / `Max(x, 0)`", "sweep, s",
        ];
        Console.WriteLine($"| registers | {string.Join(" | ", columns)} |");
        Console.WriteLine($"|---|{string.Concat(columns.Select(_ => "--:|"))}");
        foreach (var (name, settings) in s_machines)
        {
            // The apphost of a build takes no path of an assembly.
            var isHost = Path.GetFileNameWithoutExtension(Environment.ProcessPath!).Equals("dotnet", StringComparison.Ordinal);
            string[] command = ["machines", "--row", name];
            var start = new ProcessStartInfo(Environment.ProcessPath!, isHost ? [typeof(MachinesReport).Assembly.Location, .. command] : command) { UseShellExecute = false };
            foreach (var (variable, value) in settings) start.Environment[variable] = value;
            using var child = Process.Start(start)!;
            child.WaitForExit();
            if (child.ExitCode != 0) throw new InvalidOperationException($"The process for '{name}' ended with exit code {child.ExitCode}; what it wrote above says why.");
        }
    }

    /// <summary>Prints the row of the machine that this process runs on.</summary>
    public static void PrintRow(string name)
    {
        string[] products = [Product(32, 64), Product(64, 64), Product(256, 256)];
        var sigmoids = s_lengths.Select(Sigmoid).ToArray();
        string[] cells =
        [
            .. products,
            Cells(result => result["ours"].Median, "0.000"),
            Cells(result => result.RatioOf("theirs", "ours").Median, "0.00"),
            Cells(result => result.RatioOf("ours", "max").Median, "0.00"),
            Sweep(),
        ];
        Console.WriteLine($"| {name} | {string.Join(" | ", cells)} |");

        string Cells(Func<ComparisonResult, double> number, string format) =>
            string.Join(" · ", sigmoids.Select(result => number(result).ToString(format, CultureInfo.InvariantCulture)));
    }

    private static string Product(int rows, int side)
    {
        var random = new Random(rows);
        float[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)random.NextDouble())];
        var (a, b, c) = (Draw(rows * side), Draw(side * side), new float[rows * side]);
        var result = new Comparison().Run(TimedKernel.Of("product", 1, () => MatrixProduct.Compute(false, false, 1, a, rows, side, b, side, side, 0, c)));
        return (result["product"].Median / 1000).ToString("0.0", CultureInfo.InvariantCulture);
    }

    private static ComparisonResult Sigmoid(int length)
    {
        var random = new Random(1);
        float[] x = [.. Enumerable.Range(0, length).Select(_ => (float)(random.NextDouble() * 16 - 8))];
        var y = new float[length];
        return new Comparison { FewestRounds = 41 }.Run(
            TimedKernel.Map("ours", VectorMath.Sigmoid, x, y),
            TimedKernel.Map("theirs", TensorPrimitives.Sigmoid, x, y),
            TimedKernel.Map("max", (from, to) => TensorPrimitives.Max(from, 0f, to), x, y));
    }

    private static string Sweep()
    {
        var data = DigitSplit.Of(Digits.Load());
        var seconds = Enumerable.Range(0, 3).Min(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            new DepthSweepExperiment().Run(data, ["sigmoid", "tanh", "relu"], [Initialisation.Glorot], [.. Enumerable.Range(1, 20)], [1, 2, 3]);
            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        });
        return seconds.ToString("0.00", CultureInfo.InvariantCulture);
    }
}
