using ActivationNotes.Diagnostics;
using ActivationNotes.Numbers;
using MathNet.Numerics.Random;

namespace ActivationNotes.Experiments;

/// <summary>
/// How well the best step of one pair of orthants can point towards an optimum, in more and more dimensions: ideal directions are drawn
/// evenly from the sphere and <see cref="GradientSigns.BestCosine"/> is taken of each.
/// </summary>
/// <param name="Directions">Ideal directions for each number of dimensions and seed.</param>
public sealed record OrthantScalingExperiment(int Directions = 200)
{
    /// <summary>Measures.</summary>
    /// <param name="dimensions">Numbers of weights.</param>
    /// <param name="seeds">One sample of directions for each.</param>
    public OrthantScalingResult Run(IReadOnlyList<int> dimensions, IReadOnlyList<int> seeds)
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        ArgumentNullException.ThrowIfNull(seeds);
        var (sampled, lowest) = (seeds.Select(_ => new double[dimensions.Count]).ToArray(), new double[seeds.Count * dimensions.Count]);
        Parallel.For(0, seeds.Count * dimensions.Count, run =>
        {
            var (seed, place) = (run / dimensions.Count, run % dimensions.Count);
            (sampled[seed][place], lowest[run]) = Sample(dimensions[place], unchecked(seeds[seed] * 7919 + place));
        });
        return new OrthantScalingResult([.. dimensions], [.. dimensions.Select(n => Math.Sqrt(GradientSigns.MeanSquaredBestCosine(n)))], sampled, lowest.Min());
    }

    private (double RootMeanSquare, double Lowest) Sample(int dimensions, int seed)
    {
        var random = new MersenneTwister(seed);
        var direction = new double[dimensions];
        var (squares, lowest) = (0.0, 1.0);
        for (var i = 0; i < Directions; i++)
        {
            StandardNormals.Fill(random, direction);
            var best = GradientSigns.BestCosine(direction);
            (squares, lowest) = (squares + best * best, Math.Min(lowest, best));
        }
        return (Math.Sqrt(squares / Directions), lowest);
    }
}
