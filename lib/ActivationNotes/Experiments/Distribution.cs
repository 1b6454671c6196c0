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
        // Sorted as floats, which takes half the time: trainings look at many layers.
        var floats = values.ToColumnMajorArray();
        Array.Sort(floats);
        var sorted = Array.ConvertAll(floats, value => (double)value);
        var (mean, deviation) = ArrayStatistics.MeanStandardDeviation(sorted);
        return new Distribution(mean, deviation, [.. Enumerable.Range(0, 101).Select(k => SortedArrayStatistics.Quantile(sorted, k / 100.0))]);
    }
}
