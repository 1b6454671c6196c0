using ActivationNotes.Numbers;
using MathNet.Numerics.Random;

namespace ActivationNotes.Experiments;

/// <summary>
/// A neuron with two weights, w·x, that learns the weights of a teacher, starting from zero. Its inputs are the outputs of two sigmoids
/// whose own inputs are normal, plus a shift. The loss of one example is the squared error (w·x - y)^2 / 2; there is no noise and no bias.
/// </summary>
/// <param name="Angle">Direction of the optimum, seen from the start, in degrees: -45 is straight into (+, -).</param>
/// <param name="Shift">Added to both inputs: 0 leaves them positive, -0.5 centres them.</param>
/// <param name="BatchSize">Examples in each step, at least 1.</param>
/// <param name="Spread">Standard deviation of what the sigmoids are applied to.</param>
/// <param name="Tolerance">Arrived is who is nearer than this share of the distance from the start to the optimum, which is 1.</param>
/// <param name="MaximumSteps">Where a way ends that does not arrive.</param>
public sealed record TwoWeightExperiment(
    double Angle = -45, double Shift = 0, int BatchSize = 1, double Spread = 2, double Tolerance = 0.05, int MaximumSteps = 1000)
{
    private const int TuningSeeds = 6;

    /// <summary>
    /// The largest learning rate at which no single example can move plain descent away from the optimum: a step with input x multiplies the
    /// error along x by 1 - rate |x|^2, and |x|^2 stays below 2 max(|shift|, |1 + shift|)^2.
    /// </summary>
    public double SafeRate => 1 / Elementary.Pow(Math.Max(Math.Abs(Shift), Math.Abs(1 + Shift)), 2);

    /// <summary>Follows a rule with its best learning rate, see <see cref="Descent.BestRate"/>.</summary>
    /// <param name="descent">The rule.</param>
    /// <param name="seeds">One way for each.</param>
    public IReadOnlyList<Trajectory> Run(Descent descent, IReadOnlyList<int> seeds)
    {
        ArgumentNullException.ThrowIfNull(descent);
        ArgumentNullException.ThrowIfNull(seeds);
        var rate = descent.BestRate((rate, seed) => Run(descent, rate, seed), Descent.TuningSeeds(seeds, TuningSeeds));
        return [.. seeds.AsParallel().AsOrdered().Select(seed => Run(descent, rate, seed))];
    }

    /// <summary>Follows a rule with a given learning rate.</summary>
    /// <param name="descent">The rule.</param>
    /// <param name="rate">The learning rate.</param>
    /// <param name="seed">Draws the examples.</param>
    public Trajectory Run(Descent descent, double rate, int seed)
    {
        ArgumentNullException.ThrowIfNull(descent);
        if (BatchSize < 1) throw new InvalidOperationException($"A step has {BatchSize} examples: give at least 1.");
        var random = new MersenneTwister(seed);
        var (sine, cosine) = Elementary.SinCosOfDegrees(Angle);
        return descent.Follow(rate, [cosine, sine], Tolerance, MaximumSteps, (weights, gradient) =>
        {
            Array.Clear(gradient);
            for (var example = 0; example < BatchSize; example++)
            {
                double x = Input(), y = Input();
                var upstream = ((weights[0] - cosine) * x + (weights[1] - sine) * y) / BatchSize;
                gradient[0] += upstream * x;
                gradient[1] += upstream * y;
            }
        });

        double Input() => Elementary.Logistic(Spread * StandardNormals.Next(random)) + Shift;
    }
}
