using System.Runtime.CompilerServices;

namespace ActivationNotes.Numbers;

/// <summary>
/// Elementary functions of one double, with the same bits on every machine. <see cref="Math"/> asks the C library, whose last bits
/// depend on the operating system and on whether the processor multiplies and adds in one step: enough to send a training elsewhere,
/// or to round a number in a table the other way. Whatever feeds a result of the course is computed with these.
/// </summary>
/// <remarks>All of them: NaN gives NaN. Arithmetic is + - * / and roots, which IEEE 754 fixes, and exactly fused products.</remarks>
/// <example><code>
/// double halved = Elementary.Log(2);           // 0.6931471805599453, here and everywhere
/// </code></example>
public static class Elementary
{
    /// <summary>e^x; error below 1 ULP.</summary>
    /// <param name="x">The exponent.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static double Exp(double x) => Scalar<DoublePrecision>.Exp(x).Value;

    /// <summary>The natural logarithm; error below 1 ULP. Of 0 it is minus infinity, of a negative number NaN.</summary>
    /// <param name="x">The number.</param>
    public static double Log(double x) => Logarithm.Log(x);

    /// <summary>The logarithm to base 10; error below 2 ULP, and exact for powers of ten from 1e-22 to 1e22.</summary>
    /// <param name="x">The number.</param>
    public static double Log10(double x)
    {
        const double Log10OfE = 0.4342944819032518;
        const int LargestExact = 22;
        var result = Log(x) * Log10OfE;
        var whole = Math.Round(result);
        return Math.Abs(whole) <= LargestExact && Pow(10, (int)whole) == x ? whole : result;
    }

    /// <summary>x multiplied by itself: x^n for whole n, exact wherever all powers on the way are.</summary>
    /// <param name="x">The number.</param>
    /// <param name="n">How often; negative for 1 / x^-n.</param>
    public static double Pow(double x, int n)
    {
        var (result, square) = (1.0, x);
        for (var left = Math.Abs((long)n); left > 0; left >>= 1)
        {
            if ((left & 1) == 1) result *= square;
            square *= square;
        }
        return n < 0 ? 1 / result : result;
    }

    /// <summary>x^y = e^(y ln x) for x of at least 0; error about |y ln x| ULP. Whole y multiply, see <see cref="Pow(double, int)"/>.</summary>
    /// <param name="x">The number.</param>
    /// <param name="y">The exponent.</param>
    public static double Pow(double x, double y)
    {
        const int Whole = 1024;
        return Math.Abs(y) <= Whole && Math.Floor(y) == y ? Pow(x, (int)y) : Exp(y * Log(x));
    }

    /// <summary>The hyperbolic tangent; at most 3 ULP.</summary>
    /// <param name="x">The number.</param>
    public static double Tanh(double x) => ElementWise.Real(default(Activations.ValueOf<Activations.Tanh>), x);

    /// <summary>The logistic sigmoid 1 / (1 + e^-x); at most 2 ULP.</summary>
    /// <param name="x">The number.</param>
    public static double Logistic(double x) => ElementWise.Real(default(Activations.ValueOf<Activations.Sigmoid>), x);

    /// <summary>
    /// The share of a standard normal distribution below x, accurate far into its lower tail. The complementary error function is
    /// erfc x = 2 Φ(-x √2).
    /// </summary>
    /// <param name="x">The number.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static double NormalCumulative(double x)
    {
        var result = Scalar<DoublePrecision>.NormalCumulative(x, out var scale);
        return result.Value * scale.Value;
    }

    /// <summary>Sine and cosine of an angle in degrees; error below 1 ULP. Those of multiples of 90 degrees are exact.</summary>
    /// <param name="degrees">The angle.</param>
    public static (double Sine, double Cosine) SinCosOfDegrees(double degrees) => Angle.SinCos(degrees);
}
