using ActivationNotes.Timing;

namespace ActivationNotes.Experiments;

/// <summary>Times the same work on arrays of growing length, from what fits into the nearest cache to what fits into none.</summary>
/// <param name="Seed">Seed of the inputs.</param>
public sealed record SizeSweepExperiment(int Seed = 1)
{
    /// <summary>From 8 KiB to 128 MiB, in and out together.</summary>
    public static IReadOnlyList<int> AllLengths { get; } = [.. Enumerable.Range(0, 8).Select(i => 1024 << (2 * i))];

    /// <summary>Measures.</summary>
    /// <param name="lengths">Elements of an array, ascending.</param>
    /// <param name="routes">The ways; their names differ.</param>
    public SizeSweepResult Run(IReadOnlyList<int> lengths, params IReadOnlyList<Route> routes)
    {
        var comparison = new Comparison { FewestRounds = 21, Precision = 0.05, Patience = TimeSpan.FromSeconds(0.3) };
        var results = new List<ComparisonResult>();
        foreach (var length in lengths)
        {
            var (x, y) = (LadderExperiment.Inputs(length, Seed), new float[length]);
            results.Add(comparison.Run([.. routes.Select(route => route.On(x, y))]));
            // What was compiled for the first length serves the others.
            comparison = comparison with { CompilerPause = TimeSpan.Zero, WarmUpCalls = 2 };
        }

        return new([.. lengths], [.. results]);
    }
}
