using System.Runtime.CompilerServices;

namespace ActivationNotes.Numbers;

/// <summary>
/// ln(1 + u) = u − s (u − R) with s = u / (2 + u) and R = s² p(s²), which is 2 artanh(s) written so that the largest term, u,
/// carries no rounding error. p interpolates (2 artanh(s) − 2s) / s³ at Chebyshev points of s² in [0, 1/9].
/// </summary>
internal static class Logarithm
{
    private const double SmallestNormal = 2.2250738585072014e-308;
    private const double TwoTo54 = 18014398509481984;
    private const double RootOfHalf = 0.7071067811865476;

    // ln 2 in two parts; the first has 41 bits, so that n times it is exact.
    private const double Ln2High = 0.693147180559663;
    private const double Ln2Low = 2.8235290563031577e-13;

    /// <summary>ln(1 + value) for 0 ≤ value ≤ 1; error below 1.2 ULP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LogOnePlus<T>(T value)
        where T : struct, ILane<T>
    {
        var s = value / (2 + value);
        var square = s * s;
        return T.MultiplyAdd(-s, value - square * Quotient(square), value);
    }

    /// <summary>
    /// ln(value) of any double; error below 1 ULP. With value = 2^n (1 + u) and 1 + u between the roots of 1/2 and of 2 it is
    /// n ln 2 + ln(1 + u): there |s| stays below 0.172, well within the range of p.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static double Log(double value)
    {
        if (!(value > 0) || double.IsPositiveInfinity(value)) return value == 0 ? double.NegativeInfinity : value < 0 ? double.NaN : value;
        var n = 0;
        if (value < SmallestNormal) (value, n) = (value * TwoTo54, -54);
        var bits = BitConverter.DoubleToInt64Bits(value) - BitConverter.DoubleToInt64Bits(RootOfHalf);
        n += (int)(bits >> 52);
        Scalar<DoublePrecision> u = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) + BitConverter.DoubleToInt64Bits(RootOfHalf)) - 1;
        var s = u / (2 + u);
        var square = s * s;
        var beyond = s * (u - square * Quotient(square));
        return n * Ln2High + (u.Value - (beyond.Value - n * Ln2Low));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Quotient<T>(T square)
        where T : struct, ILane<T>
    {
        var fourth = square * square;
        if (T.IsSingle)
        {
            return Polynomial.Extend(0.2322432922402335, square, fourth,
                0.21706575800880373, 0.28592357994302836, 0.3999970633192972, 0.6666666732052742);
        }

        T sum = Polynomial.Extend(0.14938828485979846, square, fourth,
            0.052834122281372714, 0.09231944273368248, 0.09457163207211484, 0.10531837812039883);
        sum = Polynomial.Extend(sum, square, fourth,
            0.1176439410267377, 0.13333345323305978, 0.15384615076709174, 0.18181818186880555);
        return Polynomial.Extend(sum, square, fourth, 0.22222222222172788, 0.2857142857142882, 0.4, 0.6666666666666666);
    }
}
