using System.Runtime.CompilerServices;

namespace ActivationNotes.Numbers;

/// <summary>
/// The standard normal distribution Φ, exact into its far tail. With a = |x| both functions here are e^(-a²/2) times a slowly
/// varying function of a, which a polynomial in t = (a − K) / (a + K) follows over the whole range: the substitution of
/// Shepherd and Laframboise, "Chebyshev approximation of (1 + 2x) exp(x²) erfc x", Mathematics of Computation 36 (1981).
/// The polynomials interpolate at Chebyshev points of t.
/// </summary>
internal static class NormalDistribution
{
    // The only zero of Φ(x) + x φ(x) lies at x = -(ZeroHigh + ZeroLow).
    private const double ZeroHigh = 0.7517915246935645;
    private const double ZeroLow = -1.4956759177009883e-17;

    // Beyond this e^(-a²/2) is zero for any multiple a formula takes of it.
    private const double DoubleEnd = 39;
    private const double SingleEnd = 16;

    private const double Centre = 0.7;

    /// <summary>Φ(value) = result · scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Cumulative<T>(T value, out T scale)
        where T : struct, ILane<T>
    {
        var a = Magnitude(value);
        double middle = T.IsSingle ? 4 : 5;
        var sum = a + middle;
        var t = (a - middle) / sum;
        var tail = Bell(a, out scale) * TailQuotient(t) / sum;
        var result = Reflect(value, tail, ref scale);
        if (T.IsSingle) return result;

        // About zero 1/2 + x c(x²) is more accurate: there the tail's polynomial adds terms of both signs.
        scale = T.WhereLess(a, Centre, 1, scale);
        return T.WhereLess(a, Centre, T.MultiplyAdd(value, CentralQuotient(a * a), 0.5), result);
    }

