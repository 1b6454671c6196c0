using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ActivationNotes.Kernels;

namespace ActivationNotes.Numbers;

/// <summary>4 doubles in one register.</summary>
internal readonly struct Pack256<TPrecision>(Vector256<double> value) :
    ILane<Pack256<TPrecision>>, ISpanLane<Pack256<TPrecision>, double>, ISpanLane<Pack256<TPrecision>, float>
    where TPrecision : struct, IPrecision
{
    private readonly Vector256<double> value = value;

    /// <inheritdoc/>
    public static int Count => 4;

    /// <inheritdoc/>
    public static bool IsSingle => TPrecision.IsSingle;

    /// <inheritdoc/>
    public static bool IsFloat => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack256<TPrecision> operator +(Pack256<TPrecision> left, Pack256<TPrecision> right) =>
        new(left.value + right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack256<TPrecision> operator -(Pack256<TPrecision> left, Pack256<TPrecision> right) =>
        new(left.value - right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack256<TPrecision> operator *(Pack256<TPrecision> left, Pack256<TPrecision> right) =>
        new(left.value * right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack256<TPrecision> operator /(Pack256<TPrecision> left, Pack256<TPrecision> right) =>
        new(left.value / right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack256<TPrecision> operator -(Pack256<TPrecision> value) => new(-value.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Pack256<TPrecision>(double value) => new(Vector256.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack256<TPrecision> Abs(Pack256<TPrecision> value) => new(Vector256.Abs(value.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack256<TPrecision> WhereLess(
        Pack256<TPrecision> left, Pack256<TPrecision> right, Pack256<TPrecision> then, Pack256<TPrecision> otherwise) =>
        new(Vector256.ConditionalSelect(Vector256.LessThan(left.value, right.value), then.value, otherwise.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack256<TPrecision> MultiplyAdd(
        Pack256<TPrecision> factor, Pack256<TPrecision> other, Pack256<TPrecision> addend) =>
        new((factor.value * other.value) + addend.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack256<TPrecision> ProductError(Pack256<TPrecision> left, Pack256<TPrecision> right, Pack256<TPrecision> product) =>
        new(Vector256.FusedMultiplyAdd(left.value, right.value, -product.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack256<TPrecision> FusedMultiplyAdd(Pack256<TPrecision> factor, Pack256<TPrecision> other, Pack256<TPrecision> addend) =>
        new(Vector256.FusedMultiplyAdd(factor.value, other.value, addend.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack256<TPrecision> MultiplyAddEstimate(Pack256<TPrecision> factor, Pack256<TPrecision> other, Pack256<TPrecision> addend) =>
#pragma warning disable RS0030 // The product is exact, so fused or not the sum is the same number.
        new(Vector256.MultiplyAddEstimate(factor.value, other.value, addend.value));
#pragma warning restore RS0030

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack256<TPrecision> CopySign(Pack256<TPrecision> magnitude, Pack256<TPrecision> sign) =>
        new(Vector256.ConditionalSelect(Vector256.Create(-0.0), sign.value, magnitude.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack256<TPrecision> Rest(double value, double low) => new(Vector256.Create(low));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack256<TPrecision> RoundProduct(Pack256<TPrecision> value, double factor, int shift, bool fused, out Pack256<TPrecision> power)
    {
        var amount = Vector256.Create(ExponentShift.Amount - shift);
        var shifted = fused ? Vector256.FusedMultiplyAdd(value.value, Vector256.Create(factor), amount) : (value.value * Vector256.Create(factor)) + amount;
        power = new(Vector256.ShiftLeft(shifted.AsInt64(), 52).AsDouble());
        return new(shifted - amount);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack256<TPrecision> PowerOfTwo(Pack256<TPrecision> exponent) =>
        new(Vector256.ShiftLeft((exponent.value + Vector256.Create(ExponentShift.Amount)).AsInt64(), 52).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack256<TPrecision> TimesPowerOfTwo(Pack256<TPrecision> value, Pack256<TPrecision> exponent) =>
        ExponentShift.TimesPowerOfTwo(value, exponent);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack256<TPrecision> Clamp(Pack256<TPrecision> value, double low, double high) =>
        // In this order x86 hands a NaN on: its instructions return their second operand when one is NaN.
        new(Vector256.MinNative(Vector256.Create(high), Vector256.MaxNative(Vector256.Create(low), value.value)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack256<TPrecision> KeepNaN(Pack256<TPrecision> value, Pack256<TPrecision> result) =>
        new(Vector256.ConditionalSelect(Vector256.Equals(value.value, value.value), result.value, value.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack256<TPrecision> Scaled(Pack256<TPrecision> value, Pack256<TPrecision> scale) =>
        TPrecision.IsSingle ? value : value * scale;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack256<TPrecision> LogisticParts(Pack256<TPrecision> value, out Pack256<TPrecision> denominator) => Exponential.LogisticParts(value, false, out denominator);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack256<TPrecision> Exp(Pack256<TPrecision> value) => Exponential.Exp(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack256<TPrecision> Exp(Pack256<TPrecision> value, Pack256<TPrecision> low, out Pack256<TPrecision> scale) =>
        Exponential.Exp(value, low, out scale);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack256<TPrecision> ExpMinusOne(Pack256<TPrecision> value) => Exponential.ExpMinusOne(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack256<TPrecision> LogOnePlus(Pack256<TPrecision> value) => Logarithm.LogOnePlus(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack256<TPrecision> NormalCumulative(Pack256<TPrecision> value, out Pack256<TPrecision> scale) =>
        NormalDistribution.Cumulative(value, out scale);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack256<TPrecision> NormalCumulativeMoment(Pack256<TPrecision> value, out Pack256<TPrecision> scale) =>
        NormalDistribution.CumulativeMoment(value, out scale);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack256<TPrecision> Load(ref readonly double source) => new(Vector256.LoadUnsafe(in source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Pack256<TPrecision> value, ref double target) => value.value.StoreUnsafe(ref target);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack256<TPrecision> Load(ref readonly float source)
    {
        var floats = Vector128.LoadUnsafe(in source);
        return new(Avx.IsSupported
            ? Avx.ConvertToVector256Double(floats)
            : Vector256.Create(Vector128.WidenLower(floats), Vector128.WidenUpper(floats)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Pack256<TPrecision> value, ref float target)
    {
        var floats = Avx.IsSupported
            ? Avx.ConvertToVector128Single(value.value)
            : Vector128.Narrow(value.value.GetLower(), value.value.GetUpper());
        floats.StoreUnsafe(ref target);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void StorePastCaches(Pack256<TPrecision> value, ref double target) =>
        value.value.StoreAlignedNonTemporal((double*)Unsafe.AsPointer(ref target));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePastCaches(Pack256<TPrecision> value, ref float target) => Store(value, ref target);
}
