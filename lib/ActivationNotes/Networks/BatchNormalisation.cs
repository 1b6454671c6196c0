using System.Numerics;
using System.Numerics.Tensors;
using ActivationNotes.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra;

namespace ActivationNotes.Networks;

/// <summary>
/// Batch normalisation: every feature gets mean 0 and variance 1 over the batch, then a learned gain and shift. When not training, mean and variance are
/// the running averages of those seen in training. S. Ioffe and C. Szegedy, ICML 2015, algorithm 1.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="features">Features that go in and come out.</param>
/// <param name="epsilon">Added to the variance.</param>
/// <param name="momentum">Share of a new batch in the running averages.</param>
public sealed class BatchNormalisation<T>(int features, double epsilon = 1e-5, double momentum = 0.1) : Layer<T>(features, features)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[] _runningMean = new T[features];
    private readonly T[] _runningVariance = Ones(features);

    /// <summary>[1 x features] What a normalised feature is multiplied by; 1 at first.</summary>
    public Parameter<T> Gain { get; } = new("gain", 1, features, Ones(features));

    /// <summary>[1 x features] What is added then; 0 at first.</summary>
    public Parameter<T> Shift { get; } = new("shift", 1, features, new T[features]);

    /// <inheritdoc/>
    public override string Description => "batch normalisation";

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter<T>> Parameters => [Gain, Shift];

    /// <inheritdoc/>
    protected override LayerPass<T> ForwardCore(Matrix<T> input, bool training)
    {
        var samples = T.CreateChecked(input.RowCount);
        var share = T.CreateChecked(momentum);
        var (normalised, output) = (Dense.Unset<T>(input.RowCount, Inputs), Dense.Unset<T>(input.RowCount, Inputs));
        var deviations = new T[Inputs];
        for (var j = 0; j < Inputs; j++)
        {
            var column = normalised.ColumnSpan(j);
            var (mean, variance) = (_runningMean[j], _runningVariance[j]);
            if (training) mean = Reduction.Sum<T>(input.ColumnSpan(j)) / samples;
            TensorPrimitives.Subtract(input.ColumnSpan(j), mean, column);
            if (training)
            {
                variance = Reduction.SumOfSquares<T>(column) / samples;
                _runningMean[j] += share * (mean - _runningMean[j]);
                // The running variance is meant for new data, so it is the unbiased estimate, as in PyTorch.
                var unbiased = input.RowCount > 1 ? variance * samples / (samples - T.One) : variance;
                _runningVariance[j] += share * (unbiased - _runningVariance[j]);
            }
            deviations[j] = T.Sqrt(variance + T.CreateChecked(epsilon));
            TensorPrimitives.Divide(column, deviations[j], column);
            TensorPrimitives.Multiply(column, Gain.Values[j], output.ColumnSpan(j));
            TensorPrimitives.Add(output.ColumnSpan(j), Shift.Values[j], output.ColumnSpan(j));
        }
        return new Pass(this, input, output, normalised, deviations, training);
    }

    private static T[] Ones(int count)
    {
        var ones = new T[count];
        Array.Fill(ones, T.One);
        return ones;
    }

    private sealed class Pass(
        BatchNormalisation<T> layer, Matrix<T> input, Matrix<T> output, Matrix<T> normalised, T[] deviations, bool training)
        : LayerPass<T>(layer, input, output)
    {
        // In training, mean and variance depend on every sample: the gradient loses its mean, and its part along the normalised feature.
        protected override LayerGradient<T> BackwardCore(Matrix<T> upstream)
        {
            var samples = T.CreateChecked(upstream.RowCount);
            var (gain, shift) = (new T[layer.Inputs], new T[layer.Inputs]);
            var downstream = Dense.Unset<T>(upstream.RowCount, layer.Inputs);
            for (var j = 0; j < layer.Inputs; j++)
            {
                Span<T> g = upstream.ColumnSpan(j), x = normalised.ColumnSpan(j), d = downstream.ColumnSpan(j);
                gain[j] = Reduction.Dot<T>(g, x);
                shift[j] = Reduction.Sum<T>(g);
                if (training)
                {
                    TensorPrimitives.MultiplyAdd(x, -gain[j] / samples, g, d);
                    TensorPrimitives.Subtract(d, shift[j] / samples, d);
                }
                else
                {
                    g.CopyTo(d);
                }
                TensorPrimitives.Multiply(d, layer.Gain.Values[j] / deviations[j], d);
            }
            return new LayerGradient<T>(upstream, downstream, [gain, shift]);
        }
    }
}
