using ActivationNotes.Activations;
using ActivationNotes.Data;
using ActivationNotes.Networks;
using ActivationNotes.Optimizers;
using MathNet.Numerics.Random;

namespace ActivationNotes.Experiments;

/// <summary>
/// A small classifier of the digits (64 pixels, one hidden layer, ten classes) with approximations in place of its sigmoid: when it
/// is trained, and when it is only run. Half of the images train, the other half tests; a seed fixes which, and the first weights.
/// </summary>
/// <param name="Hidden">Units of the hidden layer.</param>
/// <param name="Epochs">How often the training images are gone through.</param>
/// <param name="LearningRate">Learning rate of gradient descent with momentum 0.9.</param>
public sealed record ApproximatedNetworkExperiment(int Hidden = 32, int Epochs = 12, double LearningRate = 0.1)
{
    private const int Classes = 10;

    /// <summary>Trains once with the sigmoid and once with each function, for each seed. The sigmoid itself is the first result.</summary>
    /// <param name="images">All images.</param>
    /// <param name="functions">What stands in for the sigmoid.</param>
    /// <param name="seeds">Seeds of the splits and the first weights.</param>
    public ApproximatedNetworkResult[] Run(IReadOnlyList<DigitImage> images, IReadOnlyList<IActivation> functions, IReadOnlyList<int> seeds)
    {
        if (images.Count < 2 || seeds.Count == 0) throw new ArgumentException($"{images.Count} images and {seeds.Count} seeds: give at least two images and one seed.", nameof(images));
        IActivation[] all = [Activation.Named("sigmoid"), .. functions];
        ApproximatedNetworkResult[] results = [.. all.Select(function => new ApproximatedNetworkResult(function.Info.Title, new double[seeds.Count], new double[seeds.Count]))];
        Parallel.For(0, seeds.Count, i =>
        {
            var data = DigitSplit.Of(images, seeds[i], trainingShare: 0.5);
            var exact = Train(all[0], data, seeds[i]);
            foreach (var (index, function) in all.Index())
            {
                // The same weights, and another function between them.
                var swapped = new Network<float>(exact.Layers[0], new ActivationLayer<float>(Hidden, function), exact.Layers[2]);
                results[index].Swapped[i] = Training.Accuracy(swapped, data.Test);
                results[index].Trained[i] = index == 0 ? results[0].Swapped[i] : Training.Accuracy(Train(function, data, seeds[i]), data.Test);
            }
        });
        return results;
    }

    private Network<float> Train(IActivation function, DigitSplit data, int seed)
    {
        var random = new MersenneTwister(seed);
        var network = Network.Plain<float>([data.Training.Images.ColumnCount, Hidden, Classes], function, Initialisation.Glorot, random);
        new Training(Epochs, BatchSize: 16).Run(network, data, new Momentum<float>(LearningRate), random);
        return network;
    }
}
