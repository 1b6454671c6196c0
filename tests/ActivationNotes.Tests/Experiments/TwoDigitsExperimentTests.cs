using ActivationNotes.Data;
using ActivationNotes.Experiments;
using MathNet.Numerics.LinearAlgebra;

namespace ActivationNotes.Tests.Experiments;

public sealed class TwoDigitsExperimentTests
{
    private static readonly int[] Seeds = [.. Enumerable.Range(1, 10)];
    private static readonly TwoDigitsResult Result = new TwoDigitsExperiment().Run(Digits.Load(), Seeds);

    [Fact]
    public void Training_stops_where_the_gradient_is_zero()
    {
        var inputs = Matrix<double>.Build.DenseOfArray(new double[,] { { 0.2, 1 }, { 0.4, 1 }, { 0.5, 1 }, { 0.9, 1 }, { 1.4, 1 } });
        var labels = Vector<double>.Build.Dense([0, 1, 0, 1, 1]);
        var weights = TwoDigitsExperiment.TrainLogistic(inputs, labels, 0.3);
        // Central differences of the penalised cross-entropy, written out again.
        double Loss(Vector<double> w) => 0.15 * (w[0] * w[0] + 1e-6 * w[1] * w[1])
            + Enumerable.Range(0, 5).Sum(i => Math.Log(1 + Math.Exp(inputs.Row(i) * w)) - labels[i] * (inputs.Row(i) * w));
        for (var i = 0; i < 2; i++)
        {
            var step = Vector<double>.Build.Dense(2);
            step[i] = 1e-5;
            Assert.Equal(0, (Loss(weights + step) - Loss(weights - step)) / 2e-5, 1e-8);
        }
    }

    [Fact]
    public void Half_of_the_365_images_is_tested_and_no_seed_repeats_a_split()
    {
        Assert.Equal(183 + 182, Result.DistinctImages);
        Assert.All(Result.Runs, run => Assert.Equal(183, run.Labels.Length));
        Assert.Equal(10, Result.Runs.Select(run => run.Scores[0]).Distinct().Count());
        Assert.Equal(Seeds, Result.Runs.Select(run => run.Seed));
    }

    [Fact]
    public void It_reads_the_digits_far_better_than_chance_and_the_probabilities_are_the_sigmoid_of_the_score()
    {
        Assert.All(Result.Runs, run => Assert.InRange(run.Accuracy, 0.85, 1));
        foreach (var run in Result.Runs)
            Assert.All(run.Scores.Zip(run.Probabilities), pair => Assert.Equal(1 / (1 + Math.Exp(-pair.First)), pair.Second, 1e-14));
    }

    [Fact]
    public void Bins_hold_every_prediction_once_and_their_intervals_hold_their_frequency()
    {
        foreach (var bins in new[] { Result.Reliability(), Result.ByScore() })
        {
            Assert.Equal(1830, bins.Sum(bin => bin.Count));
            Assert.All(bins, bin => Assert.InRange(bin.Frequency, bin.Low, bin.High));
            Assert.Equal(bins.OrderBy(bin => bin.Prediction), bins);
        }
    }

    [Fact]
    public void An_interval_is_Wilsons_for_the_number_of_distinct_images()
    {
        // One run of 100 images: 3 of 10 in the bin. statsmodels' proportion_confint(3, 10, method="wilson").
        var labels = new double[] { 1, 1, 1, 0, 0, 0, 0, 0, 0, 0 };
        var run = new TwoDigitsRun(1, new double[10], [.. Enumerable.Repeat(0.55, 10)], new double[10], labels);
        var bin = Assert.Single(new TwoDigitsResult([run], 10).Reliability());
        Assert.Equal(0.10779, bin.Low, 1e-4);
        Assert.Equal(0.60322, bin.High, 1e-4);
        // The same ten images tested twice say no more.
        Assert.Equal(bin.Low, Assert.Single(new TwoDigitsResult([run, run], 10).Reliability()).Low, 1e-12);
    }

    [Fact]
    public void Calibration_error_and_log_odds_slope_see_a_model_that_is_too_sure_of_itself()
    {
        // Scores of +-2 that are right 3 times in 4, while s(2) = 0.88.
        double[] scores = [2, 2, 2, 2, -2, -2, -2, -2], labels = [1, 1, 1, 0, 0, 0, 0, 1];
        var p = scores.Select(score => 1 / (1 + Math.Exp(-score))).ToArray();
        var result = new TwoDigitsResult([new TwoDigitsRun(1, scores, p, p, labels)], 8);
        Assert.Equal(p[0] - 0.75, result.CalibrationError(), 1e-12);
        Assert.Equal(Math.Log(3) / 2, result.LogOddsSlope(), 1e-4);
    }

    [Fact]
    public void Settings_that_make_no_sense_are_refused()
    {
        Assert.Throws<InvalidOperationException>(() => new TwoDigitsExperiment(FirstRow: 6, Rows: 3).Run(Digits.Load(), Seeds));
        Assert.Throws<InvalidOperationException>(() => new TwoDigitsExperiment(First: 3, Second: 3).Run(Digits.Load(), Seeds));
    }
}
