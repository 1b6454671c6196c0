using System.Numerics;

namespace ActivationNotes.Experiments;

/// <summary>
/// The sigmoid and its slope to about 70 decimal digits, in whole-number arithmetic: the ruler by which the floating-point
/// formulas of lesson 01 are measured. Slow, and independent of every other formula of the course.
/// </summary>
public static class ExactSigmoid
{
    // Numbers are whole multiples of 2^-Bits. 64 of the bits are guard bits: their loss cannot be seen in a double.
    private const int Bits = 320;
    private static readonly BigInteger One = BigInteger.One << Bits;
    private static readonly BigInteger LogarithmOfTwo = ComputeLogarithmOfTwo();

    /// <summary>s(x) = 1 / (1 + e^-x).</summary>
    /// <param name="x">Any finite double, taken as the exact number that it is.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="x"/> is not finite or beyond 10,000.</exception>
    public static ExactNumber Value(double x)
    {
        var (e, k) = ExponentialOfMinus(x);
        var denominator = One + (e >> k);
        return x >= 0 ? Quotient(One, denominator, 0) : Quotient(e, denominator, k);
    }

    /// <summary>s'(x) = e^-x / (1 + e^-x)^2, the same on both sides of 0.</summary>
    /// <inheritdoc cref="Value" path="/param|/exception"/>
    public static ExactNumber Slope(double x)
    {
        var (e, k) = ExponentialOfMinus(x);
        var denominator = One + (e >> k);
        return Quotient(e, (denominator * denominator) >> Bits, k);
    }

    private static ExactNumber Quotient(BigInteger numerator, BigInteger denominator, int k) =>
        new((numerator << Bits) / denominator, -Bits - k);

    // e^-|x| = E * 2^-k with E in (1/2, 1]: the mantissa keeps all its digits however small the result is.
    private static (BigInteger E, int K) ExponentialOfMinus(double x)
    {
        if (!(Math.Abs(x) <= 10_000)) throw new ArgumentOutOfRangeException(nameof(x), x, "x must be a number between -10,000 and 10,000.");
        var size = FixedPoint(Math.Abs(x));
        var k = (int)(size / LogarithmOfTwo);
        var rest = size - k * LogarithmOfTwo;
        BigInteger sum = One, term = One;
        for (var n = 1; !term.IsZero; n++)
        {
            term = -((term * rest) >> Bits) / n;
            sum += term;
        }
        return (sum, k);
    }

    private static BigInteger FixedPoint(double size)
    {
        var pattern = BitConverter.DoubleToInt64Bits(size);
        var exponent = (int)(pattern >> 52);
        BigInteger significand = (pattern & 0xFFFFFFFFFFFFF) | (exponent == 0 ? 0 : 1L << 52);
        var shift = Math.Max(exponent, 1) - 1075 + Bits;
        return shift >= 0 ? significand << shift : significand >> -shift;
    }

    // ln 2 = 2 artanh(1/3) = 2 (1/3 + 1/(3*3^3) + 1/(5*3^5) + ...)
    private static BigInteger ComputeLogarithmOfTwo()
    {
        BigInteger sum = 0, power = One / 3;
        for (var n = 1; !power.IsZero; n += 2, power /= 9) sum += power / n;
        return 2 * sum;
    }
}
