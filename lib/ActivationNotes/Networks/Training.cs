using ActivationNotes.Data;
using ActivationNotes.LinearAlgebra;
using ActivationNotes.Optimizers;
using MathNet.Numerics;

namespace ActivationNotes.Networks;

/// <summary>Training of a classifier by minibatches: every epoch goes once through all samples in a new random order.</summary>
/// <param name="Epochs">How many times through the data; may be 0.</param>
/// <param name="BatchSize">Samples in a minibatch; the last of an epoch may be smaller.</param>
public sealed record Training(int Epochs = 10, int BatchSize = 32)
{
    /// <summary>Trains a network in place.</summary>
    /// <param name="network">The network; its outputs are scores of the classes.</param>
    /// <param name="data">What to learn from and what to test on.</param>
    /// <param name="optimizer">A fresh optimiser.</param>
    /// <param name="random">Where the order of the samples comes from.</param>
    /// <param name="watch">Called before the first epoch (as epoch 0) and after each; may look at the network.</param>
    /// <param name="progress">Told after each epoch.</param>
    /// <param name="cancellation">Stops the training between two minibatches.</param>
    /// <returns>One record for each epoch.</returns>
    /// <exception cref="OperationCanceledException">The training was stopped; the network keeps what it has learned so far.</exception>
    public IReadOnlyList<TrainingProgress> Run(
        Network<float> network, DigitSplit data, Optimizer<float> optimizer, Random random,
        Action<int>? watch = null, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(optimizer);
        if (Epochs < 0 || BatchSize < 1) throw new InvalidOperationException($"{Epochs} epochs in batches of {BatchSize}: give 0 or more epochs and batches of at least 1.");
        float[][] parameters = [.. network.Parameters.Select(parameter => parameter.Values)];
        var history = new List<TrainingProgress>();
        // The last batch of an epoch may be smaller, so it has a memory of its own, as has the test.
        var (whole, rest, test) = (new StepMemory(), new StepMemory(), new StepMemory());
        watch?.Invoke(0);
        for (var epoch = 1; epoch <= Epochs; epoch++)
        {
            var order = Combinatorics.GeneratePermutation(data.Training.Count, random);
            var (loss, batches) = (0.0, 0);
            for (var first = 0; first < order.Length; first += BatchSize)
            {
                cancellation.ThrowIfCancellationRequested();
                var size = Math.Min(BatchSize, order.Length - first);
                using var step = (size == BatchSize ? whole : rest).Begin();
                var batch = data.Training.Batch(order.AsSpan(first, size));
                var gradients = network.Forward(batch.Images, training: true).Backward(new SoftmaxCrossEntropy<float>(batch.Labels));
                optimizer.Step(parameters, gradients.Parameters);
                (loss, batches) = (loss + gradients.Loss, batches + 1);
            }
            using (test.Begin()) history.Add(new TrainingProgress(epoch, Epochs, loss / batches, Accuracy(network, data.Test)));
            watch?.Invoke(epoch);
            progress?.Report(history[^1]);
        }
        return history;
    }

    /// <summary>Share of the samples whose largest score is that of their class.</summary>
    /// <param name="network">The network, used and not trained.</param>
    /// <param name="samples">The samples.</param>
    public static double Accuracy(Network<float> network, DigitSet samples)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(samples);
        var scores = network.Forward(samples.Images).Output;
        var right = 0;
        for (var sample = 0; sample < samples.Count; sample++)
        {
            var best = 0;
            for (var digit = 1; digit < scores.ColumnCount; digit++)
                if (scores.At(sample, digit) > scores.At(sample, best)) best = digit;
            if (best == samples.Labels[sample]) right++;
        }
        return right / (double)samples.Count;
    }
}
