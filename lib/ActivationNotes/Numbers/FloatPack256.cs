using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ActivationNotes.Kernels;

namespace ActivationNotes.Numbers;

/// <summary>8 floats in one register.</summary>
internal readonly struct FloatPack256(Vector256<float> value) :
    IFloatLane<FloatPack256>
{
    private readonly Vector256<float> value = value;

    /// <inheritdoc/>
    public static int Count => 8;

    /// <inheritdoc/>
    public static bool IsSingle => true;

    /// <inheritdoc/>
    public static bool IsFloat => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack256 operator +(FloatPack256 left, FloatPack256 right) =>
        new(left.value + right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack256 operator -(FloatPack256 left, FloatPack256 right) =>
        new(left.value - right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack256 operator *(FloatPack256 left, FloatPack256 right) =>
        new(left.value * right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack256 operator /(FloatPack256 left, FloatPack256 right) =>
        new(left.value / right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack256 operator -(FloatPack256 value) => new(-value.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator FloatPack256(double value) => new(Vector256.Create((float)value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack256 Abs(FloatPack256 value) => new(Vector256.Abs(value.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack256 WhereLess(
        FloatPack256 left, FloatPack256 right, FloatPack256 then, FloatPack256 otherwise) =>
        new(Vector256.ConditionalSelect(Vector256.LessThan(left.value, right.value), then.value, otherwise.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack256 Clamp(FloatPack256 value, double low, double high) =>
        // In this order x86 hands a NaN on: its instructions return their second operand when one is NaN.
        new(Vector256.MinNative(Vector256.Create((float)high), Vector256.MaxNative(Vector256.Create((float)low), value.value)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack256 KeepNaN(FloatPack256 value, FloatPack256 result) =>
        new(Vector256.ConditionalSelect(Vector256.Equals(value.value, value.value), result.value, value.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack256 MultiplyAdd(FloatPack256 factor, FloatPack256 other, FloatPack256 addend) =>
        new((factor.value * other.value) + addend.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack256 ProductError(FloatPack256 left, FloatPack256 right, FloatPack256 product) =>
        new(Vector256.FusedMultiplyAdd(left.value, right.value, -product.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack256 FusedMultiplyAdd(FloatPack256 factor, FloatPack256 other, FloatPack256 addend) =>
        new(Vector256.FusedMultiplyAdd(factor.value, other.value, addend.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack256 MultiplyAddEstimate(FloatPack256 factor, FloatPack256 other, FloatPack256 addend) =>
#pragma warning disable RS0030 // The product is exact, so fused or not the sum is the same number.
        new(Vector256.MultiplyAddEstimate(factor.value, other.value, addend.value));
#pragma warning restore RS0030

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack256 Repeat(float number) => new(Vector256.Create(number));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack256 CopySign(FloatPack256 magnitude, FloatPack256 sign) =>
        new(Vector256.ConditionalSelect(Vector256.Create(-0f), sign.value, magnitude.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack256 Rest(double value, double low) => new(Vector256.Create((float)(value - (float)value + low)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack256 RoundProduct(FloatPack256 value, double factor, int shift, bool fused, out FloatPack256 power)
    {
        var amount = Vector256.Create(ExponentShift.FloatAmount - shift);
        var shifted = fused ? Vector256.FusedMultiplyAdd(value.value, Vector256.Create((float)factor), amount) : (value.value * Vector256.Create((float)factor)) + amount;
        power = new(Vector256.ShiftLeft(shifted.AsInt32(), 23).AsSingle());
        return new(shifted - amount);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack256 PowerOfTwo(FloatPack256 exponent) =>
        new(Vector256.ShiftLeft((exponent.value + Vector256.Create(ExponentShift.FloatAmount)).AsInt32(), 23).AsSingle());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack256 TimesPowerOfTwo(FloatPack256 value, FloatPack256 exponent) => ExponentShift.TimesPowerOfTwo(value, exponent);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack256 Scaled(FloatPack256 value, FloatPack256 scale) => value * scale;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack256 LogisticParts(FloatPack256 value, out FloatPack256 denominator) => Exponential.LogisticParts(value, false, out denominator);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack256 Exp(FloatPack256 value) => Exponential.Exp(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack256 Exp(FloatPack256 value, FloatPack256 low, out FloatPack256 scale) => Exponential.Exp(value, low, out scale);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack256 ExpMinusOne(FloatPack256 value) => Exponential.ExpMinusOne(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack256 LogOnePlus(FloatPack256 value) => Logarithm.LogOnePlus(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack256 NormalCumulative(FloatPack256 value, out FloatPack256 scale) =>
        NormalDistribution.Cumulative(value, out scale);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack256 NormalCumulativeMoment(FloatPack256 value, out FloatPack256 scale) =>
        NormalDistribution.CumulativeMoment(value, out scale);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack256 Load(ref readonly float source) => new(Vector256.LoadUnsafe(in source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(FloatPack256 value, ref float target) => value.value.StoreUnsafe(ref target);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void StorePastCaches(FloatPack256 value, ref float target) =>
        value.value.StoreAlignedNonTemporal((float*)Unsafe.AsPointer(ref target));
}
