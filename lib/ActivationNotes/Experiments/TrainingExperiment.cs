using ActivationNotes.Data;
using ActivationNotes.Diagnostics;
using ActivationNotes.LinearAlgebra;
using ActivationNotes.Networks;
using ActivationNotes.Optimizers;
using MathNet.Numerics.Random;

namespace ActivationNotes.Experiments;

/// <summary>Trains a network on the digits, once for each seed, and looks inside after every epoch.</summary>
/// <param name="Recipe">The network.</param>
/// <param name="Epochs">How many times through the training images, at least once.</param>
/// <param name="BatchSize">Images in a minibatch.</param>
/// <param name="LearningRate">Learning rate of gradient descent with momentum 0.9; without meaning when another optimiser is given.</param>
/// <param name="Optimizer">Makes a fresh optimiser for each training; gradient descent with momentum when left out.</param>
public sealed record TrainingExperiment(
    NetworkRecipe Recipe, int Epochs = 15, int BatchSize = 32, double LearningRate = 0.05, Func<Optimizer<float>>? Optimizer = null)
{
    private const int Probed = 128;

    /// <summary>Whether to look inside before the training and after every epoch, which takes a good part of the time of a small network; without, there are no snapshots.</summary>
    public bool Looking { get; init; } = true;

    /// <summary>Trains on all processors; a seed fixes weights and the order of the images, so a run does not depend on the others.</summary>
    /// <param name="data">What to learn from and what to test on.</param>
    /// <param name="seeds">One training for each.</param>
    /// <param name="progress">Told after each epoch of the first seed.</param>
    /// <param name="cancellation">Stops all trainings.</param>
    /// <exception cref="ArgumentException">There is no such activation, or the learning rate is not positive.</exception>
    /// <exception cref="InvalidOperationException">The epochs or the batches are too few or too small, or the network cannot be built.</exception>
    /// <exception cref="OperationCanceledException">The trainings were stopped.</exception>
    public TrainingResult Run(
        DigitSplit data, IReadOnlyList<int> seeds, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(seeds);
        // What cannot work fails here, by itself, and not as one of many failures of a parallel loop.
        if (Epochs < 1 || BatchSize < 1)
            throw new InvalidOperationException($"{Epochs} epochs in batches of {BatchSize}: give at least one epoch and batches of at least 1.");
        _ = Recipe.Build<float>(1, 1, new MersenneTwister(0));
        _ = NewOptimizer();
        var runs = new TrainingRun[seeds.Count];
        Parallel.For(0, seeds.Count, new ParallelOptions { CancellationToken = cancellation }, i =>
            runs[i] = Train(data, seeds[i], i == 0 ? progress : null, cancellation));
        return new TrainingResult(this, runs);
    }

    private TrainingRun Train(DigitSplit data, int seed, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        var random = new MersenneTwister(seed);
        var network = Recipe.Build<float>(data.Training.Images.ColumnCount, DigitSet.Classes, random);
        var start = GradientFlow.CopyOfWeights(network);
        var before = start;
        var probe = data.Training.First(Math.Min(Probed, data.Training.Count));
        var snapshots = new List<TrainingSnapshot>();
        var memory = new StepMemory();
        var history = new Training(Epochs, BatchSize).Run(
            network, data, NewOptimizer(), random, Looking ? Look : null, progress, cancellation);
        return new TrainingRun(seed, snapshots, history, GradientFlow.RelativeChange(start, network));

        void Look(int epoch)
        {
            using var step = memory.Begin();
            var pass = network.Forward(probe.Images);
            var gradients = pass.Backward(new SoftmaxCrossEntropy<float>(probe.Labels));
            snapshots.Add(new TrainingSnapshot(
                epoch, gradients.Loss, GradientFlow.WeightNorms(gradients, network), GradientFlow.BiasNorms(gradients, network),
                GradientFlow.RelativeChange(before, network), Saturation.FlatFractions(pass), [.. pass.Activations.Select(Distribution.Of)]));
            before = GradientFlow.CopyOfWeights(network);
        }
    }

    private Optimizer<float> NewOptimizer() => Optimizer?.Invoke() ?? new Momentum<float>(LearningRate);
}
