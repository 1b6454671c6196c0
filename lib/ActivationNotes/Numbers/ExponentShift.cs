namespace ActivationNotes.Numbers;

/// <summary>How a whole number becomes the exponent of a double without leaving the floating-point registers.</summary>
internal static class ExponentShift
{
    /// <summary>
    /// 1.5 · 2^52 + 1023. Adding it rounds to a whole number n and leaves n + 1023, the biased exponent of 2^n, in the lowest
    /// bits; shifted left by 52 these are 2^n. Subtracting it again gives n.
    /// </summary>
    public const double Amount = 6755399441055744.0 + 1023.0;
}
