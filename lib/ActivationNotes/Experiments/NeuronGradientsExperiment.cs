using ActivationNotes.Data;
using ActivationNotes.Diagnostics;
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
/// <param name="BiasFitted">
/// Whether the biases of the scores are those that predict each class as often as it occurs: then p - y is zero on average for every neuron.
/// They are solved for, not trained.
/// </param>
public sealed record NeuronGradientsExperiment(int Width, string Activation = "sigmoid", double Shift = 0, int Neuron = 0, bool BiasFitted = false)
{
    private const int Classes = 10;

    /// <summary>Measures one network.</summary>
    /// <param name="data">The images; those to learn from are used.</param>
    /// <param name="seed">Seed of the weights.</param>
    /// <param name="examples">How many images, from the first; null for all.</param>
    public NeuronGradients Run(DigitSplit data, int seed, int? examples = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (examples is < 1 || examples > data.Training.Count)
            throw new ArgumentOutOfRangeException(nameof(examples), examples, $"There are {data.Training.Count} images to learn from: use 1 to all of them.");
        var batch = data.Training.First(examples ?? data.Training.Count);
        var pass = Forward(Untrained(batch, new MersenneTwister(seed)), batch);
        // The loss is a mean over the batch: its gradient times the batch size is that of a single example's own loss.
        var loss = new SoftmaxCrossEntropy<double>(batch.Labels);
        var scores = loss.Of(BiasFitted ? WithBias(pass.Output, loss, batch.Labels) : pass.Output).Gradient * batch.Count;
        return new NeuronGradients(Hidden(pass), scores, Neuron);
    }

    /// <summary>Trains the output neurons by a rule, from the untrained network on, and looks at the steps of the neuron's weights.</summary>
    /// <remarks>The hidden layer stays as it is. Biases are trained like weights, so <see cref="BiasFitted"/> plays no part.</remarks>
    /// <param name="data">The images; those to learn from are used, drawn with replacement.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="rate">Its learning rate.</param>
    /// <param name="steps">How many steps, at least 1.</param>
    /// <param name="batchSize">Images in each step, at least 1.</param>
    /// <param name="seed">Seed of the weights and of the images.</param>
    public StepSigns Train(DigitSplit data, Descent rule, double rate, int steps, int batchSize, int seed)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        var random = new MersenneTwister(seed);
        var network = Untrained(data.Training, random);
        var output = (DenseLayer<double>)network.Layers[^1];
        // The biases take the shift back.
        for (var k = 0; k < Classes; k++) output.Bias.Values[k] -= Shift * output.Weights.Matrix.Column(k).Sum();
        var (trained, optimizer) = (new Network<double>(output), rule.Create(rate));
        double[][] parameters = [.. trained.Parameters.Select(parameter => parameter.Values)];
        List<double[]> points = [output.Weights.Matrix.Column(Neuron).ToArray()];
        for (var step = 0; step < steps; step++)
        {
            var batch = data.Training.Batch([.. Enumerable.Range(0, batchSize).Select(_ => random.Next(data.Training.Count))]);
            var gradients = trained.Forward(Hidden(Forward(network, batch))).Backward(new SoftmaxCrossEntropy<double>(batch.Labels));
            optimizer.Step(parameters, gradients.Parameters);
            points.Add(output.Weights.Matrix.Column(Neuron).ToArray());
        }
        return StepSigns.Of(points);
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

    private Network<double> Untrained(DigitSet images, MersenneTwister random)
    {
        if (Neuron is < 0 or >= Classes) throw new InvalidOperationException($"There is no neuron {Neuron}: the output neurons are 0 to {Classes - 1}.");
        if (Width < 1) throw new InvalidOperationException($"The neuron has {Width} weights: give at least 1.");
        return Network.Plain<double>([images.Images.ColumnCount, Width, Classes], Activations.Activation.Named(Activation), Initialisation.Glorot, random);
    }

    private static ForwardPass<double> Forward(Network<double> network, DigitSet images) =>
        network.Forward(images.Images.Map(pixel => (double)pixel, Zeros.Include));

    private Matrix<double> Hidden(ForwardPass<double> pass) => pass.Activations[0].Map(value => value + Shift, Zeros.Include);

    // Raises each score by the logarithm of how much too rare its class is predicted, until no class is.
    private static Matrix<double> WithBias(Matrix<double> scores, SoftmaxCrossEntropy<double> loss, IReadOnlyList<int> labels)
    {
        if (Enumerable.Range(0, Classes).Except(labels).ToArray() is { Length: > 0 } missing)
            throw new ArgumentException($"No image of the first {labels.Count} is a {missing[0]}, so the best bias of its score is minus infinity: use more examples.", nameof(labels));
        var frequency = Vector<double>.Build.Dense(Classes, k => labels.Count(label => label == k) / (double)labels.Count);
        for (var round = 0; round < 30; round++)
        {
            var raise = frequency.PointwiseDivide(frequency + loss.Of(scores).Gradient.ColumnSums()).PointwiseLog();
            scores = scores.MapIndexed((_, k, score) => score + raise[k], Zeros.Include);
        }
        return scores;
    }
}
