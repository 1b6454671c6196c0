using ActivationNotes.Networks;
using ActivationNotes.Numbers;
using MathNet.Numerics.LinearAlgebra;

namespace ActivationNotes.Tests.Networks;

/// <summary>
/// The formulas of all layers and of the losses once more, in dual numbers and as they stand in the papers, number by number: a forward pass whose every
/// number carries its derivative with respect to one parameter.
/// </summary>
/// <param name="training">Whether batch normalisation uses the statistics of the batch.</param>
/// <param name="runningMean">Means that batch normalisation has remembered; used when not in training.</param>
/// <param name="runningVariance">Its variances.</param>
internal sealed class DualForward(bool training, double[] runningMean, double[] runningVariance)
{
    private const double Epsilon = 1e-5;

    /// <summary>Softmax and cross-entropy of a batch, with the derivative with respect to one entry of one parameter.</summary>
    public double DerivativeOfCrossEntropy(Network<double> network, Matrix<double> input, IReadOnlyList<int> labels, Parameter<double> variable, int entry)
    {
        var scores = Through(network.Layers, [.. input.ToRowArrays().Select(row => row.Select(x => (DualNumber)x).ToArray())], variable, entry);
        DualNumber loss = 0;
        foreach (var (sample, label) in labels.Index())
        {
            var sum = Sum(scores[sample].Select(DualNumber.Exp));
            loss += new DualNumber(Math.Log(sum.Value), sum.Derivative / sum.Value) - scores[sample][label];
        }
        return loss.Derivative / labels.Count;
    }

    private DualNumber[][] Through(IReadOnlyList<Layer<double>> layers, DualNumber[][] x, Parameter<double> variable, int entry)
    {
        foreach (var layer in layers)
        {
            x = layer switch
            {
                DenseLayer<double> dense => Dense(x, Dual(dense.Weights), Dual(dense.Bias), dense.Outputs),
                ActivationLayer<double> unit => Each(x, unit.Activation.Value),
                BatchNormalisation<double> batch => Scaled(BatchNormalised(x), Dual(batch.Gain), Dual(batch.Shift)),
                LayerNormalisation<double> normalisation => Scaled([.. x.Select(Normalised)], Dual(normalisation.Gain), Dual(normalisation.Shift)),
                ResidualBlock<double> block => [.. x.Zip(Through(block.Layers, x, variable, entry), (around, inside) => around.Zip(inside, (a, b) => a + b).ToArray())],
                _ => throw new NotSupportedException(layer.Description),
            };
        }
        return x;

        DualNumber[] Dual(Parameter<double> parameter) =>
            [.. parameter.Values.Select((value, i) => new DualNumber(value, ReferenceEquals(parameter, variable) && i == entry ? 1 : 0))];
    }

    private static DualNumber[][] Dense(DualNumber[][] x, DualNumber[] weights, DualNumber[] bias, int outputs) =>
        [.. x.Select(row => Enumerable.Range(0, outputs).Select(j => Sum(row.Select((value, i) => value * weights[j * row.Length + i])) + bias[j]).ToArray())];

    private DualNumber[][] BatchNormalised(DualNumber[][] x)
    {
        var columns = Enumerable.Range(0, x[0].Length).Select(j =>
        {
            DualNumber[] column = [.. x.Select(row => row[j])];
            return training ? Normalised(column) : column.Select(value => (value - runningMean[j]) / Math.Sqrt(runningVariance[j] + Epsilon)).ToArray();
        }).ToArray();
        return [.. x.Select((_, sample) => columns.Select(column => column[sample]).ToArray())];
    }

    private static DualNumber[] Normalised(DualNumber[] values)
    {
        var mean = Sum(values) / values.Length;
        var variance = Sum(values.Select(value => (value - mean) * (value - mean))) / values.Length;
        var deviation = Math.Sqrt(variance.Value + Epsilon);
        return [.. values.Select(value => (value - mean) / new DualNumber(deviation, variance.Derivative / (2 * deviation)))];
    }

    private static DualNumber[][] Scaled(DualNumber[][] x, DualNumber[] gain, DualNumber[] shift) =>
        [.. x.Select(row => row.Select((value, j) => value * gain[j] + shift[j]).ToArray())];

    private static DualNumber[][] Each(DualNumber[][] x, Func<DualNumber, DualNumber> function) => [.. x.Select(row => row.Select(function).ToArray())];

    private static DualNumber Sum(IEnumerable<DualNumber> values) => values.Aggregate((DualNumber)0, (sum, value) => sum + value);
}
