using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ActivationNotes.Activations;
using ActivationNotes.Kernels;
using ActivationNotes.LinearAlgebra;

namespace ActivationNotes.Tests.Activations;

/// <summary>Functions and products on machines of other kinds: the runtime and the C library of a child process are told to do without instructions.</summary>
public sealed class SameBitsTests
{
    private const string Expected = "EXPECTED_BITS_OF_FUNCTIONS";

    private static readonly Dictionary<string, string>[] s_machines =
    [
        new() { ["DOTNET_EnableAVX512"] = "0" },
        new() { ["DOTNET_EnableAVX2"] = "0" },
        new() { ["DOTNET_EnableAVX2"] = "0", ["GLIBC_TUNABLES"] = "glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4" },
        new() { ["DOTNET_EnableHWIntrinsic"] = "0" },
    ];

    private delegate void Map<T>(ReadOnlySpan<T> x, Span<T> y);

    [Fact]
    public async Task Every_function_and_product_has_the_same_bits_with_registers_of_every_width_and_without_fused_instructions()
    {
        var ours = Everything();
        if (Environment.GetEnvironmentVariable(Expected) is { } expected)
        {
            Assert.Equal(await File.ReadAllLinesAsync(expected, TestContext.Current.CancellationToken), ours);
            return;
        }

        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(file, ours, TestContext.Current.CancellationToken);
            foreach (var machine in s_machines)
                await ChildRun.PassAsync(new Dictionary<string, string>(machine) { [Expected] = file }, "-class", typeof(SameBitsTests).FullName!);
        }
        finally
        {
            File.Delete(file);
        }
    }

    // A line per function: its name and a hash of its results.
    private static List<string> Everything()
    {
        var lines = new List<string>();
        var (numbers, floats) = (Inputs(), Array.ConvertAll(Inputs(), number => (float)number));
        foreach (var activation in Activation.All)
        {
            Add<double>($"{activation.Info.Name}, doubles", activation.Values, numbers);
            Add<double>($"{activation.Info.Name}, slopes in double", activation.Derivatives, numbers);
            Add<float>($"{activation.Info.Name}, floats", activation.Values, floats);
            Add<float>($"{activation.Info.Name}, slopes in float", activation.Derivatives, floats);
        }

        Add<float>("vector exp", VectorMath.Exp, floats);
        Add<float>("vector sigmoid", VectorMath.Sigmoid, floats);
        Add<float>("vector tanh", VectorMath.Tanh, floats);
        Add<double>("vector exp, doubles", VectorMath.Exp, numbers);
        foreach (var (rows, depth, columns) in new[] { (1, 1, 1), (7, 300, 5), (33, 64, 64), (65, 257, 15) })
            foreach (var (transposeA, transposeB) in new[] { (false, false), (true, false), (false, true) })
            {
                var c = Factor(rows * columns);
                MatrixProduct.Compute(
                    transposeA, transposeB, 1.3f, Factor(rows * depth), transposeA ? depth : rows, transposeA ? rows : depth,
                    Factor(depth * columns), transposeB ? columns : depth, transposeB ? depth : columns, 0.7f, c);
                lines.Add($"[{rows} x {depth}] [{depth} x {columns}]{(transposeA ? ", first transposed" : "")}{(transposeB ? ", second transposed" : "")}: {Hash(c)}");
            }

        return lines;

        // Every length that a register may be left with, and one that fills many.
        void Add<T>(string name, Map<T> map, T[] x)
            where T : unmanaged
        {
            var results = new List<T>();
            foreach (var length in Enumerable.Range(0, 34).Append(x.Length))
            {
                var y = new T[length];
                map(x.AsSpan(x.Length - length), y);
                results.AddRange(y);
            }

            lines.Add($"{name}: {Hash(results.ToArray())}");
        }
    }

    private static float[] Factor(int count)
    {
        var random = new Random(count);
        return [.. Enumerable.Range(0, count).Select(_ => (float)(random.NextDouble() - 0.5))];
    }

    private static double[] Inputs()
    {
        var random = new Random(5);
        double[] edges =
        [
            double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0, -0.0, double.Epsilon, -double.Epsilon, double.MaxValue, double.MinValue,
            1e-310, -1e-310, 1e-40, -1e-40, 88.7, -88.7, 104, -104, 709.9, -745.2,
        ];
        return
        [
            .. edges,
            .. Enumerable.Range(0, 4000).Select(i => (random.NextDouble() - 0.5) * (i % 4) switch { 0 => 2, 1 => 20, 2 => 200, _ => 1500 }),
            .. Enumerable.Range(0, 1000).Select(_ => Math.ScaleB(random.NextDouble() - 0.5, random.Next(-140, 10))),
            .. edges,
        ];
    }

    // Zero and minus zero differ; one NaN is like another.
    private static string Hash<T>(T[] numbers)
        where T : unmanaged
    {
        if (numbers is double[] doubles) for (var i = 0; i < doubles.Length; i++) if (double.IsNaN(doubles[i])) doubles[i] = double.NaN;
        if (numbers is float[] floats) for (var i = 0; i < floats.Length; i++) if (float.IsNaN(floats[i])) floats[i] = float.NaN;
        return Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(numbers.AsSpan())))[..16];
    }
}
