using ActivationNotes.LinearAlgebra;
using ActivationNotes.Numbers;
using ActivationNotes.Optimizers;

namespace ActivationNotes.Experiments;

/// <summary>A rule for going downhill, with the settings of its paper except for the learning rate.</summary>
/// <param name="Name">What figures call it.</param>
/// <param name="Create">Makes a fresh optimizer with a learning rate.</param>
/// <param name="LargestRate">
/// The largest learning rate that may be chosen for it. A step of RMSProp or Adam is about the learning rate in each weight, however small
/// the gradient is: with a rate up to the tolerance they stay near the target once they are there, with a larger one they may pass it.
/// </param>
public sealed record Descent(string Name, Func<double, Optimizer<double>> Create, double LargestRate = double.PositiveInfinity)
{
    // More than any way has steps. A sum of floating-point numbers depends on the order, one of whole numbers does not: the seeds may run
    // at the same time.
    private const long NotArrived = 1L << 40;

    /// <summary>Plain gradient descent.</summary>
    public static Descent Gradient { get; } = new("gradient descent", rate => new GradientDescent<double>(rate));

    /// <summary>Momentum with 0.9.</summary>
    public static Descent Momentum { get; } = new("momentum", rate => new Momentum<double>(rate));

    /// <summary>RMSProp with 0.99.</summary>
    public static Descent RmsProp { get; } = new("RMSProp", rate => new RmsProp<double>(rate));

    /// <summary>Adam with 0.9 and 0.999.</summary>
    public static Descent Adam { get; } = new("Adam", rate => new Adam<double>(rate));

    /// <summary>All four.</summary>
    public static IReadOnlyList<Descent> All { get; } = [Gradient, Momentum, RmsProp, Adam];

    /// <summary>The learning rates that are tried: from 8 down to about 1/1000 in equal ratios of the square root of 2.</summary>
    public static IReadOnlyList<double> Rates { get; } = [.. Enumerable.Range(0, 27).Select(k => 8 * Elementary.Pow(0.5, k / 2) * (k % 2 == 0 ? 1 : Math.Sqrt(0.5)))];

    /// <summary>
    /// The learning rate with the fewest steps until the target is near for the first time, on average over runs. One with which more runs
    /// arrive is better than any with which fewer do.
    /// </summary>
    /// <param name="run">Runs once with a rate and a seed.</param>
    /// <param name="seeds">Seeds of the runs that decide.</param>
    /// <exception cref="InvalidOperationException">No rate that may be tried leads any run to the target.</exception>
    public double BestRate(Func<double, int, Trajectory> run, IReadOnlyList<int> seeds)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(seeds);
        var tried = Rates.Where(rate => rate <= LargestRate)
            .Select(rate => (Rate: rate, Cost: seeds.AsParallel().Sum(seed => run(rate, seed) is { Arrived: true } path ? path.Steps : NotArrived)))
            .Where(one => one.Cost < NotArrived * seeds.Count).ToArray();
        return tried.Length > 0 ? tried.MinBy(one => one.Cost).Rate : throw new InvalidOperationException(
            $"{Name} reaches the target with no learning rate from {Math.Min(LargestRate, Rates[0]):G3} down to {Rates[^1]:G3}: allow more steps or a larger tolerance.");
    }

    /// <summary>
    /// Seeds that choose a learning rate for runs with other seeds: negative ones, where seeds are shown that are not. Runs that begin at
    /// another seed get a choice by other draws, too.
    /// </summary>
    /// <param name="seeds">Seeds of the runs that are shown, not negative.</param>
    /// <param name="count">How many runs decide.</param>
    internal static int[] TuningSeeds(IReadOnlyList<int> seeds, int count) => [.. Enumerable.Range(1, count).Select(i => -((seeds.Count > 0 ? seeds[0] : 0) + i))];

    /// <summary>Goes downhill from zero weights until the target is near.</summary>
    /// <param name="rate">The learning rate.</param>
    /// <param name="target">[weights] Where the way ends.</param>
    /// <param name="tolerance">Arrived is who is nearer than this share of the target's distance from zero; positive.</param>
    /// <param name="maximumSteps">Where a way ends that does not arrive; at least 1.</param>
    /// <param name="gradient">Fills in the gradient at given weights.</param>
    public Trajectory Follow(double rate, double[] target, double tolerance, int maximumSteps, Action<double[], double[]> gradient)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(gradient);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tolerance);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumSteps, 1);
        var optimizer = Create(rate);
        var (weights, slope) = (new double[target.Length], new double[target.Length]);
        var points = new List<double[]> { new double[target.Length] };
        var distance = Reduction.Distance<double>(weights, target);
        var (near, lost) = (tolerance * distance, 1000 * distance);
        while (distance > near && distance < lost && points.Count <= maximumSteps)
        {
            gradient(weights, slope);
            optimizer.Step(weights, slope);
            points.Add([.. weights]);
            distance = Reduction.Distance<double>(weights, target);
        }
        return new Trajectory(Name, rate, points, target, Arrived: distance <= near);
    }
}
