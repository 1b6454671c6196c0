using ActivationNotes.Numbers;

namespace ActivationNotes.Experiments;

/// <summary>What was measured at one untrained network of a <see cref="DepthSweepExperiment"/>.</summary>
/// <param name="Activation">Name of the activation.</param>
/// <param name="Initialisation">Name of the initialisation.</param>
/// <param name="Depth">Hidden layers.</param>
/// <param name="Seed">Seed of the weights.</param>
/// <param name="WeightGradients">[depth + 1] Norm of the loss's gradient with respect to each layer's weights, from the first layer.</param>
/// <param name="BiasGradients">[depth + 1] The same for each layer's bias.</param>
/// <param name="UpstreamGradients">[depth + 1] Norm of the gradient that arrives at each dense layer's output, from the first layer.</param>
/// <param name="FlatFractions">[depth] Share of the hidden units of each layer that sit on a flat part.</param>
public sealed record DepthSweepNetwork(
    string Activation, string Initialisation, int Depth, int Seed, double[] WeightGradients, double[] BiasGradients, double[] UpstreamGradients, double[] FlatFractions)
{
    /// <summary>By what factor the gradient shrinks from one dense layer's output to that before it: geometric mean over the hidden layers. NaN with fewer than two of them.</summary>
    public double DecayPerLayer => Depth < 2 ? double.NaN : Elementary.Pow(UpstreamGradients[0] / UpstreamGradients[Depth - 1], 1.0 / (Depth - 1));

    /// <summary>Gradient of the first layer's weights as a share of the last layer's.</summary>
    public double FirstToLast => WeightGradients[0] / WeightGradients[^1];
}
