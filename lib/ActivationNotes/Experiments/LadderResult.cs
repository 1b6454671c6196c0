using ActivationNotes.Timing;

namespace ActivationNotes.Experiments;

/// <summary>What <see cref="LadderExperiment"/> measured.</summary>
/// <param name="Times">Times of all routes, interleaved.</param>
/// <param name="Steps">One for each route, in the order they were given.</param>
/// <param name="Length">How many elements an array had.</param>
public sealed record LadderResult(ComparisonResult Times, LadderStep[] Steps, int Length)
{
    /// <summary>One step.</summary>
    /// <param name="name">Name of the route.</param>
    /// <exception cref="ArgumentException">There is none of that name; the message lists those there are.</exception>
    public LadderStep this[string name] => Steps[Array.IndexOf(Times.Timings, Times[name])];
}
