using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using ActivationNotes.Kernels;

namespace ActivationNotes.Numbers;

/// <summary>4 floats in one register.</summary>
internal readonly struct FloatPack128(Vector128<float> value) :
    IFloatLane<FloatPack128>
{
    private readonly Vector128<float> value = value;

    /// <inheritdoc/>
    public static int Count => 4;

    /// <inheritdoc/>
    public static bool IsSingle => true;

    /// <inheritdoc/>
    public static bool IsFloat => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack128 operator +(FloatPack128 left, FloatPack128 right) =>
        new(left.value + right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack128 operator -(FloatPack128 left, FloatPack128 right) =>
        new(left.value - right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack128 operator *(FloatPack128 left, FloatPack128 right) =>
        new(left.value * right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack128 operator /(FloatPack128 left, FloatPack128 right) =>
        new(left.value / right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack128 operator -(FloatPack128 value) => new(-value.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator FloatPack128(double value) => new(Vector128.Create((float)value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack128 Abs(FloatPack128 value) => new(Vector128.Abs(value.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack128 WhereLess(
        FloatPack128 left, FloatPack128 right, FloatPack128 then, FloatPack128 otherwise) =>
        new(Vector128.ConditionalSelect(Vector128.LessThan(left.value, right.value), then.value, otherwise.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack128 Clamp(FloatPack128 value, double low, double high) =>
        // In this order x86 hands a NaN on: its instructions return their second operand when one is NaN.
        new(Vector128.MinNative(Vector128.Create((float)high), Vector128.MaxNative(Vector128.Create((float)low), value.value)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack128 KeepNaN(FloatPack128 value, FloatPack128 result) =>
        new(Vector128.ConditionalSelect(Vector128.Equals(value.value, value.value), result.value, value.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack128 MultiplyAdd(FloatPack128 factor, FloatPack128 other, FloatPack128 addend) =>
        new((factor.value * other.value) + addend.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack128 ProductError(FloatPack128 left, FloatPack128 right, FloatPack128 product) =>
        new(FusedMultiplyAdd(left.value, right.value, -product.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack128 FusedMultiplyAdd(FloatPack128 factor, FloatPack128 other, FloatPack128 addend) =>
        new(FusedMultiplyAdd(factor.value, other.value, addend.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack128 MultiplyAddEstimate(FloatPack128 factor, FloatPack128 other, FloatPack128 addend) =>
#pragma warning disable RS0030 // The product is exact, so fused or not the sum is the same number.
        new(Vector128.MultiplyAddEstimate(factor.value, other.value, addend.value));
#pragma warning restore RS0030

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack128 Repeat(float number) => new(Vector128.Create(number));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack128 CopySign(FloatPack128 magnitude, FloatPack128 sign) =>
        new(Vector128.ConditionalSelect(Vector128.Create(-0f), sign.value, magnitude.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack128 Rest(double value, double low) => new(Vector128.Create((float)(value - (float)value + low)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack128 RoundProduct(FloatPack128 value, double factor, int shift, bool fused, out FloatPack128 power)
    {
        var amount = Vector128.Create(ExponentShift.FloatAmount - shift);
        var shifted = fused ? FusedMultiplyAdd(value.value, Vector128.Create((float)factor), amount) : (value.value * Vector128.Create((float)factor)) + amount;
        power = new(Vector128.ShiftLeft(shifted.AsInt32(), 23).AsSingle());
        return new(shifted - amount);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack128 PowerOfTwo(FloatPack128 exponent) =>
        new(Vector128.ShiftLeft((exponent.value + Vector128.Create(ExponentShift.FloatAmount)).AsInt32(), 23).AsSingle());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack128 TimesPowerOfTwo(FloatPack128 value, FloatPack128 exponent) => ExponentShift.TimesPowerOfTwo(value, exponent);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack128 Scaled(FloatPack128 value, FloatPack128 scale) => value * scale;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack128 LogisticParts(FloatPack128 value, out FloatPack128 denominator) => Exponential.LogisticParts(value, false, out denominator);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack128 Exp(FloatPack128 value) => Exponential.Exp(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack128 Exp(FloatPack128 value, FloatPack128 low, out FloatPack128 scale) => Exponential.Exp(value, low, out scale);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack128 ExpMinusOne(FloatPack128 value) => Exponential.ExpMinusOne(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack128 LogOnePlus(FloatPack128 value) => Logarithm.LogOnePlus(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack128 NormalCumulative(FloatPack128 value, out FloatPack128 scale) =>
        NormalDistribution.Cumulative(value, out scale);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack128 NormalCumulativeMoment(FloatPack128 value, out FloatPack128 scale) =>
        NormalDistribution.CumulativeMoment(value, out scale);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPack128 Load(ref readonly float source) => new(Vector128.LoadUnsafe(in source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(FloatPack128 value, ref float target) => value.value.StoreUnsafe(ref target);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void StorePastCaches(FloatPack128 value, ref float target) =>
        value.value.StoreAlignedNonTemporal((float*)Unsafe.AsPointer(ref target));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> FusedMultiplyAdd(Vector128<float> factor, Vector128<float> other, Vector128<float> addend) =>
        Fma.IsSupported || AdvSimd.Arm64.IsSupported ? Vector128.FusedMultiplyAdd(factor, other, addend) : Imitated(factor, other, addend);

    // In double the product is exact. Its sum with the addend is rounded to odd, so that rounding it to float rounds once: S. Boldo and
    // G. Melquiond, Emulation of FMA and Correctly Rounded Sums, IEEE Transactions on Computers 57 (2008), section 3.
    internal static Vector128<float> Imitated(Vector128<float> factor, Vector128<float> other, Vector128<float> addend) => Vector128.Narrow(
        SumToOdd(Vector128.WidenLower(factor) * Vector128.WidenLower(other), Vector128.WidenLower(addend)),
        SumToOdd(Vector128.WidenUpper(factor) * Vector128.WidenUpper(other), Vector128.WidenUpper(addend)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> SumToOdd(Vector128<double> product, Vector128<double> addend)
    {
        var sum = product + addend;
        var part = sum - product;
        var error = (product - (sum - part)) + (addend - part);

        // An inexact sum with an even last digit goes one step towards what was lost. Infinities and NaN lose NaN, and stay.
        var bits = sum.AsInt64();
        var inward = error.AsInt64() ^ (bits & Vector128.Create(long.MinValue));
        var away = Vector128.GreaterThan(inward.AsDouble(), Vector128<double>.Zero).AsInt64();
        var back = Vector128.LessThan(inward.AsDouble(), Vector128<double>.Zero).AsInt64();
        var even = (bits & Vector128<long>.One) - Vector128<long>.One;
        return (bits + ((back - away) & even)).AsDouble();
    }
}
