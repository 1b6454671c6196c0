using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ActivationNotes.Kernels;

namespace ActivationNotes.Numbers;

/// <summary>8 doubles in one register.</summary>
internal readonly struct Pack512<TPrecision>(Vector512<double> value) :
    ILane<Pack512<TPrecision>>, ISpanLane<Pack512<TPrecision>, double>, ISpanLane<Pack512<TPrecision>, float>
    where TPrecision : struct, IPrecision
{
    private readonly Vector512<double> value = value;

    /// <inheritdoc/>
    public static int Count => 8;

    /// <inheritdoc/>
    public static bool IsSingle => TPrecision.IsSingle;

    /// <inheritdoc/>
    public static bool IsFloat => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack512<TPrecision> operator +(Pack512<TPrecision> left, Pack512<TPrecision> right) =>
        new(left.value + right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack512<TPrecision> operator -(Pack512<TPrecision> left, Pack512<TPrecision> right) =>
        new(left.value - right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack512<TPrecision> operator *(Pack512<TPrecision> left, Pack512<TPrecision> right) =>
        new(left.value * right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack512<TPrecision> operator /(Pack512<TPrecision> left, Pack512<TPrecision> right) =>
        new(left.value / right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack512<TPrecision> operator -(Pack512<TPrecision> value) => new(-value.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Pack512<TPrecision>(double value) => new(Vector512.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack512<TPrecision> Abs(Pack512<TPrecision> value) => new(Vector512.Abs(value.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack512<TPrecision> WhereLess(
        Pack512<TPrecision> left, Pack512<TPrecision> right, Pack512<TPrecision> then, Pack512<TPrecision> otherwise) =>
        new(Vector512.ConditionalSelect(Vector512.LessThan(left.value, right.value), then.value, otherwise.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack512<TPrecision> MultiplyAdd(
        Pack512<TPrecision> factor, Pack512<TPrecision> other, Pack512<TPrecision> addend) =>
        new((factor.value * other.value) + addend.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack512<TPrecision> ProductError(Pack512<TPrecision> left, Pack512<TPrecision> right, Pack512<TPrecision> product) =>
        new(Vector512.FusedMultiplyAdd(left.value, right.value, -product.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack512<TPrecision> FusedMultiplyAdd(Pack512<TPrecision> factor, Pack512<TPrecision> other, Pack512<TPrecision> addend) =>
        new(Vector512.FusedMultiplyAdd(factor.value, other.value, addend.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack512<TPrecision> MultiplyAddEstimate(Pack512<TPrecision> factor, Pack512<TPrecision> other, Pack512<TPrecision> addend) =>
#pragma warning disable RS0030 // The product is exact, so fused or not the sum is the same number.
        new(Vector512.MultiplyAddEstimate(factor.value, other.value, addend.value));
#pragma warning restore RS0030

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack512<TPrecision> CopySign(Pack512<TPrecision> magnitude, Pack512<TPrecision> sign) =>
        new(Vector512.ConditionalSelect(Vector512.Create(-0.0), sign.value, magnitude.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack512<TPrecision> Rest(double value, double low) => new(Vector512.Create(low));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack512<TPrecision> RoundProduct(Pack512<TPrecision> value, double factor, int shift, bool fused, out Pack512<TPrecision> power)
    {
        var amount = Vector512.Create(ExponentShift.Amount - shift);
        var shifted = fused ? Vector512.FusedMultiplyAdd(value.value, Vector512.Create(factor), amount) : (value.value * Vector512.Create(factor)) + amount;
        power = new(Vector512.ShiftLeft(shifted.AsInt64(), 52).AsDouble());
        return new(shifted - amount);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack512<TPrecision> PowerOfTwo(Pack512<TPrecision> exponent) =>
        new(Vector512.ShiftLeft((exponent.value + Vector512.Create(ExponentShift.Amount)).AsInt64(), 52).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack512<TPrecision> TimesPowerOfTwo(Pack512<TPrecision> value, Pack512<TPrecision> exponent) => Avx512F.IsSupported
        ? new(Avx512F.Scale(value.value, exponent.value))
        : ExponentShift.TimesPowerOfTwo(value, exponent);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack512<TPrecision> Clamp(Pack512<TPrecision> value, double low, double high) =>
        // In this order x86 hands a NaN on: its instructions return their second operand when one is NaN.
        new(Vector512.MinNative(Vector512.Create(high), Vector512.MaxNative(Vector512.Create(low), value.value)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack512<TPrecision> KeepNaN(Pack512<TPrecision> value, Pack512<TPrecision> result) =>
        new(Vector512.ConditionalSelect(Vector512.Equals(value.value, value.value), result.value, value.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack512<TPrecision> Scaled(Pack512<TPrecision> value, Pack512<TPrecision> scale) =>
        TPrecision.IsSingle ? value : value * scale;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack512<TPrecision> LogisticParts(Pack512<TPrecision> value, out Pack512<TPrecision> denominator) => Exponential.LogisticParts(value, false, out denominator);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack512<TPrecision> Exp(Pack512<TPrecision> value) => Exponential.Exp(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack512<TPrecision> Exp(Pack512<TPrecision> value, Pack512<TPrecision> low, out Pack512<TPrecision> scale) =>
        Exponential.Exp(value, low, out scale);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack512<TPrecision> ExpMinusOne(Pack512<TPrecision> value) => Exponential.ExpMinusOne(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack512<TPrecision> LogOnePlus(Pack512<TPrecision> value) => Logarithm.LogOnePlus(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack512<TPrecision> NormalCumulative(Pack512<TPrecision> value, out Pack512<TPrecision> scale) =>
        NormalDistribution.Cumulative(value, out scale);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack512<TPrecision> NormalCumulativeMoment(Pack512<TPrecision> value, out Pack512<TPrecision> scale) =>
        NormalDistribution.CumulativeMoment(value, out scale);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack512<TPrecision> Load(ref readonly double source) => new(Vector512.LoadUnsafe(in source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Pack512<TPrecision> value, ref double target) => value.value.StoreUnsafe(ref target);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack512<TPrecision> Load(ref readonly float source)
    {
        var floats = Vector256.LoadUnsafe(in source);
        return new(Avx512F.IsSupported
            ? Avx512F.ConvertToVector512Double(floats)
            : Vector512.Create(Vector256.WidenLower(floats), Vector256.WidenUpper(floats)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Pack512<TPrecision> value, ref float target)
    {
        var floats = Avx512F.IsSupported
            ? Avx512F.ConvertToVector256Single(value.value)
            : Vector256.Narrow(value.value.GetLower(), value.value.GetUpper());
        floats.StoreUnsafe(ref target);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void StorePastCaches(Pack512<TPrecision> value, ref double target) =>
        value.value.StoreAlignedNonTemporal((double*)Unsafe.AsPointer(ref target));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePastCaches(Pack512<TPrecision> value, ref float target) => Store(value, ref target);
}
