using System.Runtime.CompilerServices;

namespace ActivationNotes.Numbers;

/// <summary>How a whole number becomes the exponent of a double or float without leaving the floating-point registers.</summary>
internal static class ExponentShift
{
    /// <summary>
    /// 1.5 · 2^52 + 1023. Adding it rounds to a whole number n and leaves n + 1023, the biased exponent of 2^n, in the lowest
    /// bits; shifted left by 52 these are 2^n. Subtracting it again gives n.
    /// </summary>
    public const double Amount = 6755399441055744.0 + 1023.0;

    /// <summary>The same for floats: 1.5 · 2^23 + 127, and a shift by 23.</summary>
    public const float FloatAmount = 12582912f + 127f;

    /// <summary>
    /// value · 2^exponent for hardware without an instruction for it. The exponent may lie as far below the range as results
    /// are subnormal, so it goes in two halves: the first product is exact, the second is rounded once.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T TimesPowerOfTwo<T>(T value, T exponent)
        where T : struct, ILane<T>
    {
        var half = T.RoundProduct(exponent, 0.5, 0, false, out var power);
        return value * power * T.PowerOfTwo(exponent - half);
    }
}
