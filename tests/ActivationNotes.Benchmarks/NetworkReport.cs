using System.Diagnostics;
using System.Globalization;
using ActivationNotes.Activations;
using ActivationNotes.Data;
using ActivationNotes.Experiments;
using ActivationNotes.LinearAlgebra;
using ActivationNotes.Networks;
using ActivationNotes.Optimizers;
using ActivationNotes.Timing;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Providers.LinearAlgebra;
using MathNet.Numerics.Random;
using MathNet.Numerics.Statistics;

namespace ActivationNotes.Benchmarks;

/// <summary>
/// Matrix products beside MathNet's own and OpenBLAS's, and a training step beside PyTorch's: one thread each, sample by sample in turn; and
/// lesson 02's depth sweep on all processors. A peer that is not installed is named as missing, and the rest is measured.
/// </summary>
internal static class NetworkReport
{
    private const int Rounds = 101;
    private const int Warm = 40;
    private const int SweepRuns = 5;

    private static readonly int[] s_sizes = [32, 64, 128, 256, 512];

    private sealed record Contender(string Name, Func<int, double> Seconds);

    /// <summary>Prints three Markdown tables.</summary>
    public static void Print()
    {
        using var python = new PythonPeer("networks.py");
        PrintProducts(python, s_sizes);
        Console.WriteLine("| training step | µs, median | middle half | allocated, bytes |");
        Console.WriteLine("|---|--:|--:|--:|");
        PrintStep(python);
        Console.WriteLine();
        PrintSweep();
    }

    /// <summary>Prints the table of products alone, from 64 on.</summary>
    public static void PrintProducts()
    {
        using var python = new PythonPeer("networks.py");
        PrintProducts(python, s_sizes.Where(size => size >= 64));
    }

