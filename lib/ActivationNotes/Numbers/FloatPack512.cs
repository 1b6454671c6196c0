using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ActivationNotes.Kernels;

namespace ActivationNotes.Numbers;

/// <summary>16 floats in one register.</summary>
internal readonly struct FloatPack512(Vector512<float> value) :
    IFloatLane<FloatPack512>
{
    private readonly Vector512<float> value = value;

    /// <inheritdoc/>
    public static int Count => 16;

    /// <inheritdoc/>
    public static bool IsSingle => true;

    /// <inheritdoc/>
    public static bool IsFloat => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack512 operator +(FloatPack512 left, FloatPack512 right) =>
        new(left.value + right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack512 operator -(FloatPack512 left, FloatPack512 right) =>
        new(left.value - right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack512 operator *(FloatPack512 left, FloatPack512 right) =>
        new(left.value * right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack512 operator /(FloatPack512 left, FloatPack512 right) =>
        new(left.value / right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack512 operator -(FloatPack512 value) => new(-value.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator FloatPack512(double value) => new(Vector512.Create((float)value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack512 Abs(FloatPack512 value) => new(Vector512.Abs(value.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack512 WhereLess(
        FloatPack512 left, FloatPack512 right, FloatPack512 then, FloatPack512 otherwise) =>
        new(Vector512.ConditionalSelect(Vector512.LessThan(left.value, right.value), then.value, otherwise.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack512 Clamp(FloatPack512 value, double low, double high) =>
        // In this order x86 hands a NaN on: its instructions return their second operand when one is NaN.
        new(Vector512.MinNative(Vector512.Create((float)high), Vector512.MaxNative(Vector512.Create((float)low), value.value)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack512 KeepNaN(FloatPack512 value, FloatPack512 result) =>
        new(Vector512.ConditionalSelect(Vector512.Equals(value.value, value.value), result.value, value.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack512 MultiplyAdd(FloatPack512 factor, FloatPack512 other, FloatPack512 addend) =>
        new((factor.value * other.value) + addend.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack512 ProductError(FloatPack512 left, FloatPack512 right, FloatPack512 product) =>
        new(Vector512.FusedMultiplyAdd(left.value, right.value, -product.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack512 FusedMultiplyAdd(FloatPack512 factor, FloatPack512 other, FloatPack512 addend) =>
        new(Vector512.FusedMultiplyAdd(factor.value, other.value, addend.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack512 MultiplyAddEstimate(FloatPack512 factor, FloatPack512 other, FloatPack512 addend) =>
#pragma warning disable RS0030 // The product is exact, so fused or not the sum is the same number.
        new(Vector512.MultiplyAddEstimate(factor.value, other.value, addend.value));
#pragma warning restore RS0030

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack512 Repeat(float number) => new(Vector512.Create(number));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack512 CopySign(FloatPack512 magnitude, FloatPack512 sign) =>
        new(Vector512.ConditionalSelect(Vector512.Create(-0f), sign.value, magnitude.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack512 Rest(double value, double low) => new(Vector512.Create((float)(value - (float)value + low)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack512 RoundProduct(FloatPack512 value, double factor, int shift, bool fused, out FloatPack512 power)
    {
        var amount = Vector512.Create(ExponentShift.FloatAmount - shift);
        var shifted = fused ? Vector512.FusedMultiplyAdd(value.value, Vector512.Create((float)factor), amount) : (value.value * Vector512.Create((float)factor)) + amount;
        power = new(Vector512.ShiftLeft(shifted.AsInt32(), 23).AsSingle());
        return new(shifted - amount);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack512 PowerOfTwo(FloatPack512 exponent) =>
        new(Vector512.ShiftLeft((exponent.value + Vector512.Create(ExponentShift.FloatAmount)).AsInt32(), 23).AsSingle());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack512 TimesPowerOfTwo(FloatPack512 value, FloatPack512 exponent) => Avx512F.IsSupported
        ? new(Avx512F.Scale(value.value, exponent.value))
        : ExponentShift.TimesPowerOfTwo(value, exponent);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack512 Scaled(FloatPack512 value, FloatPack512 scale) => value * scale;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack512 LogisticParts(FloatPack512 value, out FloatPack512 denominator) => Exponential.LogisticParts(value, false, out denominator);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack512 Exp(FloatPack512 value) => Exponential.Exp(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack512 Exp(FloatPack512 value, FloatPack512 low, out FloatPack512 scale) => Exponential.Exp(value, low, out scale);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack512 ExpMinusOne(FloatPack512 value) => Exponential.ExpMinusOne(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack512 LogOnePlus(FloatPack512 value) => Logarithm.LogOnePlus(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack512 NormalCumulative(FloatPack512 value, out FloatPack512 scale) =>
        NormalDistribution.Cumulative(value, out scale);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack512 NormalCumulativeMoment(FloatPack512 value, out FloatPack512 scale) =>
        NormalDistribution.CumulativeMoment(value, out scale);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack512 Load(ref readonly float source) => new(Vector512.LoadUnsafe(in source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(FloatPack512 value, ref float target) => value.value.StoreUnsafe(ref target);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void StorePastCaches(FloatPack512 value, ref float target) =>
        value.value.StoreAlignedNonTemporal((float*)Unsafe.AsPointer(ref target));
}
