namespace ActivationNotes.Numbers;

/// <summary>
/// Distances in units in the last place: how many representable numbers apart a computed result is from the exact one.
/// </summary>
public static class Ulp
{
    /// <summary>
    /// The number of steps from one double to the other through all representable doubles. +0 and −0 are the same number;
    /// two NaNs are 0 apart, NaN and a number are infinitely far apart; infinity is one step beyond the largest double.
    /// </summary>
    /// <param name="computed">The result at hand.</param>
    /// <param name="exact">The exact result, rounded to double.</param>
    /// <returns>A whole number ≥ 0, as a double because it may exceed any integer type's convenience, or infinity.</returns>
    public static double Distance(double computed, double exact)
    {
        if (double.IsNaN(computed) || double.IsNaN(exact)) return double.IsNaN(computed) && double.IsNaN(exact) ? 0 : double.PositiveInfinity;
        return (double)Int128.Abs((Int128)Order(computed) - Order(exact));
    }

    /// <summary>The same through all representable floats.</summary>
    /// <param name="computed">The result at hand.</param>
    /// <param name="exact">The exact result, rounded to float.</param>
    /// <returns>A whole number ≥ 0, or infinity when just one of them is NaN.</returns>
    public static double Distance(float computed, float exact)
    {
        if (float.IsNaN(computed) || float.IsNaN(exact)) return float.IsNaN(computed) && float.IsNaN(exact) ? 0 : double.PositiveInfinity;
        return Math.Abs((double)Order(computed) - Order(exact));
    }

    /// <summary>
    /// How far a float is from an exact result that is no float itself, in units of the last place of a float of that size; the
    /// nearest float is at most half a unit away. Below the normal range the unit is the smallest float.
    /// </summary>
    /// <param name="computed">The result at hand; beyond the range of float it counts as the largest float.</param>
    /// <param name="exact">The exact result, to all digits that a double has.</param>
    public static double Error(float computed, double exact)
    {
        if (double.IsNaN(exact) || float.IsNaN(computed)) return double.IsNaN(exact) && float.IsNaN(computed) ? 0 : double.PositiveInfinity;
        if (float.IsInfinity((float)exact) && (float)exact == computed) return 0;
        if (float.IsInfinity(computed)) computed = MathF.CopySign(float.MaxValue, computed);
        var exponent = Math.Max((int)(BitConverter.DoubleToInt64Bits(exact) >> 52 & 0x7FF) - 1023, -126);
        return Math.Abs(computed - exact) * BitConverter.Int64BitsToDouble((long)(23 - exponent + 1023) << 52);
    }

    // Bit patterns of positive numbers are in the order of the numbers; those of negative numbers run the other way.
    private static long Order(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        return bits < 0 ? long.MinValue - bits : bits;
    }

    private static int Order(float value)
    {
        var bits = BitConverter.SingleToInt32Bits(value);
        return bits < 0 ? int.MinValue - bits : bits;
    }
}
