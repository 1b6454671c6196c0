using System.Numerics;
using System.Numerics.Tensors;
using ActivationNotes.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra;

namespace ActivationNotes.Networks;

/// <summary>
/// Layer normalisation: every sample gets mean 0 and variance 1 over its features, then a learned gain and shift. J. L. Ba, J. R. Kiros and G. E. Hinton,
/// Layer Normalization, arXiv:1607.06450 (2016), section 3.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="features">Features that go in and come out.</param>
/// <param name="epsilon">Added to the variance.</param>
public sealed class LayerNormalisation<T>(int features, double epsilon = 1e-5) : Layer<T>(features, features)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>[1 x features] What a normalised feature is multiplied by; 1 at first.</summary>
    public Parameter<T> Gain { get; } = new("gain", 1, features, [.. Enumerable.Repeat(T.One, features)]);

    /// <summary>[1 x features] What is added then; 0 at first.</summary>
    public Parameter<T> Shift { get; } = new("shift", 1, features, new T[features]);

    /// <inheritdoc/>
    public override string Description => "layer normalisation";

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter<T>> Parameters => [Gain, Shift];

    /// <inheritdoc/>
    protected override LayerPass<T> ForwardCore(Matrix<T> input, bool training)
    {
        var rows = input.RowCount;
        var width = T.CreateChecked(Inputs);
        var (normalised, output) = (Dense.Unset<T>(rows, Inputs), Dense.Unset<T>(rows, Inputs));
        var (mean, deviation) = (new T[rows], new T[rows]);
        for (var j = 0; j < Inputs; j++) TensorPrimitives.Add(mean, input.ColumnSpan(j), mean);
        TensorPrimitives.Divide(mean, width, mean);
        for (var j = 0; j < Inputs; j++)
        {
            var column = normalised.ColumnSpan(j);
            TensorPrimitives.Subtract(input.ColumnSpan(j), mean, column);
            TensorPrimitives.MultiplyAdd(column, column, deviation, deviation);
        }
        TensorPrimitives.Divide(deviation, width, deviation);
        TensorPrimitives.Add(deviation, T.CreateChecked(epsilon), deviation);
        TensorPrimitives.Sqrt(deviation, deviation);
        for (var j = 0; j < Inputs; j++)
        {
            var column = normalised.ColumnSpan(j);
            TensorPrimitives.Divide(column, deviation, column);
            TensorPrimitives.Multiply(column, Gain.Values[j], output.ColumnSpan(j));
            TensorPrimitives.Add(output.ColumnSpan(j), Shift.Values[j], output.ColumnSpan(j));
        }
        return new Pass(this, input, output, normalised, deviation);
    }

    private sealed class Pass(LayerNormalisation<T> layer, Matrix<T> input, Matrix<T> output, Matrix<T> normalised, T[] deviation)
        : LayerPass<T>(layer, input, output)
    {
        // As in batch normalisation with samples and features exchanged, except that the gain comes before the two sums.
        protected override LayerGradient<T> BackwardCore(Matrix<T> upstream)
        {
            var rows = upstream.RowCount;
            var width = T.CreateChecked(layer.Inputs);
            var (gain, shift) = (new T[layer.Inputs], new T[layer.Inputs]);
            var (sum, along) = (new T[rows], new T[rows]);
            var downstream = Dense.Unset<T>(rows, layer.Inputs);
            for (var j = 0; j < layer.Inputs; j++)
            {
                Span<T> g = upstream.ColumnSpan(j), x = normalised.ColumnSpan(j), d = downstream.ColumnSpan(j);
                gain[j] = Reduction.Dot<T>(g, x);
                shift[j] = Reduction.Sum<T>(g);
                TensorPrimitives.Multiply(g, layer.Gain.Values[j], d);
                TensorPrimitives.Add(sum, d, sum);
                TensorPrimitives.MultiplyAdd(d, x, along, along);
            }
            TensorPrimitives.Divide(sum, width, sum);
            TensorPrimitives.Divide(along, -width, along);
            for (var j = 0; j < layer.Inputs; j++)
            {
                Span<T> x = normalised.ColumnSpan(j), d = downstream.ColumnSpan(j);
                TensorPrimitives.Subtract(d, sum, d);
                TensorPrimitives.MultiplyAdd(x, along, d, d);
                TensorPrimitives.Divide(d, deviation, d);
            }
            return new LayerGradient<T>(upstream, downstream, [gain, shift]);
        }
    }
}
