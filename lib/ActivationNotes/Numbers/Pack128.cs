using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using ActivationNotes.Kernels;

namespace ActivationNotes.Numbers;

/// <summary>2 doubles in one register.</summary>
internal readonly struct Pack128<TPrecision>(Vector128<double> value) :
    ILane<Pack128<TPrecision>>, ISpanLane<Pack128<TPrecision>, double>, ISpanLane<Pack128<TPrecision>, float>
    where TPrecision : struct, IPrecision
{
    private readonly Vector128<double> value = value;

    /// <inheritdoc/>
    public static int Count => 2;

    /// <inheritdoc/>
    public static bool IsSingle => TPrecision.IsSingle;

    /// <inheritdoc/>
    public static bool IsFloat => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack128<TPrecision> operator +(Pack128<TPrecision> left, Pack128<TPrecision> right) =>
        new(left.value + right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack128<TPrecision> operator -(Pack128<TPrecision> left, Pack128<TPrecision> right) =>
        new(left.value - right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack128<TPrecision> operator *(Pack128<TPrecision> left, Pack128<TPrecision> right) =>
        new(left.value * right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack128<TPrecision> operator /(Pack128<TPrecision> left, Pack128<TPrecision> right) =>
        new(left.value / right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack128<TPrecision> operator -(Pack128<TPrecision> value) => new(-value.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Pack128<TPrecision>(double value) => new(Vector128.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack128<TPrecision> Abs(Pack128<TPrecision> value) => new(Vector128.Abs(value.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack128<TPrecision> WhereLess(
        Pack128<TPrecision> left, Pack128<TPrecision> right, Pack128<TPrecision> then, Pack128<TPrecision> otherwise) =>
        new(Vector128.ConditionalSelect(Vector128.LessThan(left.value, right.value), then.value, otherwise.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack128<TPrecision> MultiplyAdd(
        Pack128<TPrecision> factor, Pack128<TPrecision> other, Pack128<TPrecision> addend) =>
        new((factor.value * other.value) + addend.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack128<TPrecision> ProductError(Pack128<TPrecision> left, Pack128<TPrecision> right, Pack128<TPrecision> product) =>
        Fma.IsSupported || AdvSimd.Arm64.IsSupported
            ? new(Vector128.FusedMultiplyAdd(left.value, right.value, -product.value))
            : ExactProduct.Lost(left, right, product);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack128<TPrecision> FusedMultiplyAdd(Pack128<TPrecision> factor, Pack128<TPrecision> other, Pack128<TPrecision> addend) =>
        new(Vector128.FusedMultiplyAdd(factor.value, other.value, addend.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack128<TPrecision> MultiplyAddEstimate(Pack128<TPrecision> factor, Pack128<TPrecision> other, Pack128<TPrecision> addend) =>
#pragma warning disable RS0030 // The product is exact, so fused or not the sum is the same number.
        new(Vector128.MultiplyAddEstimate(factor.value, other.value, addend.value));
#pragma warning restore RS0030

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack128<TPrecision> CopySign(Pack128<TPrecision> magnitude, Pack128<TPrecision> sign) =>
        new(Vector128.ConditionalSelect(Vector128.Create(-0.0), sign.value, magnitude.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack128<TPrecision> Rest(double value, double low) => new(Vector128.Create(low));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack128<TPrecision> RoundProduct(Pack128<TPrecision> value, double factor, int shift, bool fused, out Pack128<TPrecision> power)
    {
        var amount = Vector128.Create(ExponentShift.Amount - shift);
        var shifted = fused ? Vector128.FusedMultiplyAdd(value.value, Vector128.Create(factor), amount) : (value.value * Vector128.Create(factor)) + amount;
        power = new(Vector128.ShiftLeft(shifted.AsInt64(), 52).AsDouble());
        return new(shifted - amount);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack128<TPrecision> PowerOfTwo(Pack128<TPrecision> exponent) =>
        new(Vector128.ShiftLeft((exponent.value + Vector128.Create(ExponentShift.Amount)).AsInt64(), 52).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack128<TPrecision> TimesPowerOfTwo(Pack128<TPrecision> value, Pack128<TPrecision> exponent) =>
        ExponentShift.TimesPowerOfTwo(value, exponent);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack128<TPrecision> Clamp(Pack128<TPrecision> value, double low, double high) =>
        // In this order x86 hands a NaN on: its instructions return their second operand when one is NaN.
        new(Vector128.MinNative(Vector128.Create(high), Vector128.MaxNative(Vector128.Create(low), value.value)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack128<TPrecision> KeepNaN(Pack128<TPrecision> value, Pack128<TPrecision> result) =>
        new(Vector128.ConditionalSelect(Vector128.Equals(value.value, value.value), result.value, value.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack128<TPrecision> Scaled(Pack128<TPrecision> value, Pack128<TPrecision> scale) =>
        TPrecision.IsSingle ? value : value * scale;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack128<TPrecision> LogisticParts(Pack128<TPrecision> value, out Pack128<TPrecision> denominator) => Exponential.LogisticParts(value, false, out denominator);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack128<TPrecision> Exp(Pack128<TPrecision> value) => Exponential.Exp(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack128<TPrecision> Exp(Pack128<TPrecision> value, Pack128<TPrecision> low, out Pack128<TPrecision> scale) =>
        Exponential.Exp(value, low, out scale);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack128<TPrecision> ExpMinusOne(Pack128<TPrecision> value) => Exponential.ExpMinusOne(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack128<TPrecision> LogOnePlus(Pack128<TPrecision> value) => Logarithm.LogOnePlus(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack128<TPrecision> NormalCumulative(Pack128<TPrecision> value, out Pack128<TPrecision> scale) =>
        NormalDistribution.Cumulative(value, out scale);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack128<TPrecision> NormalCumulativeMoment(Pack128<TPrecision> value, out Pack128<TPrecision> scale) =>
        NormalDistribution.CumulativeMoment(value, out scale);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack128<TPrecision> Load(ref readonly double source) => new(Vector128.LoadUnsafe(in source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Pack128<TPrecision> value, ref double target) => value.value.StoreUnsafe(ref target);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pack128<TPrecision> Load(ref readonly float source)
    {
        var floats = Vector64.LoadUnsafe(in source);
        return new(Vector128.WidenLower(floats.ToVector128()));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Pack128<TPrecision> value, ref float target) =>
        Vector128.Narrow(value.value, value.value).GetLower().StoreUnsafe(ref target);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void StorePastCaches(Pack128<TPrecision> value, ref double target) =>
        value.value.StoreAlignedNonTemporal((double*)Unsafe.AsPointer(ref target));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePastCaches(Pack128<TPrecision> value, ref float target) => Store(value, ref target);
}
