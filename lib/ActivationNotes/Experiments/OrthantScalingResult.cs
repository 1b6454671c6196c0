namespace ActivationNotes.Experiments;

/// <summary>What an <see cref="OrthantScalingExperiment"/> measured: root mean squares of the best cosine.</summary>
/// <param name="Dimensions">Numbers of weights.</param>
/// <param name="Theory">What is expected at each.</param>
/// <param name="Sampled">[seeds][dimensions] What was measured.</param>
/// <param name="Lowest">The best cosine of the least lucky direction of all that were drawn.</param>
public sealed record OrthantScalingResult(IReadOnlyList<int> Dimensions, IReadOnlyList<double> Theory, double[][] Sampled, double Lowest)
{
    /// <summary>The largest distance between theory and the mean of the seeds.</summary>
    public double Deviation => Dimensions.Select((_, i) => Math.Abs(Sampled.Average(seed => seed[i]) - Theory[i])).Max();
}
