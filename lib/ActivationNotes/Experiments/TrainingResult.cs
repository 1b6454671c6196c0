namespace ActivationNotes.Experiments;

/// <summary>All trainings of a <see cref="TrainingExperiment"/>.</summary>
/// <param name="Experiment">The parameters.</param>
/// <param name="Runs">One for each seed.</param>
public sealed record TrainingResult(TrainingExperiment Experiment, IReadOnlyList<TrainingRun> Runs)
{
    /// <summary>Test accuracy of each seed in the end, 0 to 1.</summary>
    public double[] Accuracies => [.. Runs.Select(run => run.TestAccuracy)];

    /// <summary>Epochs, from 0 for before the training.</summary>
    public double[] Epochs => [0, .. Runs[0].History.Select(progress => (double)progress.Epoch)];

    /// <summary>After how many epochs the test accuracy, averaged over the seeds, reaches a mark for the first time; null when it never does.</summary>
    /// <param name="accuracy">The mark, 0 to 1.</param>
    public int? EpochsTo(double accuracy)
    {
        for (var epoch = 0; epoch < Runs[0].History.Count; epoch++)
            if (Runs.Average(run => run.History[epoch].TestAccuracy) >= accuracy) return epoch + 1;
        return null;
    }

    /// <summary>One measure of every snapshot of every seed.</summary>
    /// <param name="measure">The measure.</param>
    /// <returns>[seeds x epochs]</returns>
    public double[][] Over(Func<TrainingSnapshot, double> measure) => [.. Runs.Select(run => run.Snapshots.Select(measure).ToArray())];
}
