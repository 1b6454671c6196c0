using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace ActivationNotes.Networks;

/// <summary>One batch on its way through a network: what came out of every layer, and the way back.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class ForwardPass<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    internal ForwardPass(Network<T> network, IReadOnlyList<LayerPass<T>> layers) => (Network, Layers) = (network, layers);

    /// <summary>The network.</summary>
    public Network<T> Network { get; }

    /// <summary>For each layer its input and output, from the first to the last.</summary>
    public IReadOnlyList<LayerPass<T>> Layers { get; }

    /// <summary>[samples x features] What went in.</summary>
    public Matrix<T> Input => Layers[0].Input;

    /// <summary>[samples x outputs] What came out: scores (logits) for a classifier.</summary>
    public Matrix<T> Output => Layers[^1].Output;

    /// <summary>The activation layers alone, those inside of residual blocks too, from the first to the last: what the hidden units get and say.</summary>
    public IReadOnlyList<LayerPass<T>> Hidden => [.. Layers.SelectMany(Flat).Where(pass => pass.Layer is ActivationLayer<T>)];

    /// <summary>Outputs of the activation layers, from the first to the last.</summary>
    public IReadOnlyList<Matrix<T>> Activations => [.. Hidden.Select(pass => pass.Output)];

    /// <summary>Back through all layers, by the chain rule.</summary>
    /// <param name="loss">What the output should have been.</param>
    public Gradients<T> Backward(ILoss<T> loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        var (value, upstream) = loss.Of(Output);
        var layers = new LayerGradient<T>[Layers.Count];
        for (var i = layers.Length - 1; i >= 0; i--)
        {
            layers[i] = Layers[i].Backward(upstream);
            upstream = layers[i].Downstream;
        }
        return new Gradients<T>(value, layers);
    }

    private static IEnumerable<LayerPass<T>> Flat(LayerPass<T> pass) => pass.Inner.Count == 0 ? [pass] : pass.Inner.SelectMany(Flat);
}
