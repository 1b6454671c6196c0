using ActivationNotes.Data;
using ActivationNotes.Networks;

namespace ActivationNotes.Experiments;

/// <summary>
/// Which initialisation keeps the gradient of a deep network that has not been trained: a <see cref="DepthSweepExperiment"/> at one depth, over many
/// initialisations.
/// </summary>
/// <param name="HiddenLayers">Hidden layers, at least two.</param>
/// <param name="Width">Features of each of them.</param>
/// <param name="BatchSize">Images in the batch.</param>
public sealed record InitialisationSweepExperiment(int HiddenLayers = 10, int Width = 64, int BatchSize = 64)
{
    /// <summary>Measures all combinations, each with each seed, on all processors.</summary>
    /// <param name="data">The images; the batch is the first of those to learn from.</param>
    /// <param name="activations">Names of activations.</param>
    /// <param name="initialisations">Initialisations; their names differ.</param>
    /// <param name="seeds">Seeds of the weights.</param>
    /// <param name="cancellation">Stops between two networks.</param>
    /// <returns>One line for each activation and initialisation.</returns>
    /// <exception cref="InvalidOperationException">With fewer than two hidden layers there is nothing to hand on.</exception>
    public InitialisationSweepResult Run(
        DigitSplit data, IReadOnlyList<string> activations, IReadOnlyList<Initialisation> initialisations, IReadOnlyList<int> seeds,
        CancellationToken cancellation = default)
    {
        if (HiddenLayers < 2) throw new InvalidOperationException($"{HiddenLayers} hidden layers: a gradient is handed on between two of them at least.");
        ArgumentNullException.ThrowIfNull(activations);
        ArgumentNullException.ThrowIfNull(initialisations);
        var sweep = new DepthSweepExperiment(Width, BatchSize).Run(data, activations, initialisations, [HiddenLayers], seeds, cancellation);
        return new InitialisationSweepResult(
            [.. from activation in activations from initialisation in initialisations select Line(activation, initialisation.Name)]);

        InitialisationSweepLine Line(string activation, string initialisation)
        {
            var networks = sweep.Of(activation, initialisation, HiddenLayers);
            return new InitialisationSweepLine(
                activation, initialisation, [.. networks.Select(network => network.DecayPerLayer)],
                [.. networks.Select(network => network.WeightGradients[0])], [.. networks.Select(network => network.FlatFractions.Average())]);
        }
    }
}
