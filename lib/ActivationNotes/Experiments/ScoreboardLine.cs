using ActivationNotes.Timing;

namespace ActivationNotes.Experiments;

/// <summary>One activation on the scoreboard of lesson 05.</summary>
/// <param name="Activation">Its name.</param>
/// <param name="DecayPerLayer">Problem 1: by what factor a gradient changes from one layer to the one before it, in an untrained deep network with Glorot's initialisation.</param>
/// <param name="FlatShare">Problem 1: share of the units whose slope is below 1 % of the largest.</param>
/// <param name="SameSignShare">Problem 2: share of the examples whose gradient of a neuron's weights has components of one sign only.</param>
/// <param name="TimesRelu">Problem 3: time of the vectorised activation, as a multiple of ReLU's.</param>
public sealed record ScoreboardLine(string Activation, Spread DecayPerLayer, Spread FlatShare, Spread SameSignShare, Ratio TimesRelu)
{
    /// <summary>Share of the gradient that a layer loses; 0 when it grows instead.</summary>
    public Spread LostPerLayer => new(Lost(DecayPerLayer.Mean), Lost(DecayPerLayer.High), Lost(DecayPerLayer.Low));

    /// <summary>Share of the activation's time that ReLU would not have needed; 0 when it is as fast.</summary>
    public Spread TimeOverRelu => new(Over(TimesRelu.Median), Over(TimesRelu.Low), Over(TimesRelu.High));

    /// <summary>The greatest of the three problems, as a share: lost gradient, gradients of one sign, time.</summary>
    public double Worst => Math.Max(LostPerLayer.Mean, Math.Max(SameSignShare.Mean, TimeOverRelu.Mean));

    private static double Lost(double decay) => Math.Max(0, 1 - decay);

    private static double Over(double times) => Math.Max(0, 1 - 1 / times);
}
