using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace ActivationNotes.Networks;

/// <summary>Gradients of the loss of one batch, everywhere in the network.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="Loss">The loss, averaged over the samples.</param>
/// <param name="Layers">The gradient at each layer, from the first to the last.</param>
public sealed record Gradients<T>(T Loss, IReadOnlyList<LayerGradient<T>> Layers)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>With respect to all parameters, in the order of <see cref="Network{T}.Parameters"/>.</summary>
    public IReadOnlyList<T[]> Parameters { get; } = [.. Layers.SelectMany(layer => layer.Parameters)];

    /// <summary>[samples x features] With respect to the network's input.</summary>
    public Matrix<T> Input => Layers[0].Downstream;
}
