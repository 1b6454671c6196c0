using System.Runtime.CompilerServices;

namespace ActivationNotes.Numbers;

/// <summary>The logistic sigmoid, on which several activations are built.</summary>
internal static class Logistic
{
    /// <summary>1 / (1 + e^-value).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Value<T>(T value)
        where T : struct, IReal<T>
    {
        var numerator = T.LogisticParts(value, out var denominator);
        return numerator / denominator;
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

    /// <summary>(1 + e)², with two roundings where a product of sums has three.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SquareOfOnePlus<T>(T e)
        where T : struct, IReal<T> => T.MultiplyAdd(e, 2 + e, 1);
}
