namespace ActivationNotes.Experiments;

/// <summary>One activation on the scoreboard of lesson 05.</summary>
/// <param name="Activation">Its name.</param>
/// <param name="DecayPerLayer">Problem 1: by what factor a gradient changes from one layer to the one before it, in an untrained deep network with Glorot's initialisation.</param>
/// <param name="FlatShare">Problem 1: share of the units whose slope is below 1 % of the largest.</param>
/// <param name="SameSignShare">Problem 2: share of the examples whose gradient of a neuron's weights has components of one sign only.</param>
/// <param name="TimesRelu">Problem 3: time of the vectorised activation, as a multiple of ReLU's.</param>
public sealed record ScoreboardLine(string Activation, double DecayPerLayer, double FlatShare, double SameSignShare, double TimesRelu)
{
    /// <summary>Share of the gradient that a layer loses; 0 when it grows instead.</summary>
    public double LostPerLayer => Math.Max(0, 1 - DecayPerLayer);

    /// <summary>Share of the activation's time that ReLU would not have needed; 0 when it is as fast.</summary>
    public double TimeOverRelu => Math.Max(0, 1 - 1 / TimesRelu);
}
