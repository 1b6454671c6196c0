namespace ActivationNotes.Experiments;

/// <summary>All runs of a <see cref="SoftMaskExperiment"/>.</summary>
/// <param name="Runs">One for each seed.</param>
public sealed record SoftMaskResult(SoftMaskRun[] Runs)
{
    /// <summary>Each mask averaged over the seeds: 64 of the image, then 64 of the pixels that say nothing.</summary>
    public double[] MeanMask => [.. Runs[0].Mask.Select((_, i) => Runs.Average(run => run.Mask[i]))];
}
