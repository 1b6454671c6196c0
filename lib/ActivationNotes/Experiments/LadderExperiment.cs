using ActivationNotes.Timing;

namespace ActivationNotes.Experiments;

/// <summary>Times ways to compute something element by element, and measures the error of those that compute the sigmoid.</summary>
/// <param name="Length">How many floats an array has; 16,384 in and out fill an eighth of a MiB.</param>
/// <param name="Seed">Seed of the inputs, which are uniform from -8 to 8.</param>
public sealed record LadderExperiment(int Length = 16_384, int Seed = 1)
{
    /// <summary>How the times are taken.</summary>
    public Comparison Comparison { get; init; } = new();

    /// <summary>Measures.</summary>
    /// <param name="routes">The ways; their names differ.</param>
    public LadderResult Run(params IReadOnlyList<Route> routes)
    {
        var times = Time(routes);
        return new(times, [.. routes.Zip(times.Timings, (route, timing) => new LadderStep(timing, route.IsSigmoid ? SigmoidErrors.Of(route.Map) : null))], Length);
    }

    /// <summary>Only takes the times.</summary>
    /// <param name="routes">The ways; their names differ.</param>
    public ComparisonResult Time(params IReadOnlyList<Route> routes)
    {
        var (x, y) = (Inputs(Length, Seed), new float[Length]);
        return Comparison.Run([.. routes.Select(route => route.On(x, y))]);
    }

    /// <summary>Floats uniform from -8 to 8.</summary>
    /// <param name="length">How many.</param>
    /// <param name="seed">Seed of the random numbers.</param>
    public static float[] Inputs(int length, int seed)
    {
        var random = new Random(seed);
        var x = new float[length];
        for (var i = 0; i < length; i++) x[i] = (float)(16 * random.NextDouble() - 8);
        return x;
    }
}
