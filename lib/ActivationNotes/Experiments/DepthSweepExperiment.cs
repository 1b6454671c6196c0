using ActivationNotes.Data;
using ActivationNotes.Diagnostics;
using ActivationNotes.Networks;
using MathNet.Numerics.Random;

namespace ActivationNotes.Experiments;

/// <summary>
/// How much gradient reaches each layer of a network that has not been trained, for every combination of activation, initialisation and
/// depth: one batch of real digits forward and backward, with softmax and cross-entropy.
/// </summary>
/// <param name="Width">Features of each hidden layer.</param>
/// <param name="BatchSize">Images in the batch.</param>
public sealed record DepthSweepExperiment(int Width = 64, int BatchSize = 64)
{
    /// <summary>Measures all combinations, each with each seed, on all processors.</summary>
    /// <param name="data">The images; the batch is the first of those to learn from.</param>
    /// <param name="activations">Names of activations.</param>
    /// <param name="initialisations">Initialisations.</param>
    /// <param name="depths">Numbers of hidden layers.</param>
    /// <param name="seeds">Seeds of the weights.</param>
    /// <param name="cancellation">Stops between two networks.</param>
    /// <returns>One network for each combination and seed; they depend on the seeds alone.</returns>
    /// <exception cref="ArgumentException">There is no such activation.</exception>
    /// <exception cref="OperationCanceledException">The sweep was stopped.</exception>
    public DepthSweepResult Run(
        DigitSplit data, IReadOnlyList<string> activations, IReadOnlyList<Initialisation> initialisations, IReadOnlyList<int> depths, IReadOnlyList<int> seeds,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(activations);
        ArgumentNullException.ThrowIfNull(depths);
        var batch = data.Training.First(BatchSize);
        // What cannot be built fails here, by itself, and not as one of many failures of a parallel loop.
        if (depths.Count > 0)
            foreach (var activation in activations) _ = new NetworkRecipe(activation, depths.Min(), Width).Build<float>(1, 1, new MersenneTwister(0));
        var cases = (from activation in activations
                     from initialisation in initialisations
                     from depth in depths
                     from seed in seeds
                     select (activation, initialisation, depth, seed)).ToArray();
        var networks = new DepthSweepNetwork[cases.Length];
        var generators = depths.Count == 0 ? [] : seeds.Distinct().AsParallel().ToDictionary(seed => seed, seed => Generators(batch, seed, depths.Max()));
        // The deepest take longest: handed out last to first in the order of depth, the processors finish together.
        var order = Enumerable.Range(0, cases.Length).OrderByDescending(i => cases[i].depth).ToArray();
        Parallel.ForEach(System.Collections.Concurrent.Partitioner.Create(order, loadBalance: true), new ParallelOptions { CancellationToken = cancellation }, i =>
        {
            var (activation, initialisation, depth, seed) = cases[i];
            var recipe = new NetworkRecipe(activation, depth, Width, initialisation);
            networks[i] = Measure(recipe, batch, seed, generators[seed]());
        });
        return new DepthSweepResult(networks);
    }

    /// <summary>
    /// The smallest number of hidden layers at which every gradient of the first layer's weights is exactly zero in float.
    /// </summary>
    /// <param name="data">The images.</param>
    /// <param name="activation">Name of the activation.</param>
    /// <param name="initialisation">The initialisation.</param>
    /// <param name="seed">Seed of the weights.</param>
    /// <param name="deepest">Where the search ends.</param>
    /// <param name="cancellation">Stops between two networks.</param>
    /// <returns>The depth; null when there is a gradient even at the deepest.</returns>
    public int? DepthOfZeroGradient(DigitSplit data, string activation, Initialisation initialisation, int seed, int deepest = 256, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        var batch = data.Training.First(BatchSize);
        var generator = Generators(batch, seed, deepest);
        if (!IsZero(deepest)) return null;
        // A search by halves: adding layers makes the gradient of the first one smaller, apart from small fluctuations.
        var (alive, dead) = (0, deepest);
        while (dead - alive > 1)
        {
            var middle = (alive + dead) / 2;
            if (IsZero(middle)) dead = middle;
            else alive = middle;
        }
        return dead;

        bool IsZero(int depth)
        {
            cancellation.ThrowIfCancellationRequested();
            return Measure(new NetworkRecipe(activation, depth, Width, initialisation), batch, seed, generator()).WeightGradients[0] == 0;
        }
    }

    // A generator for each network of a seed. The output layer takes the first of the numbers that another hidden layer would take, so it must not
    // be the larger one.
    private Func<Random> Generators(DigitSet batch, int seed, int deepest)
    {
        if (Width < DigitSet.Classes) return () => new MersenneTwister(seed);
        var layers = Enumerable.Repeat(Width * Width, deepest).Prepend(batch.Images.ColumnCount * Width);
        return new DrawnNormals(new MersenneTwister(seed), layers).FromTheFirst;
    }

    private static DepthSweepNetwork Measure(NetworkRecipe recipe, DigitSet batch, int seed, Random random)
    {
        var network = recipe.Build<float>(batch.Images.ColumnCount, DigitSet.Classes, random);
        var pass = network.Forward(batch.Images, training: true);
        var gradients = pass.Backward(new SoftmaxCrossEntropy<float>(batch.Labels));
        return new DepthSweepNetwork(
            recipe.Activation, recipe.Initialisation!.Name, recipe.HiddenLayers, seed,
            GradientFlow.WeightNorms(gradients, network), GradientFlow.BiasNorms(gradients, network), GradientFlow.UpstreamNorms(gradients, network), Saturation.FlatFractions(pass));
    }
}
