using System.Runtime.CompilerServices;
using ActivationNotes.Numbers;

namespace ActivationNotes.Kernels;

/// <summary>
/// e^x and e^x − 1: one text for doubles and floats, for one number and for registers of any width.
/// <para>
/// <b>Range reduction.</b> With n = round(x / ln 2) and r = x − n ln 2, e^x = 2^n e^r and |r| ≤ ln(2)/2 = 0.3466. The product
/// n ln 2 must not cost r its digits, so ln 2 comes in two parts, both so short that their products with n are
/// exact, and x − n·first too: 41 and 42 bits for doubles, where n has at most 11, and 16 bits each for floats, where n has at most 8. An
/// instruction that fuses an exact product with a sum gives what two instructions give, so it may be used wherever there is one.
/// n comes from adding 1.5·2^52 (1.5·2^23), which makes the hardware round to a whole number, see <see cref="ExponentShift"/>.
/// </para>
/// <para>
/// <b>Polynomial.</b> e^r = 1 + r + r² q(r): the two leading terms are exact, only the rest is approximated. q is the
/// polynomial whose largest relative error of e^r is smallest, found by Remez's exchange algorithm in 256-bit arithmetic; a
/// test finds it again and compares. Degree 9 leaves 2^-57.9
/// (0.03 ULP of double), degree 4 leaves 2^-28.3 (0.05 ULP of float).
/// </para>
/// <para>
/// <b>Reconstruction.</b> 2^n is multiplied in last, in one instruction where there is one and in two exact halves elsewhere, so that
/// a result below the normal range is rounded once. Results beyond the range become 0 or infinity; NaN stays NaN.
/// </para>
/// </summary>
internal static class Exponential
{
    // 2^64, by which both parts of a quotient are multiplied.
    private const int Shift = 64;
    private const double Scale = 18446744073709551616.0;

    private const double Log2OfE = 1.4426950408889634;

    private const double Ln2 = 0.6931471805599453;

    // ln 2 in two parts of 41 and 42 bits, so that n times either is exact.
    private const double Ln2High = 0.693147180559663;
    private const double Ln2Low = 2.8235290563035586e-13;

    // For fused operations on floats, whose products are exact by themselves: the nearest float, and what it leaves.
    private const double FusedLn2High = 0.6931471824645996;
    private const double FusedLn2Low = -1.904654299957768e-09;

    // For separate ones: 16 bits each.
    private const double FloatLn2High = 0.693145751953125;
    private const double FloatLn2Low = 1.4286197256296873e-06;

    /// <summary>
    /// 1 / (1 + e^-value) = result / denominator. With value = n ln 2 - r it is 2^n / (2^n + e^r): the numerator is exact, and
    /// denominator = (2^n + r (1 + r q(r))) + 1 has two roundings, where 1 + e^-value would have three. (Adding 2^n + 1 first would
    /// leave one rounding nearly everywhere, but cost half an ULP more where the two are 2^24 apart.) Both come times 2^64, so that 2^n
    /// is in the range of normal numbers as far as the quotient is a number at all.
    /// </summary>
    /// <param name="value">At which point.</param>
    /// <param name="alone">Denominator is e^r 2^64 alone, without 2^n.</param>
    /// <param name="denominator">What divides.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LogisticParts<T>(T value, bool alone, out T denominator)
        where T : struct, ILane<T>
    {
        int smallest = T.IsFloat ? -126 : -1022;
        // Above, where the quotient is 1 to the last digit, there is room for a factor.
        int largest = T.IsFloat ? 30 : 60;
        value = T.Clamp(value, (smallest - Shift) * Ln2, largest * Ln2);
        var exponent = T.RoundProduct(value, Log2OfE, -Shift, false, out var power);
        var r = Reduce(value, exponent);
        T addend = 0;
        if (!alone) addend = power;
        var square = r * r;
        denominator = (T.MultiplyAdd(Quotient(r, square, -1, Scale), square, r * -Scale) + addend) + Scale;
        return power;
    }

    /// <summary>The same with fused operations, of floats alone.</summary>
    /// <param name="value">At which point.</param>
    /// <param name="denominator">What divides.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T FusedLogisticParts<T>(T value, out T denominator)
        where T : struct, ILane<T>
    {
        value = T.Clamp(value, (-126 - Shift) * Ln2, 30 * Ln2);
        var exponent = T.RoundProduct(value, Log2OfE, -Shift, true, out var power);

        // The second part of ln 2 moves the polynomial by less than 2^-27, so it need not wait for it.
        var early = T.FusedMultiplyAdd(exponent, -FusedLn2High, value);
        var r = T.FusedMultiplyAdd(exponent, -FusedLn2Low, early);
        var quotient = T.FusedMultiplyAdd(Scale * 0.0013814613260779771, early, Scale * -0.008368709824171195);
        quotient = T.FusedMultiplyAdd(quotient, early, Scale * 0.041668387361261144);
        quotient = T.FusedMultiplyAdd(quotient, early, Scale * -0.1666652068983302);
        quotient = T.FusedMultiplyAdd(quotient, early, Scale * 0.4999999345170843);
        denominator = T.FusedMultiplyAdd(T.FusedMultiplyAdd(quotient, r, -Scale), r, power) + Scale;
        return power;
    }

