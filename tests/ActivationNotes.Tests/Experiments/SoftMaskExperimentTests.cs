using ActivationNotes.Data;
using ActivationNotes.Experiments;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace ActivationNotes.Tests.Experiments;

public sealed class SoftMaskExperimentTests
{
    private static readonly int[] Seeds = [1, 2, 3, 4];

    [Fact]
    public void The_gradient_is_what_small_moves_of_each_parameter_measure()
    {
        var random = new MersenneTwister(2);
        var inputs = Matrix<double>.Build.Dense(7, 3, (_, _) => random.NextDouble() * 2 - 1);
        var labels = Vector<double>.Build.Dense(7, i => i % 2);
        var parameters = Enumerable.Range(0, 7).Select(_ => random.NextDouble() * 4 - 2).ToArray();
        var experiment = new SoftMaskExperiment(Price: 0.3, Penalty: 0.2);
        var gradient = experiment.Gradient(inputs, labels, parameters, withMask: true);
        for (var i = 0; i < parameters.Length; i++)
        {
            double LossAt(double step) =>
                experiment.Loss(inputs, labels, [.. parameters.Select((value, j) => j == i ? value + step : value)]);
            Assert.Equal((LossAt(1e-5) - LossAt(-1e-5)) / 2e-5, gradient[i], 1e-8);
        }
    }

    [Fact]
    public void The_masks_shut_off_the_pixels_that_say_nothing_and_the_digits_are_still_read()
    {
        var result = new SoftMaskExperiment().Run(Digits.Load(), Seeds);
        Assert.All(result.Runs, run =>
        {
            Assert.InRange(run.StrangersShut, 0.9, 1);
            Assert.InRange(run.OpenOnImage, 0.7, 1);
            Assert.InRange(run.Accuracy, run.AccuracyWithoutMask - 0.05, 1);
            Assert.InRange(run.AccuracyWithoutMask, 0.9, 1);
        });
        Assert.Equal(128, result.MeanMask.Length);
    }

    [Fact]
    public void Masks_that_cost_nothing_stay_open()
    {
        var result = new SoftMaskExperiment(Price: 0).Run(Digits.Load(), [1]);
        Assert.Equal(0, result.Runs[0].StrangersShut);
    }

    [Fact]
    public void Too_many_training_images_are_refused_with_the_number_there_is() =>
        Assert.Contains("of 365", Assert.Throws<InvalidOperationException>(
            () => new SoftMaskExperiment(TrainingImages: 400).Run(Digits.Load(), [1])).Message, StringComparison.Ordinal);
}
