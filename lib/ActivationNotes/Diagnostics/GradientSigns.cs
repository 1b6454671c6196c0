using System.Numerics.Tensors;
using ActivationNotes.Numbers;
using MathNet.Numerics;
using MathNet.Numerics.Random;

namespace ActivationNotes.Diagnostics;

/// <summary>
/// Signs of a gradient: which orthant it points into and what a step confined to one pair of orthants can reach.
/// </summary>
/// <remarks>
/// The theorem behind the measures: let a neuron compute z = w·x + b, and let L be any loss that depends on w through z alone. For one
/// example the gradient of L with respect to w is (dL/dz) x. Condition: every component of x is positive. Then every component of the
/// gradient has the sign of dL/dz. Both signs of dL/dz occur, so the gradients lie in two opposite orthants of 2^n. The weaker condition
/// "no component of x is negative", which ReLU gives, leaves a weaker statement: no two components have opposite signs. Nothing is assumed
/// about the sign of the loss: a loss may be positive while dL/dz has either sign. With an input of each sign the statement is false.
/// </remarks>
public static class GradientSigns
{
    /// <summary>The most dimensions for which orthants are counted exactly, in a table of all 2^n.</summary>
    public const int MostExactDimensions = 20;

    /// <summary>Whether no two components have opposite signs. Zeros have no sign.</summary>
    /// <param name="gradient">[weights]</param>
    public static bool ShareOneSign(ReadOnlySpan<double> gradient)
    {
        var (positive, negative) = (false, false);
        foreach (var component in gradient)
        {
            positive |= component > 0;
            negative |= component < 0;
        }
        return !(positive && negative);
    }

