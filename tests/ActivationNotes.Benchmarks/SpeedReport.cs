using System.Globalization;
using System.Numerics.Tensors;
using ActivationNotes.Activations;
using ActivationNotes.Timing;

namespace ActivationNotes.Benchmarks;

/// <summary>Nanoseconds per element of all activations on 65,536 floats uniform in [-8, 8] against their peers, interleaved in one run, and a verdict.</summary>
internal static class SpeedReport
{
    private const int Length = 65_536;
    private const int ScalarLength = 8_192;
    private const string Ours = "Values", Slopes = "Derivatives", Peer = "TensorPrimitives", DoubleLoop = "loop over Value(double)", FloatLoop = "loop over MathF";

    // How many times as fast as its rival Values has to be.
    private const double LeastOverPeer = 1, LeastOverLoop = 4;

    private static readonly Comparison s_comparison = new() { FewestRounds = 201, Patience = TimeSpan.FromSeconds(4), Precision = 0.01 };

    // Those of arithmetic and choice alone. The others promise to beat a loop over the exponential, or what TensorPrimitives has.
    private static readonly string[] s_withoutExponential = ["relu", "leaky-relu", "hard-swish", "hard-sigmoid", "hard-tanh", "softsign"];

    /// <summary>Measures and prints the named activations, or all, as a Markdown table, and what the ratios say.</summary>
    /// <returns>Whether every promise is kept: a ratio whose 95 % interval ends below its bound breaks it.</returns>
    public static bool Print(IReadOnlyList<string> names)
    {
        var x = new float[Length];
        var random = new Random(1);
        for (var i = 0; i < Length; i++) x[i] = (float)(random.NextDouble() * 16 - 8);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Length:N0} floats uniform in [-8, 8], interleaved rounds, medians. The scalar loop is the faster of one over `MathF` and one over"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"`Value(double)`. `Values` is to be as fast as TensorPrimitives, and {LeastOverLoop} times as fast as a scalar loop over an exponential.\n"));
        Console.WriteLine("| ns per element | `Values` | `Derivatives` | TensorPrimitives | times ours | scalar loop | times ours | promised |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|---|");
        List<string> broken = [];
        foreach (var activation in Activation.All.Where(activation => names.Count == 0 || names.Contains(activation.Info.Name)))
        {
            var name = activation.Info.Name;
            var result = Measure(activation, x);
            var loop = result.Timings.Where(timing => timing.Name is DoubleLoop or FloatLoop).MinBy(timing => timing.Median)!.Name;
            var hasPeer = result.Timings.Any(timing => timing.Name == Peer);
            var (rival, least) = hasPeer ? (Peer, LeastOverPeer) : (loop, LeastOverLoop);
            var promised = hasPeer || !s_withoutExponential.Contains(name);
            if (promised && result.RatioOf(rival, Ours) is { } ratio && ratio.High < least)
                broken.Add(string.Create(CultureInfo.InvariantCulture, $"{name}: {rival} takes {ratio.Median:0.00} times as long as ours [{ratio.Low:0.00}, {ratio.High:0.00}], promised are {least}"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {Write(result[Ours])} | {Write(result[Slopes])} | {(hasPeer ? Write(result[Peer]) : "")} | {(hasPeer ? Times(result, Peer) : "")} | {Write(result[loop])} | {Times(result, loop)} | {(promised ? $"{least} x {rival}" : "")} |"));
        }

        Console.WriteLine();
        foreach (var line in broken) Console.WriteLine("Broken: " + line);
        if (broken.Count == 0) Console.WriteLine("Every promise is kept.");
        return broken.Count == 0;
    }

    private static string Write(KernelTiming timing) => string.Create(CultureInfo.InvariantCulture, $"{timing.Median:0.000}");

    private static string Times(ComparisonResult result, string rival) => result.RatioOf(rival, Ours).Median.ToString("0.00", CultureInfo.InvariantCulture);

    private static ComparisonResult Measure(IActivation activation, float[] x)
    {
        var y = new float[x.Length];
        List<TimedKernel> kernels =
        [
            TimedKernel.Map(Ours, activation.Values, x, y),
            TimedKernel.Map(Slopes, activation.Derivatives, x, y),
            TimedKernel.Of(DoubleLoop, ScalarLength, () =>
            {
                for (var i = 0; i < ScalarLength; i++) y[i] = (float)activation.Value((double)x[i]);
            }),
        ];
        if (TensorPeer(activation.Info.Name) is { } peer) kernels.Add(TimedKernel.Map(Peer, peer, x, y));
        if (MathPeer(activation.Info.Name) is { } loop) kernels.Add(TimedKernel.Map(FloatLoop, loop, x[..ScalarLength], y[..ScalarLength]));
        return s_comparison.Run(kernels);
    }

    private static FloatMap? TensorPeer(string name) => name switch
    {
        "sigmoid" => (x, y) => TensorPrimitives.Sigmoid(x, y),
        "tanh" => (x, y) => TensorPrimitives.Tanh(x, y),
        "relu" => (x, y) => TensorPrimitives.Max(x, 0f, y),
        "hard-tanh" => (x, y) => TensorPrimitives.Clamp(x, -1f, 1f, y),
        _ => null,
    };

    private static FloatMap? MathPeer(string name) => name switch
    {
        "sigmoid" => (x, y) => { for (var i = 0; i < x.Length; i++) y[i] = 1 / (1 + MathF.Exp(-x[i])); }
        ,
        "tanh" => (x, y) => { for (var i = 0; i < x.Length; i++) y[i] = MathF.Tanh(x[i]); }
        ,
        "relu" => (x, y) => { for (var i = 0; i < x.Length; i++) y[i] = MathF.Max(0, x[i]); }
        ,
        "elu" => (x, y) => { for (var i = 0; i < x.Length; i++) y[i] = x[i] > 0 ? x[i] : MathF.Exp(x[i]) - 1; }
        ,
        "selu" => (x, y) => { for (var i = 0; i < x.Length; i++) y[i] = x[i] > 0 ? 1.0507009f * x[i] : 1.7580993f * (MathF.Exp(x[i]) - 1); }
        ,
        "gelu-tanh" => (x, y) =>
        {
            for (var i = 0; i < x.Length; i++) y[i] = 0.5f * x[i] * (1 + MathF.Tanh(0.7978846f * (x[i] + 0.044715f * x[i] * x[i] * x[i])));
        }
        ,
        "silu" => (x, y) => { for (var i = 0; i < x.Length; i++) y[i] = x[i] / (1 + MathF.Exp(-x[i])); }
        ,
        "mish" => (x, y) => { for (var i = 0; i < x.Length; i++) y[i] = x[i] * MathF.Tanh(MathF.Log(1 + MathF.Exp(x[i]))); }
        ,
        "softplus" => (x, y) => { for (var i = 0; i < x.Length; i++) y[i] = MathF.Log(1 + MathF.Exp(x[i])); }
        ,
        "log-sigmoid" => (x, y) => { for (var i = 0; i < x.Length; i++) y[i] = -MathF.Log(1 + MathF.Exp(-x[i])); }
        ,
        _ => null,
    };
}
