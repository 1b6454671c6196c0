using System.Numerics;
using System.Numerics.Tensors;
using ActivationNotes.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra;

namespace ActivationNotes.Networks;

/// <summary>
/// Layers with a way around them: y = x + f(x). Whatever f does to the gradient, the way around hands it on unchanged. K. He et al., Deep Residual
/// Learning for Image Recognition, CVPR 2016, section 3.2, equation 1.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class ResidualBlock<T> : Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Network<T> _inside;

    /// <summary>A block around these layers.</summary>
    /// <param name="layers">f; gives as many features as it takes.</param>
    /// <exception cref="ArgumentException">The layers do not fit each other, or do not give back as many features as they take.</exception>
    public ResidualBlock(params IReadOnlyList<Layer<T>> layers)
        : this(new Network<T>(layers))
    {
    }

    private ResidualBlock(Network<T> inside)
        : base(inside.Layers[0].Inputs, inside.Layers[^1].Outputs)
    {
        _inside = inside;
        if (Inputs != Outputs)
            throw new ArgumentException($"A residual block adds its input to its output, but it takes {Inputs} features and gives {Outputs}.", nameof(inside));
    }

    /// <summary>The layers of f.</summary>
    public IReadOnlyList<Layer<T>> Layers => _inside.Layers;

    /// <inheritdoc/>
    public override string Description => $"residual ({string.Join(", ", Layers.Select(layer => layer.Description))})";

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter<T>> Parameters => _inside.Parameters;

    /// <inheritdoc/>
    protected override LayerPass<T> ForwardCore(Matrix<T> input, bool training)
    {
        var inside = _inside.Forward(input, training);
        var output = Dense.Unset<T>(input.RowCount, Outputs);
        TensorPrimitives.Add(input.Values(), inside.Output.Values(), output.Values());
        return new Pass(this, input, output, inside);
    }

    private sealed class Pass(ResidualBlock<T> layer, Matrix<T> input, Matrix<T> output, ForwardPass<T> inside) : LayerPass<T>(layer, input, output)
    {
        public override IReadOnlyList<LayerPass<T>> Inner => inside.Layers;

        protected override LayerGradient<T> BackwardCore(Matrix<T> upstream)
        {
            var layers = new LayerGradient<T>[inside.Layers.Count];
            var gradient = upstream;
            for (var i = layers.Length - 1; i >= 0; i--)
            {
                layers[i] = inside.Layers[i].Backward(gradient);
                gradient = layers[i].Downstream;
            }
            var downstream = Dense.Unset<T>(upstream.RowCount, upstream.ColumnCount);
            TensorPrimitives.Add(upstream.Values(), gradient.Values(), downstream.Values());
            return new LayerGradient<T>(upstream, downstream, [.. layers.SelectMany(inner => inner.Parameters)]);
        }
    }
}
