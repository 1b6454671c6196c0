using ActivationNotes.Approximations;
using ActivationNotes.Timing;

namespace ActivationNotes.Experiments;

/// <summary>Error and speed of one stand-in for the sigmoid.</summary>
/// <param name="Name">What tables and figures call it.</param>
/// <param name="Errors">How far it is from the sigmoid.</param>
/// <param name="Timing">Nanoseconds per element.</param>
public sealed record ApproximationCost(string Name, SigmoidErrors Errors, KernelTiming Timing)
{
    /// <summary>Whether no other of them is both faster and closer: the Pareto front.</summary>
    /// <param name="all">All that were measured together.</param>
    public bool IsOnFront(IEnumerable<ApproximationCost> all) => !all.Any(other =>
        other.Timing.Median < Timing.Median && other.Errors.Absolute < Errors.Absolute);

    /// <summary>Measures the approximations, interleaved with the accurate sigmoids of the library.</summary>
    /// <param name="length">How many floats an array has.</param>
    /// <param name="seed">Seed of the inputs.</param>
    public static ApproximationCost[] MeasureAll(int length = 16_384, int seed = 1)
    {
        var result = new LadderExperiment(length, seed).Run(Routes());
        return [.. result.Steps.Select(step => new ApproximationCost(step.Timing.Name, step.Errors!, step.Timing))];
    }

    /// <summary>Times them alone, on arrays of several lengths in turns; the longest may be longer than any cache holds.</summary>
    /// <param name="lengths">How many floats the arrays have, ascending.</param>
    /// <param name="seed">Seed of the inputs.</param>
    public static SizeSweepResult TimeAll(IReadOnlyList<int> lengths, int seed = 1) => new SizeSweepExperiment(seed).Run(lengths, Routes());

    private static Route[] Routes() =>
        [.. SigmoidApproximation.All.Select(one => new Route(one.Name, one.Function.Values)), .. Route.Sigmoid.TakeLast(2)];
}
