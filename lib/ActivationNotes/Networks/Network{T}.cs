using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace ActivationNotes.Networks;

/// <summary>Layers, one after the other.</summary>
/// <typeparam name="T">float for training, double where gradients are checked.</typeparam>
public sealed class Network<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>A network of these layers.</summary>
    /// <param name="layers">From the input to the output; each takes as many features as the one before gives.</param>
    /// <exception cref="ArgumentException">There is no layer, or two neighbours do not fit.</exception>
    public Network(params IReadOnlyList<Layer<T>> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        if (layers.Count == 0) throw new ArgumentException("A network has at least one layer.", nameof(layers));
        for (var i = 1; i < layers.Count; i++)
            if (layers[i].Inputs != layers[i - 1].Outputs)
                throw new ArgumentException(
                    $"Layer {i} ('{layers[i].Description}') takes {layers[i].Inputs} features, but layer {i - 1} ('{layers[i - 1].Description}') gives {layers[i - 1].Outputs}.", nameof(layers));
        Layers = [.. layers];
        Parameters = [.. Layers.SelectMany(layer => layer.Parameters)];
    }

    /// <summary>The layers, from the input to the output.</summary>
    public IReadOnlyList<Layer<T>> Layers { get; }

    /// <summary>The parameters of all layers, in order.</summary>
    public IReadOnlyList<Parameter<T>> Parameters { get; }

    /// <summary>How many numbers training changes.</summary>
    public int ParameterCount => Parameters.Sum(parameter => parameter.Values.Length);

    /// <summary>Sends a batch through all layers.</summary>
    /// <param name="input">[samples x features]</param>
    /// <param name="training">Whether normalisation uses this batch's statistics (and remembers them) or those it remembers.</param>
    public ForwardPass<T> Forward(Matrix<T> input, bool training = false)
    {
        var passes = new LayerPass<T>[Layers.Count];
        var current = input;
        for (var i = 0; i < passes.Length; i++)
        {
            passes[i] = Layers[i].Forward(current, training);
            current = passes[i].Output;
        }
        return new ForwardPass<T>(this, passes);
    }
}
