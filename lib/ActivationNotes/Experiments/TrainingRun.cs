using ActivationNotes.Networks;

namespace ActivationNotes.Experiments;

/// <summary>One training of a <see cref="TrainingExperiment"/>.</summary>
/// <param name="Seed">Seed of weights and order.</param>
/// <param name="Snapshots">What the network looked like before the first epoch and after each.</param>
/// <param name="History">Loss and test accuracy after each epoch.</param>
/// <param name="ChangeOfWeights">[dense layers] By what share of themselves the weights have changed from the first to the last epoch.</param>
public sealed record TrainingRun(
    int Seed, IReadOnlyList<TrainingSnapshot> Snapshots, IReadOnlyList<TrainingProgress> History, double[] ChangeOfWeights)
{
    /// <summary>Share of the test images read rightly in the end.</summary>
    public double TestAccuracy => History[^1].TestAccuracy;
}
