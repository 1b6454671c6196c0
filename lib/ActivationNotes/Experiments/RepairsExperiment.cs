using System.Globalization;
using ActivationNotes.Data;
using ActivationNotes.Networks;
using MathNet.Numerics.Random;

namespace ActivationNotes.Experiments;

/// <summary>
/// A deep network that does not learn, and the same with one thing changed: larger weights, batch normalisation, layer normalisation, ways around the layers,
/// another activation. Each is a <see cref="TrainingExperiment"/> with the same seeds, epochs and learning rate.
/// </summary>
/// <param name="Broken">The network to repair.</param>
/// <param name="Epochs">How many times through the training images.</param>
/// <param name="LearningRate">Learning rate of gradient descent with momentum 0.9.</param>
/// <param name="Scale">By what factor the first repair makes the weights larger.</param>
/// <param name="Replacement">Name of the activation that the last repair puts in place of the network's own.</param>
public sealed record RepairsExperiment(
    NetworkRecipe Broken, int Epochs = 15, double LearningRate = 0.05, double Scale = 4, string Replacement = "relu")
{
    /// <summary>The network as it is, then each repair: its name and its recipe.</summary>
    public IReadOnlyList<(string Name, NetworkRecipe Recipe)> Recipes =>
    [
        ($"{Broken.Activation} as it is", Broken),
        (string.Create(CultureInfo.InvariantCulture, $"weights x{Scale}"), Broken with { Initialisation = (Broken.Initialisation ?? Initialisation.Glorot).Scaled(Scale) }),
        ("batch norm.", Broken with { Normalisation = Normalisation.Batch }),
        ("layer norm.", Broken with { Normalisation = Normalisation.Layer }),
        ("residual", Broken with { Residual = true }),
        (Activations.Activation.Named(Replacement).Info.Title, Broken with { Activation = Replacement }),
    ];

    /// <summary>Trains all networks, each with each seed.</summary>
    /// <param name="data">What to learn from and what to test on.</param>
    /// <param name="seeds">One training of each network for each.</param>
    /// <param name="progress">Told after each epoch of each network's first seed.</param>
    /// <param name="cancellation">Stops all trainings.</param>
    public RepairsResult Run(
        DigitSplit data, IReadOnlyList<int> seeds, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new RepairsResult(
        [
            .. Recipes.Select(entry =>
            {
                var training = new TrainingExperiment(entry.Recipe, Epochs, LearningRate: LearningRate).Run(data, seeds, progress, cancellation);
                var network = entry.Recipe.Build<float>(data.Training.Images.ColumnCount, DigitSet.Classes, new MersenneTwister(0));
                return new RepairedNetwork(entry.Name, training, network.ParameterCount);
            }),
        ]);
    }
}
