using System.Numerics.Tensors;
using ActivationNotes.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Statistics;

namespace ActivationNotes.Experiments;

/// <summary>How values are spread.</summary>
/// <param name="Mean">Mean.</param>
/// <param name="StandardDeviation">Standard deviation.</param>
/// <param name="Percentiles">101 numbers: the share of values below the k-th is k per cent.</param>
public sealed record Distribution(double Mean, double StandardDeviation, double[] Percentiles)
{
    /// <summary>The distribution of all entries of a matrix.</summary>
    /// <param name="values">The matrix.</param>
    public static Distribution Of(Matrix<float> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var floats = values.ToColumnMajorArray();
        FloatSort.Sort(floats);
        var sorted = new double[floats.Length];
        TensorPrimitives.ConvertTruncating<float, double>(floats, sorted);
        var percentiles = Enumerable.Range(0, 101).Select(k => SortedArrayStatistics.Quantile(sorted, k / 100.0)).ToArray();
        var mean = Reduction.Sum<double>(sorted) / sorted.Length;
        TensorPrimitives.Subtract(sorted, mean, sorted);
        var deviation = Math.Sqrt(Reduction.SumOfSquares<double>(sorted) / (sorted.Length - 1));
        return new Distribution(mean, deviation, percentiles);
    }
}
