using ActivationNotes.Optimizers;

namespace ActivationNotes.Experiments;

/// <summary>A rule for going downhill, with the settings of its paper except for the learning rate.</summary>
/// <param name="Name">What figures call it.</param>
/// <param name="Create">Makes a fresh optimizer with a learning rate.</param>
/// <param name="Adaptive">Whether it divides by the size of the gradient, so that a step is about the learning rate in each weight.</param>
public sealed record Descent(string Name, Func<double, Optimizer<double>> Create, bool Adaptive = false)
{
    /// <summary>Plain gradient descent.</summary>
    public static Descent Gradient { get; } = new("gradient descent", rate => new GradientDescent<double>(rate));

    /// <summary>Momentum with 0.9.</summary>
    public static Descent Momentum { get; } = new("momentum", rate => new Momentum<double>(rate));

    /// <summary>RMSProp with 0.99.</summary>
    public static Descent RmsProp { get; } = new("RMSProp", rate => new RmsProp<double>(rate), Adaptive: true);

    /// <summary>Adam with 0.9 and 0.999.</summary>
    public static Descent Adam { get; } = new("Adam", rate => new Adam<double>(rate), Adaptive: true);

    /// <summary>All four.</summary>
    public static IReadOnlyList<Descent> All { get; } = [Gradient, Momentum, RmsProp, Adam];

    /// <summary>The learning rates that are tried: from 8 down to about 1/1000 in equal ratios of the square root of 2.</summary>
    public static IReadOnlyList<double> Rates { get; } = [.. Enumerable.Range(0, 27).Select(k => 8 * Math.Pow(2, -k / 2.0))];

    /// <summary>The learning rate with the fewest steps to the target, on average over runs; a run that does not arrive counts with all its steps.</summary>
    /// <remarks>
    /// The step of an adaptive rule is about the rate in each weight, whatever the gradient. Longer than the tolerance it could only hit
    /// the target by luck, so longer ones are not tried.
    /// </remarks>
    /// <param name="run">Runs once with a rate and a seed.</param>
    /// <param name="seeds">Seeds of the runs that decide.</param>
    /// <param name="tolerance">How near to the target is near enough.</param>
    public double BestRate(Func<double, int, Trajectory> run, IReadOnlyList<int> seeds, double tolerance)
    {
        ArgumentNullException.ThrowIfNull(run);
        // A sum of floating-point numbers depends on the order, one of whole numbers does not: the seeds may run at the same time.
        return Rates.Where(rate => !Adaptive || rate <= tolerance)
            .MinBy(rate => seeds.AsParallel().Sum(seed => run(rate, seed) is { Arrived: true } path ? path.Steps : 1_000_000L));
    }

    /// <summary>Goes downhill from zero weights until the target is near.</summary>
    /// <param name="rate">The learning rate.</param>
    /// <param name="target">[weights] Where the way ends.</param>
    /// <param name="tolerance">Arrived is who is nearer than this share of the target's distance from zero.</param>
    /// <param name="maximumSteps">Where a way ends that does not arrive.</param>
    /// <param name="gradient">Fills in the gradient at given weights.</param>
    public Trajectory Follow(double rate, double[] target, double tolerance, int maximumSteps, Action<double[], double[]> gradient)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(gradient);
        var optimizer = Create(rate);
        var (weights, slope) = (new double[target.Length], new double[target.Length]);
        var points = new List<double[]> { new double[target.Length] };
        var distance = MathNet.Numerics.Distance.Euclidean(weights, target);
        var (near, lost) = (tolerance * distance, 1000 * distance);
        while (distance > near && distance < lost && points.Count <= maximumSteps)
        {
            gradient(weights, slope);
            optimizer.Step(weights, slope);
            points.Add([.. weights]);
            distance = MathNet.Numerics.Distance.Euclidean(weights, target);
        }
        return new Trajectory(Name, rate, points, target, Arrived: distance <= near);
    }
}
