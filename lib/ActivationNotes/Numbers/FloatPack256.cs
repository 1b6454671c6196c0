using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ActivationNotes.Numbers;

/// <summary>8 floats in one register, for formulas that lose nothing when computed in float.</summary>
internal readonly struct FloatPack256(Vector256<float> value) : IRational<FloatPack256>, ISpanLane<FloatPack256, float>
{
    private readonly Vector256<float> value = value;

    /// <inheritdoc/>
    public static int Count => 8;

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
    public static FloatPack256 Load(ref readonly float source) => new(Vector256.LoadUnsafe(in source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(FloatPack256 value, ref float target) => value.value.StoreUnsafe(ref target);
}
