namespace ActivationNotes.Numbers;

/// <summary>
/// The beta distribution and the logarithm of the gamma function, on the course's own exponential and logarithm: MathNet's ask the C library.
/// </summary>
internal static class BetaDistribution
{
    // From here on seven terms of Stirling's series leave an error below 1e-17.
    private const double Far = 15;
    private const double LogOfRootOfTwoPi = 0.9189385332046727;

    /// <summary>
    /// I_x(a, b), the share of the distribution below x, by the continued fraction of the NIST Digital Library of Mathematical Functions,
    /// https://dlmf.nist.gov/8.17.E22, evaluated from its front by Lentz's method.
    /// </summary>
    /// <param name="a">First shape; positive.</param>
    /// <param name="b">Second shape; positive.</param>
    /// <param name="x">From 0 to 1.</param>
    public static double Cumulative(double a, double b, double x)
    {
        if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
        // The fraction converges fast below the mean; above it the distribution is seen from its other end.
        if (x > (a + 1) / (a + b + 2)) return 1 - Cumulative(b, a, 1 - x);
        var front = Elementary.Exp(a * Elementary.Log(x) + b * Elementary.Log(1 - x) + LogGamma(a + b) - LogGamma(a) - LogGamma(b)) / a;
        var (numerator, denominator) = (1.0, 1 / Away(1 - (a + b) * x / (a + 1)));
        var fraction = denominator;
        for (var m = 1; m < 10_000; m++)
        {
            _ = Extend(m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)));
            if (Math.Abs(Extend(-(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))) - 1) < 1e-16) break;
        }
        return front * fraction;

        double Extend(double term)
        {
            denominator = 1 / Away(1 + term * denominator);
            numerator = Away(1 + term / numerator);
            fraction *= denominator * numerator;
            return denominator * numerator;
        }

        static double Away(double value) => Math.Abs(value) < 1e-300 ? 1e-300 : value;
    }

    /// <summary>ln Γ(x) for positive x: Stirling's series far out, and Γ(x) = Γ(x + 1) / x until then.</summary>
    /// <param name="x">Positive.</param>
    public static double LogGamma(double x)
    {
        var product = 1.0;
        for (; x < Far; x++) product *= x;
        var inverse = 1 / x;
        var square = inverse * inverse;
        var series = inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680
            - square * (1.0 / 1188 - square * (691.0 / 360360 - square / 156))))));
        return (x - 0.5) * Elementary.Log(x) - x + LogOfRootOfTwoPi + series - Elementary.Log(product);
    }

    /// <summary>The probability of k heads among n throws of a fair coin.</summary>
    /// <param name="n">Throws.</param>
    /// <param name="k">Heads, 0 to n.</param>
    public static double FairCoin(int n, int k) =>
        Elementary.Exp(LogGamma(n + 1) - LogGamma(k + 1) - LogGamma(n - k + 1) - n * Elementary.Log(2));
}
