using System.Numerics;
using System.Numerics.Tensors;
using ActivationNotes.Activations;
using ActivationNotes.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra;

namespace ActivationNotes.Networks;

/// <summary>An activation of the catalogue, element by element: y = f(x), and backward dx = f'(x) g.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="features">Features that go in and come out.</param>
/// <param name="activation">f.</param>
public sealed class ActivationLayer<T>(int features, IActivation activation) : Layer<T>(features, features)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>f.</summary>
    public IActivation Activation { get; } = activation;

    /// <inheritdoc/>
    public override string Description => Activation.Info.Name;

    /// <inheritdoc/>
    protected override LayerPass<T> ForwardCore(Matrix<T> input, bool training) => new Pass(this, input, Dense.Apply(Activation, input));

    private sealed class Pass(ActivationLayer<T> layer, Matrix<T> input, Matrix<T> output) : LayerPass<T>(layer, input, output)
    {
        protected override LayerGradient<T> BackwardCore(Matrix<T> upstream)
        {
            var downstream = Dense.ApplyDerivative(layer.Activation, Input);
            TensorPrimitives.Multiply(downstream.Values(), upstream.Values(), downstream.Values());
            return new LayerGradient<T>(upstream, downstream, []);
        }
    }
}
