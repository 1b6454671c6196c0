using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ActivationNotes.Numbers;

/// <summary>4 floats in one register, for formulas that lose nothing when computed in float.</summary>
internal readonly struct FloatPack128(Vector128<float> value) : IRational<FloatPack128>, ISpanLane<FloatPack128, float>
{
    private readonly Vector128<float> value = value;

    /// <inheritdoc/>
    public static int Count => 4;

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
    public static FloatPack128 Load(ref readonly float source) => new(Vector128.LoadUnsafe(in source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(FloatPack128 value, ref float target) => value.value.StoreUnsafe(ref target);
}