    /// <summary>Φ(value) + value φ(value) = result · scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T CumulativeMoment<T>(T value, out T scale)
        where T : struct, ILane<T>
    {
        var a = Magnitude(value);

        // The factor (zero − a) is taken out and computed with the zero in two parts: nothing cancels near it.
        var distance = (ZeroHigh - a) + ZeroLow;
        var tail = Bell(a, out scale) * (distance * MomentQuotient((a - 4) / (a + 4)));
        return Reflect(value, tail, ref scale);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Magnitude<T>(T value)
        where T : struct, ILane<T>
    {
        double end = T.IsSingle ? SingleEnd : DoubleEnd;
        return T.Clamp(T.Abs(value), 0, end);
    }

    // e^(-a²/2); a² needs both halves of its product, because e^x turns an absolute error of x into a relative one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Bell<T>(T a, out T scale)
        where T : struct, ILane<T>
    {
        var square = a * a;
        var low = T.ProductError(a, a, square);
        return T.Exp(square * -0.5, low * -0.5, out scale);
    }

    // Both functions f satisfy f(x) + f(-x) = 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Reflect<T>(T value, T tail, ref T scale)
        where T : struct, ILane<T>
    {
        var result = T.WhereLess(value, 0, tail, 1 - T.Scaled(tail, scale));
        scale = T.WhereLess(value, 0, scale, 1);
        return result;
    }

    // (1 − Φ(a)) e^(a²/2) (a + K), with K = 5 for double and 4 for float.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T TailQuotient<T>(T t)
        where T : struct, ILane<T>
    {
        var square = t * t;
        if (T.IsSingle)
        {
            T sum = Polynomial.Extend(1.5655059008067602e-05, t, square,
                -1.379291188345168e-05, -0.0002172362001544952, 0.00014510292186634943, 0.001627069211485075);
            sum = Polynomial.Extend(sum, t, square,
                -0.0034837762307856302, -0.007539769432979219, 0.060397165151932206, -0.1865218768351089);
            sum = T.MultiplyAdd(sum, t, 0.38713737031227474);
            sum = T.MultiplyAdd(sum, t, -0.6078966416115774);
            sum = T.MultiplyAdd(sum, t, 0.7552851306685519);
            return sum;
        }
        else
        {
            T sum = Polynomial.Extend(-2.3934540287307478e-11, t, square,
                -4.3476482340821674e-10, -1.101110973432383e-09, 2.417976776851357e-09, 1.0758671296705753e-08);
            sum = Polynomial.Extend(sum, t, square,
                -8.875996811233272e-09, -7.017386778500429e-08, 4.047744732681982e-08, 4.3636133036457e-07);
            sum = Polynomial.Extend(sum, t, square,
                -3.347517759780378e-07, -2.770771780739415e-06, 3.979874825085155e-06, 1.6681660994386736e-05);
            sum = Polynomial.Extend(sum, t, square,
                -4.976247449676669e-05, -5.937581275369117e-05, 0.0005448989959054916, -0.000797869388474967);
            sum = Polynomial.Extend(sum, t, square,
                -0.0029933767622062086, 0.020795066799189046, -0.06911863870685757, 0.16502036617041027);
            sum = Polynomial.Extend(sum, t, square,
                -0.31353315667128806, 0.495305615969976, -0.6653825028900568, 0.769193049750063);
            return sum;
        }
    }

    // (Φ(x) − 1/2) / x on x² ≤ 0.52, as a function of x².
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T CentralQuotient<T>(T square)
        where T : struct, ILane<T>
    {
        var fourth = square * square;
        T sum = Polynomial.Extend(-1.0050955312215743e-10, square, fourth,
            2.2599969095320637e-09, -4.121847879291248e-08, 6.659663397535156e-07, -9.444655572965425e-06);
        sum = Polynomial.Extend(sum, square, fourth,
            0.00011543468752076739, -0.0011873282154728358, 0.009973557010035508, -0.06649038006690544);
        return T.MultiplyAdd(sum, square, 0.3989422804014327);
    }

    // ((1 − Φ(a)) e^(a²/2) − a / √(2π)) / (zero − a), with K = 4.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T MomentQuotient<T>(T t)
        where T : struct, ILane<T>
    {
        var square = t * t;
        if (T.IsSingle)
        {
            T sum = Polynomial.Extend(-1.2718448453806405e-06, t, square,
                -1.878014896795779e-05, -1.3643685860306213e-05, 0.0001874440280020125, -0.00015571923669002423);
            sum = Polynomial.Extend(sum, t, square,
                -0.001788842583278446, 0.009505084836328651, -0.028083291244202883, 0.06046293049142775);
            sum = T.MultiplyAdd(sum, t, -0.10336590064652419);
            sum = T.MultiplyAdd(sum, t, 0.462211244106381);
            return sum;
        }
        else
        {
            T sum = Polynomial.Extend(-2.040657140713604e-11, t, square,
                -1.1458919307602461e-10, -9.365663828334639e-11, 7.160052048887017e-10, 1.6629837563668608e-09);
            sum = Polynomial.Extend(sum, t, square,
                -2.0178733163484626e-09, -1.143389612249419e-08, -5.359998365479145e-10, 6.339640918061298e-08);
            sum = Polynomial.Extend(sum, t, square,
                5.2300090807432146e-08, -3.49465928536706e-07, -4.921452188363268e-07, 2.2167785498636468e-06);
            sum = Polynomial.Extend(sum, t, square,
                3.538898757472009e-06, -1.803494890391075e-05, -1.7477214656399198e-05, 0.0001857757760297542);
            sum = Polynomial.Extend(sum, t, square,
                -0.00015461331275799767, -0.0017882605413364649, 0.00950495037509236, -0.028083359953044874);
            sum = T.MultiplyAdd(sum, t, 0.060462936767851166);
            sum = T.MultiplyAdd(sum, t, -0.10336589852195696);
            sum = T.MultiplyAdd(sum, t, 0.4622112440495753);
            return sum;
        }
    }
}
