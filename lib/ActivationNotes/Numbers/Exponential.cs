using System.Runtime.CompilerServices;

namespace ActivationNotes.Numbers;

/// <summary>
/// e^x and e^x − 1 on any hardware number: x = n ln 2 + r with a whole n and |r| ≤ ln(2)/2, then e^x = 2^n e^r, where
/// e^r = 1 + r + r² q(r) and q interpolates at Chebyshev points (to 2^-61 for double, 2^-27 for float results).
/// </summary>
internal static class Exponential
{
    private const double Log2OfE = 1.4426950408889634;

    private const double Ln2 = 0.6931471805599453;

    // ln 2 in two parts; the first has 41 bits, so that n times it is exact.
    private const double Ln2High = 0.693147180559663;
    private const double Ln2Low = 2.8235290563031577e-13;

    // Results beyond e^±400 carry a power of two of their own, which the caller multiplies by at the end.
    private const double Far = 400;
    private const double FarExponent = 512;
    private const double FarScale = 1.3407807929942597e154;

    /// <summary>e^(value + low) = result · scale; error below 0.6 ULP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Exp<T>(T value, T low, out T scale)
        where T : struct, ILane<T>
    {
        // Beyond these ends result · scale is zero or infinite for any multiple a formula takes of it.
        double end = T.IsSingle ? 700 : 1060;
        value = T.Clamp(value, -end, end);
        var exponent = T.RoundProduct(value, Log2OfE, out var power);
        if (T.IsSingle)
        {
            scale = 1;
            var r = T.MultiplyAdd(exponent, -Ln2, value);
            return T.MultiplyAdd(T.MultiplyAdd(Quotient(r), r, 1), r, 1) * power;
        }

        var (rest, restLow) = Reduce(value, low, exponent);

        // 1 + rest is rounded; what it lost is added with the small terms.
        var sum = 1 + rest;
        var lost = (1 - sum) + rest + restLow;
        var mantissa = sum + T.MultiplyAdd(rest * rest, Quotient(rest), lost);
        scale = T.WhereLess(value, -Far, 1 / FarScale, T.WhereLess(Far, value, FarScale, 1));
        var shift = T.WhereLess(value, -Far, FarExponent, T.WhereLess(Far, value, -FarExponent, 0));
        return mantissa * T.PowerOfTwo(exponent + shift);
    }

    /// <summary>e^value − 1; relative error below 1 ULP for value ≤ 0, 1.6 ULP above.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ExpMinusOne<T>(T value)
        where T : struct, ILane<T>
    {
        var inside = T.Clamp(value, -50, 700);
        var exponent = T.RoundProduct(inside, Log2OfE, out var power);
        T minusOne;
        if (T.IsSingle)
        {
            var r = T.MultiplyAdd(exponent, -Ln2, inside);
            minusOne = T.MultiplyAdd(Quotient(r), r * r, r);
        }
        else
        {
            var (rest, restLow) = Reduce(inside, 0, exponent);
            minusOne = rest + T.MultiplyAdd(rest * rest, Quotient(rest), restLow);
        }

        // 2^n (e^r − 1) + (2^n − 1): the second term is exact wherever it matters. Zero keeps its sign.
        return T.CopySign(T.MultiplyAdd(power, minusOne, power - 1), value);
    }

    // value + low − exponent ln 2 as a double and what its rounding lost.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T High, T Low) Reduce<T>(T value, T low, T exponent)
        where T : struct, ILane<T>
    {
        var high = T.MultiplyAdd(exponent, -Ln2High, value);
        var correction = T.MultiplyAdd(exponent, Ln2Low, -low);
        var rest = high - correction;
        return (rest, (high - rest) - correction);
    }

    // (e^r − 1 − r) / r².
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Quotient<T>(T r)
        where T : struct, ILane<T>
    {
        if (T.IsSingle)
            return Polynomial.Extend(0.0013926177501010365, r, 0.00836317418011074, 0.041666554653757494, 0.16666577018959405, 0.5);
        T sum = Polynomial.Extend(2.0914680780540263e-09, r,
            2.5105208339987698e-08, 2.7557273657975953e-07, 2.7557255421023506e-06, 2.4801587325536023e-05);
        sum = Polynomial.Extend(sum, r, 0.00019841269874804214, 0.0013888888888883752, 0.00833333333332614, 0.04166666666666667);
        return T.MultiplyAdd(T.MultiplyAdd(sum, r, 0.1666666666666667), r, 0.5);
    }
}
