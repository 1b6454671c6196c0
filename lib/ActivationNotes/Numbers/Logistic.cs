using System.Runtime.CompilerServices;

namespace ActivationNotes.Numbers;

/// <summary>The logistic sigmoid, on which several activations are built.</summary>
internal static class Logistic
{
    /// <summary>
    /// 2^-64, which stands for the 1 of 1 + e^-x: multiplied by it, e^-x stays in range as far as 1 / (1 + e^-x) is a number at all.
    /// </summary>
    public const double One = 1.0 / 18446744073709551616.0;

    /// <summary>Where s(x) is 1/2 to the last digit of a double.</summary>
    public const double Tiny = 1e-18;

    /// <summary>1 / (1 + e^-value).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Value<T>(T value)
        where T : struct, IReal<T> => One / InverseTimesOne(value);

    /// <summary>(1 + e^-value) · 2^-64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T InverseTimesOne<T>(T value)
        where T : struct, IReal<T>
    {
        // The power of two in e^-x is added last: two roundings, where 1 + e^-x would have three.
        return T.ExpParts(value, -1, 64, One, out var power) + power;
    }

    /// <summary>1 / (1 + e^-(value + low)) = result · scale, where low is the rounding error of value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Value<T>(T value, T low, out T scale)
        where T : struct, IReal<T>
    {
        var e = T.Exp(-T.Abs(value), T.WhereLess(value, 0, low, -low), out scale);
        var result = T.WhereLess(value, 0, e, 1) / (1 + T.Scaled(e, scale));
        scale = T.WhereLess(value, 0, scale, 1);
        return result;
    }

    /// <summary>(1 + e)², with one rounding where a product of sums has three.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SquareOfOnePlus<T>(T e)
        where T : struct, IReal<T> => T.MultiplyAdd(e, 2 + e, 1);
}
