namespace ActivationNotes.Layers.Tests;

/// <summary>What ONNX Runtime computes from our models, against loops that follow the definition.</summary>
public sealed class LayerTests
{
    private const int Seed = 3;

    public static TheoryData<int, int, int, int, string> Cases()
    {
        var cases = new TheoryData<int, int, int, int, string>();
        foreach (var activation in new[] { "", "Relu", "Sigmoid", "HardSwish" })
        {
            cases.Add(4, 6, 3, 1, activation);
            cases.Add(4, 6, 1, 1, activation);
            cases.Add(4, 6, 3, 4, activation);
            cases.Add(5, 7, 0, 1, activation);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Two_layers_in_a_row_give_what_the_definition_gives(int channels, int side, int kernel, int groups, string activation)
    {
        var layer = new Layer("small", "none", channels, side, kernel, groups);
        foreach (var profiled in new[] { false, true })
        {
            using var session = new LayerSession(layer.ToModel(activation, repeats: 2, Seed), layer.Shape, threads: 1, profiled);
            session.Run();
            var random = new Random(Seed);
            var once = Apply(layer, activation, layer.Weights(random), session.Input);
            var expected = Apply(layer, activation, layer.Weights(random), once);
            Assert.Equal(expected.Length, session.Output.Length);
            for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], session.Output[i], 1e-5f);
        }
    }

    [Fact]
    public void Sizes_are_those_of_the_published_networks()
    {
        // K. He et al. 2016, table 1; A. Howard et al. 2017, table 1.
        var convolution = Layer.All.Single(layer => layer.Name == "3x3, 64 channels");
        Assert.Equal((64 * 56 * 56, 9 * 64), (convolution.Outputs, convolution.MultiplyAddsPerOutput));
        var depthwise = Layer.All.Single(layer => layer.Name == "depthwise 3x3, 512 channels");
        Assert.Equal((512 * 14 * 14, 9), (depthwise.Outputs, depthwise.MultiplyAddsPerOutput));
        Assert.Equal(Layer.All.OrderByDescending(layer => layer.MultiplyAddsPerOutput).Select(layer => layer.MultiplyAddsPerOutput), Layer.All.Select(layer => layer.MultiplyAddsPerOutput));
    }

    [Fact]
    public void The_same_seed_gives_the_same_model()
    {
        var layer = new Layer("small", "none", 4, 6, 3);
        Assert.Equal(layer.ToModel("Relu", 2, 1), layer.ToModel("Relu", 2, 1));
        Assert.NotEqual(layer.ToModel("Relu", 2, 1), layer.ToModel("Relu", 2, 2));
    }

    private static float[] Apply(Layer layer, string activation, float[] weights, float[] x) =>
        [.. (layer.IsDense ? Dense(layer, weights, x) : Convolution(layer, weights, x)).Select(value => activation switch
        {
            "Relu" => Math.Max(0, value),
            "Sigmoid" => 1 / (1 + MathF.Exp(-value)),
            "HardSwish" => value * Math.Clamp(value / 6 + 0.5f, 0, 1),
            _ => value,
        })];

    private static float[] Dense(Layer layer, float[] weights, float[] x)
    {
        var n = layer.Channels;
        return [.. Enumerable.Range(0, layer.Side * n).Select(place => Enumerable.Range(0, n).Sum(i => x[place / n * n + i] * weights[i * n + place % n]))];
    }

    private static float[] Convolution(Layer layer, float[] weights, float[] x)
    {
        var (side, kernel, inputs) = (layer.Side, layer.Kernel, layer.Channels / layer.Groups);
        var y = new float[x.Length];
        for (var channel = 0; channel < layer.Channels; channel++)
            for (var row = 0; row < side; row++)
                for (var column = 0; column < side; column++)
                {
                    var sum = 0.0;
                    for (var input = 0; input < inputs; input++)
                        for (var down = 0; down < kernel; down++)
                            for (var right = 0; right < kernel; right++)
                            {
                                var (r, c) = (row + down - kernel / 2, column + right - kernel / 2);
                                if (r < 0 || r >= side || c < 0 || c >= side) continue;
                                var from = layer.Groups == 1 ? input : channel;
                                sum += weights[((channel * inputs + input) * kernel + down) * kernel + right] * x[(from * side + r) * side + c];
                            }

                    y[(channel * side + row) * side + column] = (float)sum;
                }

        return y;
    }
}
