using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace ActivationNotes.Networks;

/// <summary>One batch on its way through one layer: forward has happened, backward can.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="layer">The layer.</param>
/// <param name="input">[samples x inputs]</param>
/// <param name="output">[samples x outputs]</param>
public abstract class LayerPass<T>(Layer<T> layer, Matrix<T> input, Matrix<T> output)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The layer.</summary>
    public Layer<T> Layer { get; } = layer;

    /// <summary>[samples x inputs]</summary>
    public Matrix<T> Input { get; } = input;

    /// <summary>[samples x outputs]</summary>
    public Matrix<T> Output { get; } = output;

    /// <summary>The passes through the layers inside, for a layer that is made of layers; else empty.</summary>
    public virtual IReadOnlyList<LayerPass<T>> Inner => [];

    /// <summary>The chain rule: downstream = local x upstream.</summary>
    /// <param name="upstream">[samples x outputs] Gradient of the loss with respect to the output.</param>
    /// <exception cref="ArgumentException">The gradient has another shape than the output.</exception>
    public LayerGradient<T> Backward(Matrix<T> upstream)
    {
        ArgumentNullException.ThrowIfNull(upstream);
        return upstream.RowCount == Output.RowCount && upstream.ColumnCount == Output.ColumnCount
            ? BackwardCore(upstream)
            : throw new ArgumentException(
                $"The layer '{Layer.Description}' gave [{Output.RowCount} x {Output.ColumnCount}], the gradient has the shape [{upstream.RowCount} x {upstream.ColumnCount}].", nameof(upstream));
    }

    /// <inheritdoc cref="Backward"/>
    protected abstract LayerGradient<T> BackwardCore(Matrix<T> upstream);
}
