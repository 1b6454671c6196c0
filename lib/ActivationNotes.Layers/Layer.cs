namespace ActivationNotes.Layers;

/// <summary>A layer as a real network has it: as many channels or features out as in, so that it can follow itself.</summary>
/// <param name="Name">What tables call it: "3x3, 64 channels", a convolution unless it says otherwise.</param>
/// <param name="Network">Where it is found, with the size of the image.</param>
/// <param name="Channels">Channels, or features of a dense layer.</param>
/// <param name="Side">Height and width of the image; of a dense layer, the batch.</param>
/// <param name="Kernel">Side of the kernel; 0 for a dense layer.</param>
/// <param name="Groups">Groups of channels that do not see each other: 1, or as many as channels (depthwise).</param>
public sealed record Layer(string Name, string Network, int Channels, int Side, int Kernel, int Groups = 1)
{
    /// <summary>The layers of lesson 04, from the most arithmetic per output to the least.</summary>
    public static IReadOnlyList<Layer> All { get; } =
    [
        new("3x3, 256 channels", "ResNet-18 conv4_x, 14x14", 256, 14, 3),
        new("dense, 1024 features", "multilayer perceptron, batch of 64", 1024, 64, 0),
        new("3x3, 64 channels", "ResNet-18 conv2_x, 56x56", 64, 56, 3),
        new("1x1, 512 channels", "MobileNet V1 pointwise, 14x14", 512, 14, 1),
        new("1x1, 128 channels", "MobileNet V1 pointwise, 56x56", 128, 56, 1),
        new("depthwise 3x3, 512 channels", "MobileNet V1 depthwise, 14x14", 512, 14, 3, 512),
        new("depthwise 3x3, 128 channels", "MobileNet V1 depthwise, 56x56", 128, 56, 3, 128),
    ];

    /// <summary>Whether it is a dense layer.</summary>
    public bool IsDense => Kernel == 0;

    /// <summary>How many numbers it puts out: as many as the activation sees.</summary>
    public int Outputs => IsDense ? Channels * Side : Channels * Side * Side;

    /// <summary>Multiply-adds for one output.</summary>
    public int MultiplyAddsPerOutput => IsDense ? Channels : Kernel * Kernel * Channels / Groups;

    internal long[] Shape => IsDense ? [Side, Channels] : [1, Channels, Side, Side];

    /// <summary>The layer several times in a row, each followed by the activation, as a model of ONNX.</summary>
    /// <param name="activation">Name of the operator; empty for none.</param>
    /// <param name="repeats">How often.</param>
    /// <param name="seed">Seed of the weights.</param>
    internal byte[] ToModel(string activation, int repeats, int seed)
    {
        var random = new Random(seed);
        var graph = new OnnxGraph(Shape);
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            if (IsDense) graph.Then("MatMul", (Weights(random), WeightShape));
            else graph.Then("Conv", (Weights(random), WeightShape), ("group", [Groups]), ("kernel_shape", [Kernel, Kernel]), ("pads", [Kernel / 2, Kernel / 2, Kernel / 2, Kernel / 2]));
            if (activation.Length > 0) graph.Then(activation);
        }

        return graph.ToModel(Shape);
    }

    /// <summary>Weights in the order of ONNX: [out x in / groups x row x column], or [in x out] of a dense layer.</summary>
    internal float[] Weights(Random random)
    {
        // Results keep their size from layer to layer: numbers that grow or vanish take other paths through the hardware.
        var spread = Math.Sqrt(3.0 / MultiplyAddsPerOutput);
        var weights = new float[(long)Channels * MultiplyAddsPerOutput];
        for (var i = 0; i < weights.Length; i++) weights[i] = (float)(spread * (2 * random.NextDouble() - 1));
        return weights;
    }

    private long[] WeightShape => IsDense ? [Channels, Channels] : [Channels, Channels / Groups, Kernel, Kernel];
}
