using System.Runtime.CompilerServices;
using ActivationNotes.Kernels;

namespace ActivationNotes.Numbers;

/// <summary>
/// Two registers as one number. Each operation is done on both, one right after the other: while the first waits for its
/// operands the second can go on, and the formula still stands once.
/// </summary>
/// <typeparam name="T">One register.</typeparam>
/// <typeparam name="TElement">What the span holds: double or float.</typeparam>
internal readonly struct Pair<T, TElement>(T first, T second) : ILane<Pair<T, TElement>>, ISpanLane<Pair<T, TElement>, TElement>
    where T : struct, ILane<T>, ISpanLane<T, TElement>
{
    private readonly T first = first;
    private readonly T second = second;

    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 2 * T.Count;
    }

    /// <inheritdoc/>
    public static bool IsSingle
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => T.IsSingle;
    }

    /// <inheritdoc/>
    public static bool IsFloat
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => T.IsFloat;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T, TElement> operator +(Pair<T, TElement> left, Pair<T, TElement> right) =>
        new(left.first + right.first, left.second + right.second);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T, TElement> operator -(Pair<T, TElement> left, Pair<T, TElement> right) =>
        new(left.first - right.first, left.second - right.second);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T, TElement> operator *(Pair<T, TElement> left, Pair<T, TElement> right) =>
        new(left.first * right.first, left.second * right.second);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T, TElement> operator /(Pair<T, TElement> left, Pair<T, TElement> right) =>
        new(left.first / right.first, left.second / right.second);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T, TElement> operator -(Pair<T, TElement> value) => new(-value.first, -value.second);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Pair<T, TElement>(double value)
    {
        T number = value;
        return new(number, number);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T, TElement> Abs(Pair<T, TElement> value) => new(T.Abs(value.first), T.Abs(value.second));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T, TElement> WhereLess(
        Pair<T, TElement> left, Pair<T, TElement> right, Pair<T, TElement> then, Pair<T, TElement> otherwise) => new(
            T.WhereLess(left.first, right.first, then.first, otherwise.first),
            T.WhereLess(left.second, right.second, then.second, otherwise.second));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T, TElement> Clamp(Pair<T, TElement> value, double low, double high) =>
        new(T.Clamp(value.first, low, high), T.Clamp(value.second, low, high));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T, TElement> KeepNaN(Pair<T, TElement> value, Pair<T, TElement> result) =>
        new(T.KeepNaN(value.first, result.first), T.KeepNaN(value.second, result.second));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T, TElement> MultiplyAdd(
        Pair<T, TElement> factor, Pair<T, TElement> other, Pair<T, TElement> addend) => new(
            T.MultiplyAdd(factor.first, other.first, addend.first),
            T.MultiplyAdd(factor.second, other.second, addend.second));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T, TElement> ProductError(Pair<T, TElement> left, Pair<T, TElement> right, Pair<T, TElement> product) => new(
        T.ProductError(left.first, right.first, product.first),
        T.ProductError(left.second, right.second, product.second));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T, TElement> FusedMultiplyAdd(Pair<T, TElement> factor, Pair<T, TElement> other, Pair<T, TElement> addend) => new(
        T.FusedMultiplyAdd(factor.first, other.first, addend.first),
        T.FusedMultiplyAdd(factor.second, other.second, addend.second));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T, TElement> MultiplyAddEstimate(Pair<T, TElement> factor, Pair<T, TElement> other, Pair<T, TElement> addend) => new(
        T.MultiplyAddEstimate(factor.first, other.first, addend.first),
        T.MultiplyAddEstimate(factor.second, other.second, addend.second));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T, TElement> CopySign(Pair<T, TElement> magnitude, Pair<T, TElement> sign) =>
        new(T.CopySign(magnitude.first, sign.first), T.CopySign(magnitude.second, sign.second));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T, TElement> Rest(double value, double low)
    {
        var rest = T.Rest(value, low);
        return new(rest, rest);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T, TElement> RoundProduct(Pair<T, TElement> value, double factor, int shift, bool fused, out Pair<T, TElement> power)
    {
        var result = new Pair<T, TElement>(
            T.RoundProduct(value.first, factor, shift, fused, out var firstPower),
            T.RoundProduct(value.second, factor, shift, fused, out var secondPower));
        power = new(firstPower, secondPower);
        return result;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T, TElement> PowerOfTwo(Pair<T, TElement> value) => new(T.PowerOfTwo(value.first), T.PowerOfTwo(value.second));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T, TElement> TimesPowerOfTwo(Pair<T, TElement> value, Pair<T, TElement> exponent) =>
        new(T.TimesPowerOfTwo(value.first, exponent.first), T.TimesPowerOfTwo(value.second, exponent.second));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T, TElement> Scaled(Pair<T, TElement> value, Pair<T, TElement> scale) =>
        new(T.Scaled(value.first, scale.first), T.Scaled(value.second, scale.second));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T, TElement> LogisticParts(Pair<T, TElement> value, out Pair<T, TElement> denominator) => Exponential.LogisticParts(value, false, out denominator);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T, TElement> Exp(Pair<T, TElement> value) => Exponential.Exp(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T, TElement> Exp(Pair<T, TElement> value, Pair<T, TElement> low, out Pair<T, TElement> scale) =>
        Exponential.Exp(value, low, out scale);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T, TElement> ExpMinusOne(Pair<T, TElement> value) => Exponential.ExpMinusOne(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T, TElement> LogOnePlus(Pair<T, TElement> value) => Logarithm.LogOnePlus(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T, TElement> NormalCumulative(Pair<T, TElement> value, out Pair<T, TElement> scale)
    {
        var result = new Pair<T, TElement>(
            T.NormalCumulative(value.first, out var firstScale),
            T.NormalCumulative(value.second, out var secondScale));
        scale = new(firstScale, secondScale);
        return result;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T, TElement> NormalCumulativeMoment(Pair<T, TElement> value, out Pair<T, TElement> scale)
    {
        var result = new Pair<T, TElement>(
            T.NormalCumulativeMoment(value.first, out var firstScale),
            T.NormalCumulativeMoment(value.second, out var secondScale));
        scale = new(firstScale, secondScale);
        return result;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T, TElement> Load(ref readonly TElement source) =>
        new(T.Load(in source), T.Load(ref Unsafe.Add(ref Unsafe.AsRef(in source), T.Count)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Pair<T, TElement> value, ref TElement target)
    {
        T.Store(value.first, ref target);
        T.Store(value.second, ref Unsafe.Add(ref target, T.Count));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePastCaches(Pair<T, TElement> value, ref TElement target)
    {
        T.StorePastCaches(value.first, ref target);
        T.StorePastCaches(value.second, ref Unsafe.Add(ref target, T.Count));
    }
}
