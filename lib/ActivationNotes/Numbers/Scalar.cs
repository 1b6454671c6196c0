using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using ActivationNotes.Kernels;

namespace ActivationNotes.Numbers;

/// <summary>One double.</summary>
internal readonly struct Scalar<TPrecision>(double value) :
    ILane<Scalar<TPrecision>>, ISpanLane<Scalar<TPrecision>, double>, ISpanLane<Scalar<TPrecision>, float>
    where TPrecision : struct, IPrecision
{
    private readonly double value = value;

    /// <summary>The number as a plain double.</summary>
    public double Value => value;

    /// <inheritdoc/>
    public static int Count => 1;

    /// <inheritdoc/>
    public static bool IsSingle => TPrecision.IsSingle;

    /// <inheritdoc/>
    public static bool IsFloat => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<TPrecision> operator +(Scalar<TPrecision> left, Scalar<TPrecision> right) =>
        new(left.value + right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<TPrecision> operator -(Scalar<TPrecision> left, Scalar<TPrecision> right) =>
        new(left.value - right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<TPrecision> operator *(Scalar<TPrecision> left, Scalar<TPrecision> right) =>
        new(left.value * right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<TPrecision> operator /(Scalar<TPrecision> left, Scalar<TPrecision> right) =>
        new(left.value / right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<TPrecision> operator -(Scalar<TPrecision> value) => new(-value.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Scalar<TPrecision>(double value) => new(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<TPrecision> Abs(Scalar<TPrecision> value) => new(Math.Abs(value.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<TPrecision> WhereLess(
        Scalar<TPrecision> left, Scalar<TPrecision> right, Scalar<TPrecision> then, Scalar<TPrecision> otherwise) =>
        left.value < right.value ? then : otherwise;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<TPrecision> MultiplyAdd(
        Scalar<TPrecision> factor, Scalar<TPrecision> other, Scalar<TPrecision> addend) =>
        new((factor.value * other.value) + addend.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<TPrecision> ProductError(Scalar<TPrecision> left, Scalar<TPrecision> right, Scalar<TPrecision> product) =>
        Fma.IsSupported || AdvSimd.Arm64.IsSupported
            ? new(Math.FusedMultiplyAdd(left.value, right.value, -product.value))
            : ExactProduct.Lost(left, right, product);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<TPrecision> FusedMultiplyAdd(Scalar<TPrecision> factor, Scalar<TPrecision> other, Scalar<TPrecision> addend) =>
        new(Math.FusedMultiplyAdd(factor.value, other.value, addend.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<TPrecision> MultiplyAddEstimate(Scalar<TPrecision> factor, Scalar<TPrecision> other, Scalar<TPrecision> addend) =>
#pragma warning disable RS0030 // The product is exact, so fused or not the sum is the same number.
        new(double.MultiplyAddEstimate(factor.value, other.value, addend.value));
#pragma warning restore RS0030

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<TPrecision> CopySign(Scalar<TPrecision> magnitude, Scalar<TPrecision> sign) =>
        new(Math.CopySign(magnitude.value, sign.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<TPrecision> Rest(double value, double low) => new(low);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<TPrecision> RoundProduct(Scalar<TPrecision> value, double factor, int shift, bool fused, out Scalar<TPrecision> power)
    {
        var amount = ExponentShift.Amount - shift;
        var shifted = fused ? Math.FusedMultiplyAdd(value.value, factor, amount) : (value.value * factor) + amount;
        power = new(BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(shifted) << 52));
        return new(shifted - amount);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<TPrecision> PowerOfTwo(Scalar<TPrecision> exponent) =>
        new(BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(exponent.value + ExponentShift.Amount) << 52));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<TPrecision> TimesPowerOfTwo(Scalar<TPrecision> value, Scalar<TPrecision> exponent) =>
        ExponentShift.TimesPowerOfTwo(value, exponent);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<TPrecision> Clamp(Scalar<TPrecision> value, double low, double high) =>
        value.value < low ? low : value.value > high ? high : value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<TPrecision> KeepNaN(Scalar<TPrecision> value, Scalar<TPrecision> result) =>
        double.IsNaN(value.value) ? value : result;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<TPrecision> Scaled(Scalar<TPrecision> value, Scalar<TPrecision> scale) =>
        TPrecision.IsSingle ? value : value * scale;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<TPrecision> LogisticParts(Scalar<TPrecision> value, out Scalar<TPrecision> denominator) => Exponential.LogisticParts(value, false, out denominator);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<TPrecision> Exp(Scalar<TPrecision> value) => Exponential.Exp(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<TPrecision> Exp(Scalar<TPrecision> value, Scalar<TPrecision> low, out Scalar<TPrecision> scale) =>
        Exponential.Exp(value, low, out scale);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<TPrecision> ExpMinusOne(Scalar<TPrecision> value) => Exponential.ExpMinusOne(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<TPrecision> LogOnePlus(Scalar<TPrecision> value) => Logarithm.LogOnePlus(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<TPrecision> NormalCumulative(Scalar<TPrecision> value, out Scalar<TPrecision> scale) =>
        NormalDistribution.Cumulative(value, out scale);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<TPrecision> NormalCumulativeMoment(Scalar<TPrecision> value, out Scalar<TPrecision> scale) =>
        NormalDistribution.CumulativeMoment(value, out scale);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<TPrecision> Load(ref readonly double source) => new(source);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Scalar<TPrecision> value, ref double target) => target = value.value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<TPrecision> Load(ref readonly float source) => new(source);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Scalar<TPrecision> value, ref float target) => target = (float)value.value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePastCaches(Scalar<TPrecision> value, ref double target) => Store(value, ref target);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePastCaches(Scalar<TPrecision> value, ref float target) => Store(value, ref target);
}
