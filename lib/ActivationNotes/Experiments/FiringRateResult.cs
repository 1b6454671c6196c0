namespace ActivationNotes.Experiments;

/// <summary>Measured firing rates.</summary>
/// <param name="Currents">Input currents, in units of the threshold.</param>
/// <param name="Rates">[seeds x currents], spikes per second.</param>
public sealed record FiringRateResult(double[] Currents, double[][] Rates)
{
    /// <summary>The rate at each current, averaged over the seeds, in spikes per second.</summary>
    public double[] Mean => [.. Currents.Select((_, i) => Rates.Average(run => run[i]))];

    /// <summary>Fits a sigmoid, height x s(steepness (I - midpoint)), to the average rates by least squares.</summary>
    public SigmoidFit Fit() => SigmoidFit.To(Currents, Mean);
}