    private static void PrintProducts(PythonPeer python, IEnumerable<int> sizes)
    {
        Console.WriteLine($"{MachineInfo.Current.VectorBits}-bit registers; {python.Libraries}");
        Console.WriteLine();
        Console.WriteLine("| size | `MatrixProduct`, GFLOP/s | `a * b`, plugged in | `a * b`, MathNet managed | OpenBLAS | plugged in / MathNet | OpenBLAS / `MatrixProduct` |");
        Console.WriteLine("|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var size in sizes) PrintProduct(python, size);
        Console.WriteLine();
    }

    private static void PrintProduct(PythonPeer python, int size)
    {
        var random = new MersenneTwister(size);
        Matrix<float> Draw() => Matrix<float>.Build.Dense(size, size, (_, _) => (float)random.NextDouble());
        var (left, right, product) = (Draw(), Draw(), new float[size * size]);
        var (a, b) = (left.AsColumnMajorArray(), right.AsColumnMajorArray());
        MathNet.Numerics.Control.UseSingleThread();
        var calls = Math.Max(1, 40_000_000 / (size * size * size));
        var results = TakeTurns(
            calls,
            new("ours", Own(() => MatrixProduct.Compute(false, false, 1, a, size, size, b, size, size, 0, product))),
            new("plugged in", With(VectorisedLinearAlgebra.Create())),
            new("MathNet", With(new ManagedLinearAlgebraProvider())),
            new("OpenBLAS", count => python.Seconds($"product {size}", count)));
        var operations = 2.0 * size * size * size;
        var speeds = results.Select(seconds => operations / seconds.Median() / 1e9).ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {size} | {speeds[0]:0.0} | {speeds[1]:0.0} | {speeds[2]:0.0} | {Cell(speeds[3], "0.0")} | {speeds[1] / speeds[2]:0.0} | {Cell(speeds[3] / speeds[0], "0.00")} |"));

        // As notebooks multiply: with the operator, whichever provider is plugged in.
        Func<int, double> With(ILinearAlgebraProvider provider)
        {
            var multiply = Own(() => _ = left * right);
            return count =>
            {
                LinearAlgebraControl.Provider = provider;
                return multiply(count);
            };
        }
    }

    private static void PrintStep(PythonPeer python)
    {
        var random = new MersenneTwister(1);
        var network = Network.Plain<float>([64, 64, 64, 64, 10], Activation.Named("sigmoid"), Initialisation.Glorot, random);
        var images = Matrix<float>.Build.Dense(64, 64, (_, _) => (float)random.NextDouble());
        int[] labels = [.. Enumerable.Range(0, 64).Select(i => i % 10)];
        var optimizer = new Momentum<float>(0.05);
        float[][] parameters = [.. network.Parameters.Select(parameter => parameter.Values)];
        void Step() =>
            optimizer.Step(parameters, network.Forward(images, training: true).Backward(new SoftmaxCrossEntropy<float>(labels)).Parameters);

        var results = TakeTurns(30, new("ours", Own(Step)), new("PyTorch", count => python.Seconds("step", count)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Step();
        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before).ToString("N0", CultureInfo.InvariantCulture);
        foreach (var (name, seconds, bytes) in new[] { ("64-64-64-64-10, batch 64, momentum: ours", results[0], allocated), ("the same, PyTorch", results[1], "") })
        {
            var spread = string.Create(CultureInfo.InvariantCulture, $"[{1e6 * seconds.LowerQuartile():0}, {1e6 * seconds.UpperQuartile():0}]");
            Console.WriteLine($"| {name} | {Cell(1e6 * seconds.Median(), "0")} | {(double.IsNaN(seconds[0]) ? "" : spread)} | {bytes} |");
        }

        var ratio = results[1].Zip(results[0], (theirs, ours) => theirs / ours).Median();
        if (!double.IsNaN(ratio)) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| PyTorch / ours, median of the ratios of all rounds | {ratio:0.0} | | |"));
    }

    private static void PrintSweep()
    {
        var data = DigitSplit.Of(Digits.Load());
        Initialisation[] initialisations = [Initialisation.LeCun, Initialisation.Glorot, Initialisation.He, Initialisation.Glorot.Scaled(4)];
        var seconds = new double[SweepRuns];
        var networks = 0;
        for (var run = 0; run < SweepRuns; run++)
        {
            var start = Stopwatch.GetTimestamp();
            var sweep = new DepthSweepExperiment().Run(
                data, ["sigmoid", "tanh", "relu"], initialisations, [.. Enumerable.Range(1, 20)], [.. Enumerable.Range(1, 10)]);
            seconds[run] = Stopwatch.GetElapsedTime(start).TotalSeconds;
            networks = sweep.Networks.Count;
        }
        Console.WriteLine("| depth sweep of lesson 02 | processors | networks | s, median | least | most |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| depths 1 to 20, 4 initialisations, 3 activations, 10 seeds | {Environment.ProcessorCount} | {networks:N0} | {seconds.Median():0.00} | {seconds.Min():0.00} | {seconds.Max():0.00} |"));
    }

    // A Python peer without its library gives no number.
    private static string Cell(double number, string format) =>
        double.IsNaN(number) ? "not installed" : number.ToString(format, CultureInfo.InvariantCulture);

    private static double[][] TakeTurns(int calls, params Contender[] contenders)
    {
        // Twice with a pause, so that the runtime has recompiled what is hot before it counts.
        for (var phase = 0; phase < 3; phase++)
        {
            foreach (var contender in contenders) contender.Seconds(Math.Max(Warm, calls));
            Thread.Sleep(150);
        }
        var seconds = contenders.Select(_ => new double[Rounds]).ToArray();
        for (var round = 0; round < Rounds; round++)
            for (var turn = 0; turn < contenders.Length; turn++)
            {
                var who = (round + turn) % contenders.Length;
                seconds[who][round] = contenders[who].Seconds(calls);
            }
        return seconds;
    }

    private static Func<int, double> Own(Action work) => calls =>
    {
        var start = Stopwatch.GetTimestamp();
        for (var call = 0; call < calls; call++) work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds / calls;
    };
}
