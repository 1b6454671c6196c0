using ActivationNotes.Timing;

namespace ActivationNotes.Layers;

/// <summary>
/// Runs layers of real networks in ONNX Runtime, alone and followed by activations, forward. The same layer stands several times
/// in a row, as in the networks, so that bringing data into the layout that a convolution likes is paid once.
/// </summary>
/// <param name="Threads">How many threads work on one operator.</param>
/// <param name="Repeats">How many layers are in a row.</param>
/// <param name="Rounds">The fewest rounds of the comparison.</param>
/// <param name="Seed">Seed of the weights.</param>
public sealed record LayerCostExperiment(int Threads = 1, int Repeats = 4, int Rounds = 21, int Seed = 1)
{
    /// <summary>How long one layer is sampled at most: the longer, the surer that one sample of each variant is undisturbed.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(0.5);

    private const string Plain = "";

    /// <summary>The activations that are compared, by their names in ONNX.</summary>
    public static IReadOnlyList<string> Activations { get; } = ["Relu", "HardSwish", "Sigmoid"];

    /// <summary>Measures one layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <exception cref="PlatformNotSupportedException">ONNX Runtime is not there for this system; the message says what to do.</exception>
    public LayerCost Run(Layer layer)
    {
        OnnxEngine.Require();
        string[] variants = [Plain, .. Activations];
        var sessions = variants.Select(activation => new LayerSession(layer.ToModel(activation, Repeats, Seed), layer.Shape, Threads, profiled: false)).ToArray();
        try
        {
            // Native code is compiled already: nothing to wait for.
            var comparison = new Comparison { WarmUpCalls = 1, CompilerPause = TimeSpan.Zero, FewestRounds = Rounds, Patience = Patience, Precision = 0.01 };
            var result = comparison.Run([.. variants.Zip(sessions, (name, session) => TimedKernel.Of(name.Length > 0 ? name : "none", layer.Outputs * Repeats, session.Run))]);
            double Milliseconds(string name) => result[name].Fastest * layer.Outputs / 1e6;
            return new(layer, Threads, Milliseconds("none"),
                [.. Activations.Select(activation => new ActivationCost(activation, Milliseconds(activation), result.RatioOfFastest(activation, "none"), result.RatioOf(activation, "none"), Profile(layer, activation)))]);
        }
        finally
        {
            foreach (var session in sessions) session.Dispose();
        }
    }

    // ONNX Runtime knows HardSwish as a hard sigmoid and a product: whatever is not the layer is the activation.
    private double Profile(Layer layer, string activation)
    {
        using var session = new LayerSession(layer.ToModel(activation, Repeats, Seed), layer.Shape, Threads, profiled: true);
        for (var run = 0; run < (Rounds + 1) / 2; run++) session.Run();
        var times = session.EndProfiling();
        var whole = times.Where(time => time.Key != "Identity").Sum(time => time.Value);
        return 1 - times[layer.IsDense ? "MatMul" : "Conv"] / whole;
    }
}
