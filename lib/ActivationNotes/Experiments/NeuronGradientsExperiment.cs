using ActivationNotes.Data;
using ActivationNotes.Networks;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace ActivationNotes.Experiments;

/// <summary>
/// The gradients that single examples of real digits give the weights of one output neuron: digits, one hidden layer, ten scores, softmax
/// and cross-entropy, untrained. The gradient of the neuron's weights for one example is its upstream gradient p - y times the hidden
/// outputs.
/// </summary>
/// <param name="Width">Hidden units, which is the number of weights of the neuron.</param>
/// <param name="Activation">Name of the hidden activation.</param>
/// <param name="Shift">
/// Added to every hidden output: -0.5 makes s - 1/2 of a sigmoid. The scores stay as they are, because the bias of the next layer can take
/// the shift back: it is the same function with other parameters. So upstream gradients are equal too, and only the inputs differ.
/// </param>
/// <param name="Neuron">Which output neuron, 0 to 9.</param>
/// <param name="BiasLearned">
/// Whether the biases of the scores have already learned how often each class occurs, which is the first thing training does: then p - y is
/// zero on average for every neuron.
/// </param>
public sealed record NeuronGradientsExperiment(int Width, string Activation = "sigmoid", double Shift = 0, int Neuron = 0, bool BiasLearned = false)
{
    private const int Classes = 10;

    /// <summary>Measures one network.</summary>
    /// <param name="data">The images; those to learn from are used.</param>
    /// <param name="seed">Seed of the weights.</param>
    /// <param name="examples">How many images, from the first; null for all.</param>
    public NeuronGradients Run(DigitSplit data, int seed, int? examples = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (Neuron is < 0 or >= Classes) throw new InvalidOperationException($"There is no neuron {Neuron}: the output neurons are 0 to {Classes - 1}.");
        var batch = data.Training.First(examples ?? data.Training.Count);
        var network = Network.Plain<double>(
            [batch.Images.ColumnCount, Width, Classes], Activations.Activation.Named(Activation), Initialisation.Glorot, new MersenneTwister(seed));
        var pass = network.Forward(batch.Images.Map(pixel => (double)pixel, Zeros.Include));
        // The loss is a mean over the batch: its gradient times the batch size is that of a single example's own loss.
        var loss = new SoftmaxCrossEntropy<double>(batch.Labels);
        var scores = loss.Of(BiasLearned ? WithBias(pass.Output, loss, batch.Labels) : pass.Output).Gradient * batch.Count;
        var hidden = pass.Activations[0].Map(value => value + Shift, Zeros.Include);
        return new NeuronGradients(hidden, scores, Neuron);
    }

    /// <summary>Measures minibatches of several sizes in a network for each seed.</summary>
    /// <param name="name">What figures call it.</param>
    /// <param name="data">The images; those to learn from are used.</param>
    /// <param name="sizes">Batch sizes.</param>
    /// <param name="draws">Minibatches of each size.</param>
    /// <param name="seeds">Seeds of the weights and of the minibatches.</param>
    public MinibatchSweep Sweep(string name, DigitSplit data, IReadOnlyList<int> sizes, int draws, IReadOnlyList<int> seeds) => new(name,
        [.. seeds.AsParallel().AsOrdered().Select(seed =>
        {
            var gradients = Run(data, seed);
            return sizes.Select(size => gradients.Minibatches(size, draws, seed)).ToArray();
        })]);

    // Raises each score by the logarithm of how much too rare its class is predicted, until no class is.
    private static Matrix<double> WithBias(Matrix<double> scores, SoftmaxCrossEntropy<double> loss, IReadOnlyList<int> labels)
    {
        var frequency = Vector<double>.Build.Dense(Classes, k => labels.Count(label => label == k) / (double)labels.Count);
        for (var round = 0; round < 30; round++)
        {
            var raise = frequency.PointwiseDivide(frequency + loss.Of(scores).Gradient.ColumnSums()).PointwiseLog();
            scores = scores.MapIndexed((_, k, score) => score + raise[k], Zeros.Include);
        }
        return scores;
    }
}
