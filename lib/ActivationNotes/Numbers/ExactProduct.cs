using System.Runtime.CompilerServices;

namespace ActivationNotes.Numbers;

/// <summary>
/// What the rounding of a product loses, for machines without an instruction that says it: T. J. Dekker, A Floating-Point Technique for
/// Extending the Available Precision, Numerische Mathematik 18 (1971), section 5.
/// </summary>
internal static class ExactProduct
{
    // 2^27 + 1 cuts the 53 bits of a double in halves, whose products are exact.
    private const double Cut = 134217729;

    /// <summary>left · right − product, for doubles that are below 2^990 and whose product is not near the subnormal ones.</summary>
    /// <param name="left">The one factor.</param>
    /// <param name="right">The other.</param>
    /// <param name="product">left · right, rounded.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Lost<T>(T left, T right, T product)
        where T : struct, IReal<T>
    {
        var (high, low) = Halves(left);
        var (otherHigh, otherLow) = Halves(right);
        return low * otherLow - (((product - high * otherHigh) - low * otherHigh) - high * otherLow);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T High, T Low) Halves<T>(T number)
        where T : struct, IReal<T>
    {
        var shifted = number * Cut;
        var high = shifted - (shifted - number);
        return (high, number - high);
    }
}
