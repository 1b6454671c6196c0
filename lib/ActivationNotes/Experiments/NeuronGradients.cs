using ActivationNotes.Diagnostics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace ActivationNotes.Experiments;

/// <summary>What a <see cref="NeuronGradientsExperiment"/> measured.</summary>
/// <param name="Inputs">[examples x weights] What the neuron's weights see.</param>
/// <param name="ScoreGradients">[examples x neurons] Gradient p - y of each example's loss with respect to the scores.</param>
/// <param name="Neuron">The neuron whose weights are looked at.</param>
public sealed record NeuronGradients(Matrix<double> Inputs, Matrix<double> ScoreGradients, int Neuron)
{
    /// <summary>The upstream gradient of each example.</summary>
    public IReadOnlyList<double> Upstream { get; } = ScoreGradients.Column(Neuron).ToArray();

    /// <summary>[examples x weights] The gradient of the neuron's weights for each example: upstream times inputs.</summary>
    public IReadOnlyList<double[]> PerExample { get; } =
        [.. Enumerable.Range(0, Inputs.RowCount).Select(i => (Inputs.Row(i) * ScoreGradients[i, Neuron]).ToArray())];

    /// <summary>Share of the examples whose gradient has no two components of opposite signs.</summary>
    public double SameSignShare => PerExample.Count(gradient => GradientSigns.ShareOneSign(gradient)) / (double)PerExample.Count;

    /// <summary>The orthants that the gradients of the examples occupy.</summary>
    public OrthantCount Orthants => GradientSigns.Orthants(PerExample);

    /// <summary>
    /// Gradients of random minibatches: means over examples drawn with replacement.
    /// </summary>
    /// <param name="size">Examples in each, at least 1.</param>
    /// <param name="draws">How many minibatches, at least 1.</param>
    /// <param name="seed">Chooses them.</param>
    public MinibatchSigns Minibatches(int size, int draws, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        var random = new MersenneTwister(seed);
        var sum = new double[Inputs.ColumnCount];
        var (same, share) = (0, 0.0);
        for (var draw = 0; draw < draws; draw++)
        {
            Array.Clear(sum);
            for (var i = 0; i < size; i++)
                System.Numerics.Tensors.TensorPrimitives.Add(sum, PerExample[random.Next(PerExample.Count)], sum);
            if (GradientSigns.ShareOneSign(sum)) same++;
            // All of a batch's examples can have a gradient of zeros, with ReLU: it has no direction.
            share += Array.TrueForAll(sum, one => one == 0) ? 0 : GradientSigns.CommonModeShare(sum);
        }
        return new MinibatchSigns(size, (double)same / draws, share / draws);
    }
}
