using System.Diagnostics;
using System.Globalization;
using System.Numerics.Tensors;
using ActivationNotes.Activations;

namespace ActivationNotes.Benchmarks;

/// <summary>Nanoseconds per element of all activations against their peers, interleaved in one run.</summary>
internal static class SpeedReport
{
    private const int Length = 65_536;
    private const int Rounds = 201;
    private const int ScalarLength = 8_192;

    private sealed record Contender(string Name, int Elements, Action Run)
    {
        public double[] Times { get; } = new double[Rounds];
    }

    /// <summary>Measures and prints the named activations, or all.</summary>
    public static void Print(IReadOnlyList<string> names)
    {
        Console.WriteLine($"{Length:N0} floats uniform in [-8, 8], {Rounds} interleaved rounds; ns per element: fastest, median [interquartile range], ratio to ours");
        var x = new float[Length];
        var random = new Random(1);
        for (var i = 0; i < Length; i++) x[i] = (float)(random.NextDouble() * 16 - 8);
        var y = new float[Length];
        foreach (var activation in Activation.All.Where(activation => names.Count == 0 || names.Contains(activation.Info.Name)))
        {
            List<Contender> contenders =
            [
                new("Values", Length, () => activation.Values(x, y)),
                new("Derivatives", Length, () => activation.Derivatives(x, y)),
                new("loop over Value(double)", ScalarLength, () =>
                {
                    for (var i = 0; i < ScalarLength; i++) y[i] = (float)activation.Value((double)x[i]);
                }),
            ];
            if (TensorPeer(activation.Info.Name) is { } peer) contenders.Add(new("TensorPrimitives", Length, () => peer(x, y)));
            if (MathPeer(activation.Info.Name) is { } loop) contenders.Add(new("loop over MathF", ScalarLength, () => loop(x.AsSpan(0, ScalarLength), y)));
            Measure(contenders);
            foreach (var contender in contenders) Print(activation.Info.Name, contender, contenders[0]);
        }
    }

    private delegate void Spans(ReadOnlySpan<float> x, Span<float> y);

    private static Spans? TensorPeer(string name) => name switch
    {
        "sigmoid" => (x, y) => TensorPrimitives.Sigmoid(x, y),
        "tanh" => (x, y) => TensorPrimitives.Tanh(x, y),
        "relu" => (x, y) => TensorPrimitives.Max(x, 0f, y),
        "hard-tanh" => (x, y) => TensorPrimitives.Clamp(x, -1f, 1f, y),
        _ => null,
    };

    private static Spans? MathPeer(string name) => name switch
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

    // Round by round each contender runs once, first another one each time, so that a slow phase of the machine hits all alike.
    private static void Measure(List<Contender> contenders)
    {
        for (var warm = 0; warm < 90; warm++)
        {
            foreach (var contender in contenders) contender.Run();
            if (warm % 30 == 29) Thread.Sleep(150);
        }

        for (var round = 0; round < Rounds; round++)
        {
            for (var turn = 0; turn < contenders.Count; turn++)
            {
                var contender = contenders[(round + turn) % contenders.Count];
                var start = Stopwatch.GetTimestamp();
                contender.Run();
                contender.Times[round] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / contender.Elements;
            }
        }

        foreach (var contender in contenders) Array.Sort(contender.Times);
    }

    private static void Print(string activation, Contender contender, Contender ours)
    {
        var median = contender.Times[Rounds / 2];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{activation,-13}{contender.Name,-25}{contender.Times[0],7:0.000} {median,8:0.000} [{contender.Times[Rounds / 4]:0.000}, {contender.Times[Rounds * 3 / 4]:0.000}]  x {median / ours.Times[Rounds / 2]:0.00}"));
    }
}
