using ActivationNotes.LinearAlgebra;
using ActivationNotes.Networks;

namespace ActivationNotes.Diagnostics;

/// <summary>How much gradient arrives where.</summary>
public static class GradientFlow
{
    /// <summary>Norm of the gradient of each dense layer's weights (root of the sum of squares), from the first layer to the last.</summary>
    /// <param name="gradients">Gradients of one batch.</param>
    /// <param name="network">The network they belong to.</param>
    public static double[] WeightNorms(Gradients<float> gradients, Network<float> network) =>
        [.. Weights(network).Select(entry => Norm(gradients.Parameters[entry.Index]))];

    /// <summary>Norm of the gradient of each dense layer's bias, from the first layer to the last: the gradient at its output, added up over the samples.</summary>
    /// <param name="gradients">Gradients of one batch.</param>
    /// <param name="network">The network they belong to.</param>
    public static double[] BiasNorms(Gradients<float> gradients, Network<float> network) =>
        [.. Weights(network).Select(entry => Norm(gradients.Parameters[entry.Index + 1]))];

    /// <summary>Norm of the gradient that arrives at the output of each dense layer, from the first layer to the last: what the layer's weights learn from.</summary>
    /// <param name="gradients">Gradients of one batch.</param>
    /// <param name="network">The network they belong to; dense layers inside of residual blocks are left out.</param>
    public static double[] UpstreamNorms(Gradients<float> gradients, Network<float> network) =>
        [.. network.Layers.Zip(gradients.Layers).Where(pair => pair.First is DenseLayer<float>)
            .Select(pair => Norm(pair.Second.Upstream.AsColumnMajorArray()))];

    /// <summary>
    /// Norm of the weights of each dense layer, from the first to the last. An update's norm divided by it says by what share of themselves the weights change.
    /// </summary>
    /// <param name="network">The network.</param>
    public static double[] SizeOfWeights(Network<float> network) => [.. Weights(network).Select(entry => Norm(entry.Parameter.Values))];

    /// <summary>By what share of themselves the weights of each dense layer have changed.</summary>
    /// <param name="before">A copy of the weights, from <see cref="CopyOfWeights"/>.</param>
    /// <param name="network">The network now.</param>
    public static double[] RelativeChange(IReadOnlyList<float[]> before, Network<float> network) =>
        [.. Weights(network).Zip(before, (entry, old) => Reduction.Distance<float>(entry.Parameter.Values, old) / Norm(old))];

    /// <summary>Copies of the weights of each dense layer.</summary>
    /// <param name="network">The network.</param>
    public static float[][] CopyOfWeights(Network<float> network) => [.. Weights(network).Select(entry => (float[])entry.Parameter.Values.Clone())];

    /// <summary>The spectral norm of weights: by what factor they can lengthen a vector, or a gradient on its way back, at most.</summary>
    /// <param name="weights">The weights.</param>
    public static double SpectralNorm(Parameter<float> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return weights.Matrix.Map(value => (double)value).L2Norm();
    }

    private static double Norm(ReadOnlySpan<float> values)
    {
        // In double, since squares of small floats underflow long before the floats do.
        var sum = 0.0;
        foreach (var value in values) sum += (double)value * value;
        return Math.Sqrt(sum);
    }

    private static IEnumerable<(int Index, Parameter<float> Parameter)> Weights(Network<float> network) =>
        network.Parameters.Index().Where(entry => entry.Item.Name == "weights");
}
