using System.Numerics;
using System.Numerics.Tensors;
using ActivationNotes.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra;

namespace ActivationNotes.Networks;

/// <summary>
/// A fully connected layer, y = x W + b, with x [samples x inputs], W [inputs x outputs] and b [1 x outputs]. Backward, with the upstream
/// gradient g: dW = x^T g, db = the sum of g over the samples, dx = g W^T.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class DenseLayer<T> : Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>A layer with weights from an initialisation and a bias of 0.</summary>
    /// <param name="inputs">Features that go in.</param>
    /// <param name="outputs">Features that come out.</param>
    /// <param name="initialisation">How large the weights are.</param>
    /// <param name="random">Where they come from.</param>
    public DenseLayer(int inputs, int outputs, Initialisation initialisation, Random random)
        : base(inputs, outputs)
    {
        ArgumentNullException.ThrowIfNull(initialisation);
        Weights = new Parameter<T>("weights", inputs, outputs, initialisation.Draw<T>(inputs, outputs, random));
        Bias = new Parameter<T>("bias", 1, outputs, new T[outputs]);
    }

    /// <summary>W [inputs x outputs].</summary>
    public Parameter<T> Weights { get; }

    /// <summary>b [1 x outputs].</summary>
    public Parameter<T> Bias { get; }

    /// <inheritdoc/>
    public override string Description => $"dense {Inputs} to {Outputs}";

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter<T>> Parameters => [Weights, Bias];

    /// <inheritdoc/>
    protected override LayerPass<T> ForwardCore(Matrix<T> input, bool training)
    {
        var output = Dense.Product(input, Weights.Matrix);
        var (values, samples) = (output.Values(), input.RowCount);
        for (var j = 0; j < Outputs; j++)
        {
            var column = values.AsSpan(j * samples, samples);
            TensorPrimitives.Add(column, Bias.Values[j], column);
        }
        return new Pass(this, input, output);
    }

    private sealed class Pass(DenseLayer<T> layer, Matrix<T> input, Matrix<T> output) : LayerPass<T>(layer, input, output)
    {
        protected override LayerGradient<T> BackwardCore(Matrix<T> upstream)
        {
            var weights = Dense.Product(Input, upstream, transposeA: true);
            var bias = new T[layer.Outputs];
            var (values, samples) = (upstream.Values(), upstream.RowCount);
            for (var j = 0; j < bias.Length; j++) bias[j] = Reduction.Sum<T>(values.AsSpan(j * samples, samples));
            return new LayerGradient<T>(upstream, Dense.Product(upstream, layer.Weights.Matrix, transposeB: true), [weights.Values(), bias]);
        }
    }
}
