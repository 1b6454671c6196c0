using System.Globalization;
using System.Numerics.Tensors;
using ActivationNotes.Activations;
using ActivationNotes.Timing;

namespace ActivationNotes.Benchmarks;

/// <summary>Nanoseconds per element of all activations against their peers, interleaved in one run.</summary>
internal static class SpeedReport
{
    private const int Length = 65_536;
    private const int ScalarLength = 8_192;
    private const string Ours = "Values";

    private static readonly Comparison s_comparison = new() { FewestRounds = 201, Patience = TimeSpan.FromSeconds(4), Precision = 0.01 };

    /// <summary>Measures and prints the named activations, or all.</summary>
    public static void Print(IReadOnlyList<string> names)
    {
        Console.WriteLine($"{Length:N0} floats uniform in [-8, 8], interleaved rounds; ns per element: fastest, median [interquartile range], ratio to ours");
        var x = new float[Length];
        var random = new Random(1);
        for (var i = 0; i < Length; i++) x[i] = (float)(random.NextDouble() * 16 - 8);
        var y = new float[Length];
        foreach (var activation in Activation.All.Where(activation => names.Count == 0 || names.Contains(activation.Info.Name)))
        {
            List<TimedKernel> kernels =
            [
                TimedKernel.Map(Ours, activation.Values, x, y),
                TimedKernel.Map("Derivatives", activation.Derivatives, x, y),
                TimedKernel.Of("loop over Value(double)", ScalarLength, () =>
                {
                    for (var i = 0; i < ScalarLength; i++) y[i] = (float)activation.Value((double)x[i]);
                }),
            ];
            if (TensorPeer(activation.Info.Name) is { } peer) kernels.Add(TimedKernel.Map("TensorPrimitives", peer, x, y));
            if (MathPeer(activation.Info.Name) is { } loop) kernels.Add(TimedKernel.Map("loop over MathF", loop, x[..ScalarLength], y[..ScalarLength]));
            var result = s_comparison.Run(kernels);
            foreach (var timing in result.Timings) Print(activation.Info.Name, timing, result.RatioOf(timing.Name, Ours));
        }
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

    private static void Print(string activation, KernelTiming timing, Ratio toOurs) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{activation,-13}{timing.Name,-25}{timing.Fastest,7:0.000} {timing.Median,8:0.000} [{timing.LowerQuartile:0.000}, {timing.UpperQuartile:0.000}]  x {toOurs.Median:0.00}"));
}
