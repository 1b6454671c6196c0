using MathNet.Numerics.LinearAlgebra;

namespace ActivationNotes.Experiments;

/// <summary>All runs of <see cref="TwoDigitsExperiment"/>.</summary>
/// <param name="Runs">One for each seed.</param>
/// <param name="DistinctImages">How many different images there are; a run tests half of them.</param>
public sealed record TwoDigitsResult(TwoDigitsRun[] Runs, int DistinctImages)
{
    // 97.5 % point of the normal distribution: intervals of 95 %.
    private const double Z = 1.959964;

    /// <summary>
    /// The reliability diagram: test predictions of all runs in bins of equal width, and how often the second digit was there.
    /// The intervals are Wilson's, 95 %. An image that several runs tested counts once, so the intervals are honest about how
    /// much independent data there is.
    /// </summary>
    /// <param name="bins">How many bins from 0 to 1; empty ones are left out.</param>
    public ReliabilityBin[] Reliability(int bins = 10)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bins);
        return Bin(Pairs(run => run.Probabilities), p => Math.Min((int)(p * bins), bins - 1));
    }

    /// <summary>The same by linear score, in bins that hold equally many predictions: the basis of the log-odds figure.</summary>
    /// <param name="bins">How many bins.</param>
    public ReliabilityBin[] ByScore(int bins = 12)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bins);
        var pairs = Pairs(run => run.Scores).OrderBy(pair => pair.Prediction).ToArray();
        return Bin(pairs.Index().Select(pair => (pair.Item.Prediction, pair.Item.Label, pair.Index * bins / pairs.Length)));
    }

    /// <summary>
    /// Expected calibration error: distance between predicted probability and observed frequency, averaged over the bins
    /// with their sizes as weights.
    /// </summary>
    /// <param name="bins">How many bins from 0 to 1.</param>
    public double CalibrationError(int bins = 10)
    {
        var all = Reliability(bins);
        return all.Sum(bin => bin.Count * Math.Abs(bin.Prediction - bin.Frequency)) / all.Sum(bin => bin.Count);
    }

    /// <summary>
    /// Slope of the log-odds of the test labels along the linear score, by logistic regression on the score alone: 1 when the
    /// score is the log-odds, below 1 when the model is too sure of itself.
    /// </summary>
    public double LogOddsSlope()
    {
        var pairs = Pairs(run => run.Scores).ToArray();
        var inputs = Matrix<double>.Build.DenseOfRowArrays(pairs.Select(pair => new[] { pair.Prediction, 1 }));
        return TwoDigitsExperiment.TrainLogistic(inputs, Vector<double>.Build.Dense([.. pairs.Select(pair => pair.Label)]), 1e-6)[0];
    }

    private IEnumerable<(double Prediction, double Label)> Pairs(Func<TwoDigitsRun, double[]> predictions) =>
        Runs.SelectMany(run => predictions(run).Zip(run.Labels));

    private ReliabilityBin[] Bin(IEnumerable<(double Prediction, double Label)> pairs, Func<double, int> bin) =>
        Bin(pairs.Select(pair => (pair.Prediction, pair.Label, bin(pair.Prediction))));

    private ReliabilityBin[] Bin(IEnumerable<(double Prediction, double Label, int Bin)> pairs)
    {
        var timesTested = Math.Max(1, Runs.Sum(run => run.Labels.Length) / (double)DistinctImages);
        return [.. pairs.GroupBy(pair => pair.Bin).OrderBy(group => group.Key).Select(group =>
        {
            var (count, frequency) = (group.Count(), group.Average(pair => pair.Label));
            var (low, high) = Wilson(frequency, count / timesTested);
            return new ReliabilityBin(group.Average(pair => pair.Prediction), frequency, low, high, count);
        })];
    }

    private static (double Low, double High) Wilson(double frequency, double count)
    {
        var middle = (frequency + Z * Z / (2 * count)) / (1 + Z * Z / count);
        var half = Z / (1 + Z * Z / count) * Math.Sqrt(frequency * (1 - frequency) / count + Z * Z / (4 * count * count));
        return (Math.Clamp(middle - half, 0, frequency), Math.Clamp(middle + half, frequency, 1));
    }
}