    /// <summary>e^value; error below 1 ULP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Exp<T>(T value)
        where T : struct, ILane<T>
    {
        // Beyond these ends the result is zero or infinite, and the power of two would leave its own range.
        double end = T.IsSingle ? 120 : 800;
        value = T.Clamp(value, -end, end);
        var exponent = T.RoundProduct(value, Log2OfE, 0, false, out _);
        var r = Reduce(value, exponent);
        var square = r * r;
        return T.TimesPowerOfTwo(T.MultiplyAdd(Quotient(r, square), square, r) + 1, exponent);
    }

    /// <summary>
    /// e^(value + low) = result · scale; error below 0.6 ULP. Where the result is far from 1 it carries a power of two of its own,
    /// which the caller multiplies by at the end, so that what it does in between stays in the normal range.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Exp<T>(T value, T low, out T scale)
        where T : struct, ILane<T>
    {
        // Beyond these ends result · scale is zero or infinite for any multiple a formula takes of it.
        double end = T.IsFloat ? 115 : T.IsSingle ? 700 : 1060;
        value = T.Clamp(value, -end, end);
        var exponent = T.RoundProduct(value, Log2OfE, 0, false, out var power);
        if (T.IsSingle && !T.IsFloat)
        {
            scale = 1;
            var r = T.MultiplyAdd(exponent, -Ln2, value);
            return T.MultiplyAdd(T.MultiplyAdd(Quotient(r, r * r), r, 1), r, 1) * power;
        }

        var (rest, restLow) = Reduce(value, low, exponent);

        // 1 + rest is rounded; what it lost is added with the small terms.
        var sum = 1 + rest;
        var lost = (1 - sum) + rest + restLow;
        var square = rest * rest;
        var mantissa = sum + T.MultiplyAdd(square, Quotient(rest, square), lost);
        double far = T.IsFloat ? 60 : 400;
        double farExponent = T.IsFloat ? 64 : 512;
        double farScale = T.IsFloat ? 18446744073709551616.0 : 1.3407807929942597e154;
        scale = T.WhereLess(value, -far, 1 / farScale, T.WhereLess(far, value, farScale, 1));
        var shift = T.WhereLess(value, -far, farExponent, T.WhereLess(far, value, -farExponent, 0));
        return mantissa * T.PowerOfTwo(exponent + shift);
    }

    /// <summary>e^value − 1; relative error below 1 ULP for value ≤ 0, 1.6 ULP above.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ExpMinusOne<T>(T value)
        where T : struct, ILane<T>
    {
        double end = T.IsFloat ? 88 : 700;
        var inside = T.Clamp(value, -50, end);
        var exponent = T.RoundProduct(inside, Log2OfE, 0, false, out var power);
        T minusOne;
        if (T.IsSingle && !T.IsFloat)
        {
            var r = T.MultiplyAdd(exponent, -Ln2, inside);
            var square = r * r;
            minusOne = T.MultiplyAdd(Quotient(r, square), square, r);
        }
        else
        {
            var (rest, restLow) = Reduce(inside, 0, exponent);
            var square = rest * rest;
            minusOne = rest + T.MultiplyAdd(square, Quotient(rest, square), restLow);
        }

        // 2^n (e^r − 1) + (2^n − 1): the second term is exact wherever it matters. Zero keeps its sign.
        return T.CopySign(T.MultiplyAddEstimate(power, minusOne, power - 1), value);
    }

    // value − exponent ln 2.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Reduce<T>(T value, T exponent)
        where T : struct, ILane<T> => T.MultiplyAddEstimate(exponent, -Low<T>(), T.MultiplyAddEstimate(exponent, -High<T>(), value));

    // value + low − exponent ln 2 as a number and what its rounding lost.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T High, T Low) Reduce<T>(T value, T low, T exponent)
        where T : struct, ILane<T>
    {
        var high = T.MultiplyAddEstimate(exponent, -High<T>(), value);
        var correction = T.MultiplyAddEstimate(exponent, Low<T>(), -low);
        var rest = high - correction;
        return (rest, (high - rest) - correction);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double High<T>()
        where T : struct, ILane<T> => T.IsFloat ? FloatLn2High : Ln2High;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Low<T>()
        where T : struct, ILane<T> => T.IsFloat ? FloatLn2Low : Ln2Low;

    // scale · (e^y − 1 − y) / y² at y = sign · r, with square = r²: sign and scale go into the coefficients, where they cost nothing.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Quotient<T>(T r, T square, int sign = 1, double scale = 1)
        where T : struct, ILane<T>
    {
        if (T.IsSingle)
        {
            return Polynomial.Extend(scale * 0.0013814613260779771, r, square,
                sign * scale * 0.008368709824171195, scale * 0.041668387361261144, sign * scale * 0.1666652068983302, scale * 0.4999999345170843);
        }

        T sum = Polynomial.Extend(sign * scale * 2.5000072315545463e-08, r, square,
            scale * 2.763023392125934e-07, sign * scale * 2.7557586266351827e-06, scale * 2.4801493136177506e-05, sign * scale * 0.00019841269506779702);
        sum = Polynomial.Extend(sum, r, square,
            scale * 0.0013888888943597711, sign * scale * 0.008333333333494333, scale * 0.041666666666530263, sign * scale * 0.16666666666666413);
        return T.MultiplyAdd(sum, r, scale * 0.5000000000000011);
    }
}
