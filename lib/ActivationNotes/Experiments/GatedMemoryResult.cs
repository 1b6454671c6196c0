using ActivationNotes.Numbers;

namespace ActivationNotes.Experiments;

/// <summary>All runs of a <see cref="GatedMemoryExperiment"/>.</summary>
/// <param name="Experiment">The parameters.</param>
/// <param name="Runs">One for each seed.</param>
public sealed record GatedMemoryResult(GatedMemoryExperiment Experiment, GatedMemoryRun[] Runs)
{
    /// <summary>Accuracy of each seed, 0.5 for guessing to 1.</summary>
    public double[] Accuracies => [.. Runs.Select(run => run.Accuracy)];

    /// <summary>How many seeds remember: at least 95 % of their test answers are right.</summary>
    public int Remembering => Runs.Count(run => run.Accuracy >= 0.95);

    /// <summary>
    /// Norm of the gradient that reaches the cell at each step before training, as a share of the norm at the last step: mean of
    /// the logarithms over the seeds, so a geometric mean. [gap + 1], from the step of the bit to the last.
    /// </summary>
    public double[] GradientByStep =>
        [.. Enumerable.Range(0, Experiment.Gap + 1).Select(step =>
            Elementary.Exp(Runs.Average(run => Elementary.Log(Math.Max(run.GradientByStep[step], double.Epsilon)))))];
}