    /// <summary>
    /// Counts the orthants in which vectors lie: exactly up to <see cref="MostExactDimensions"/> dimensions, in a random sample of the
    /// vectors beyond. A zero component lies between two orthants and counts with the sign of the vector's largest component; vectors of
    /// zeros are left out.
    /// </summary>
    /// <param name="vectors">[vectors x dimensions], all equally long.</param>
    /// <param name="seed">Chooses the sample.</param>
    /// <param name="sample">How many vectors are looked at beyond the exact dimensions.</param>
    /// <exception cref="ArgumentException">There is no vector, or lengths differ.</exception>
    public static OrthantCount Orthants(IReadOnlyList<double[]> vectors, int seed = 1, int sample = 1000)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        ArgumentOutOfRangeException.ThrowIfLessThan(sample, 1);
        if (vectors.Count == 0) throw new ArgumentException("There are no vectors whose orthants could be counted.", nameof(vectors));
        var dimensions = vectors[0].Length;
        if (vectors.FirstOrDefault(vector => vector.Length != dimensions) is { } other)
            throw new ArgumentException($"A vector has {other.Length} components, the first has {dimensions}.", nameof(vectors));
        var exact = dimensions <= MostExactDimensions;
        var chosen = exact || vectors.Count <= sample
            ? vectors
            : Combinatorics.GenerateCombination(vectors.Count, sample, new MersenneTwister(seed)).Index().Where(one => one.Item).Select(one => vectors[one.Index]).ToArray();
        var signed = chosen.Where(vector => vector.Any(component => component != 0)).ToArray();
        if (!exact) return new OrthantCount(dimensions, signed.Select(Pattern).Distinct(StringComparer.Ordinal).Count(), signed.Length, IsExact: chosen.Count == vectors.Count);
        var occupied = new bool[1 << dimensions];
        foreach (var vector in signed) occupied[Number(vector)] = true;
        return new OrthantCount(dimensions, occupied.Count(one => one), signed.Length, IsExact: true);
    }

    /// <summary>
    /// The common-mode share: cos^2 of the angle between a gradient and the direction (1, ..., 1), which is (sum g)^2 / (n |g|^2).
    /// 1 says that all weights are told the same, a gradient of independent signs has 1/n on average.
    /// </summary>
    /// <param name="gradient">[weights]</param>
    /// <returns>From 0 to 1; NaN for a gradient of zeros, which has no direction.</returns>
    public static double CommonModeShare(ReadOnlySpan<double> gradient)
    {
        var (sum, squares, scale) = (0.0, 0.0, Scale(gradient));
        foreach (var component in gradient)
        {
            var scaled = component / scale;
            sum += scaled;
            squares += scaled * scaled;
        }
        return sum * sum / (gradient.Length * squares);
    }

    /// <summary>
    /// The best cosine between a direction and a step whose components all have one sign: max(|d+|, |d-|) / |d|, where d+ holds the positive
    /// components of d, d- the negative ones, and |.| is the length.
    /// </summary>
    /// <remarks>
    /// Derivation. Let s have no negative component. Then s·d = s·d+ + s·d-, and s·d- is at most 0, so s·d is at most s·d+, which by Cauchy
    /// and Schwarz is at most |s| |d+|, with equality at s = d+. So the best cosine of the orthant of positive steps is |d+| / |d|. The
    /// opposite orthant gives |d-| / |d| in the same way, and the pair gives the greater. As |d+|^2 + |d-|^2 = |d|^2, it is never below
    /// 1/sqrt(2). Condition: d is not zero. (Where d+ is zero the first orthant offers only cosines up to 0, and the second is the better.)
    /// </remarks>
    /// <param name="direction">[weights] The ideal direction, of any length but 0.</param>
    /// <returns>From 1/sqrt(2) to 1; NaN for a direction of zeros.</returns>
    public static double BestCosine(ReadOnlySpan<double> direction)
    {
        var (positive, negative, scale) = (0.0, 0.0, Scale(direction));
        foreach (var component in direction)
        {
            var scaled = component / scale;
            if (scaled > 0) positive += scaled * scaled;
            else negative += scaled * scaled;
        }
        return Math.Sqrt(Math.Max(positive, negative) / (positive + negative));
    }

    /// <summary>
    /// The mean of cos^2, for the cosine of <see cref="BestCosine"/>, over directions drawn evenly from the sphere.
    /// </summary>
    /// <remarks>
    /// Of n signs k are positive with the binomial probability. Given k, |d+|^2 / |d|^2 is a ratio of sums of squared normals and has the
    /// Beta(k/2, (n-k)/2) distribution, B. The mean of max(B, 1-B) is an incomplete beta function on either side of 1/2. For large n it
    /// tends to 1/2, as 1/2 + sqrt(3 / (2 pi n)).
    /// </remarks>
    /// <param name="dimensions">n, at least 1.</param>
    public static double MeanSquaredBestCosine(int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        // Further than ten standard deviations from n/2 the binomial probability is below 1e-22.
        var reach = 5 * Math.Sqrt(dimensions) + 1;
        var (mean, half) = (0.0, dimensions / 2.0);
        for (var k = Math.Max(0, (int)Math.Floor(half - reach)); k <= Math.Min(dimensions, half + reach); k++)
            mean += BetaDistribution.FairCoin(dimensions, k) * (k == 0 || k == dimensions ? 1 : Greater(k / 2.0, (dimensions - k) / 2.0));
        return mean;

        static double Greater(double a, double b) =>
            (a * BetaDistribution.Cumulative(b, a + 1, 0.5) + b * BetaDistribution.Cumulative(a, b + 1, 0.5)) / (a + b);
    }

    // Squares of very small or very large components would leave the range of doubles: they are taken relative to the largest.
    private static double Scale(ReadOnlySpan<double> vector) => vector.IsEmpty ? 0 : Math.Abs(TensorPrimitives.MaxMagnitude(vector));

    private static bool IsPositive(double component, double largest) => component == 0 ? largest > 0 : component > 0;

    private static double Largest(double[] vector) => vector.MaxBy(Math.Abs);

    private static int Number(double[] vector)
    {
        var largest = Largest(vector);
        return vector.Aggregate(0, (number, component) => number << 1 | (IsPositive(component, largest) ? 1 : 0));
    }

    private static string Pattern(double[] vector)
    {
        var largest = Largest(vector);
        return string.Create(vector.Length, vector, (text, components) =>
        {
            for (var i = 0; i < text.Length; i++) text[i] = IsPositive(components[i], largest) ? '+' : '-';
        });
    }
}
