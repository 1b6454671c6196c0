using ActivationNotes.Timing;

namespace ActivationNotes.Experiments;

/// <summary>Times the same work on arrays of growing length, from what fits into the nearest cache to what fits into none.</summary>
/// <param name="Seed">Seed of the inputs.</param>
public sealed record SizeSweepExperiment(int Seed = 1)
{
    /// <summary>From 8 KiB to 128 MiB, in and out together.</summary>
    public static IReadOnlyList<int> AllLengths { get; } = [.. Enumerable.Range(0, 8).Select(i => 1024 << (2 * i))];

    /// <summary>How the times are taken.</summary>
    public Comparison Comparison { get; init; } = new() { FewestRounds = 21, Precision = 0.05, Patience = TimeSpan.FromSeconds(3), SampleLength = TimeSpan.FromMicroseconds(200) };

    /// <summary>Measures. All lengths take turns in the same rounds: a slow phase of the machine must not look like a slow memory.</summary>
    /// <param name="lengths">Elements of an array, ascending.</param>
    /// <param name="routes">The ways; their names differ.</param>
    public SizeSweepResult Run(IReadOnlyList<int> lengths, params IReadOnlyList<Route> routes)
    {
        // Routes of one length follow each other in a round and share their arrays, so each finds them in the cache that holds them.
        var kernels = lengths.SelectMany(length =>
        {
            var (x, y) = (LadderExperiment.Inputs(length, Seed), new float[length]);
            return routes.Select(route => (route with { Name = $"{route.Name}, {length}" }).On(x, y)).ToArray();
        });
        var all = Comparison.Run([.. kernels]);
        var ofLengths = all.Timings.Chunk(routes.Count).Select(timings => all with
        {
            Timings = [.. timings.Zip(routes, (timing, route) => timing with { Name = route.Name })],
            Confident = timings.All(timing => timing.Uncertainty <= Comparison.Precision),
        });
        return new([.. lengths], [.. ofLengths]);
    }
}
