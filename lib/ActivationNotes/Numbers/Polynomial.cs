using System.Runtime.CompilerServices;

namespace ActivationNotes.Numbers;

/// <summary>
/// A polynomial, four coefficients at a time, highest first, so that coefficients stay constants in vector code. By Horner's rule each step
/// would wait for the one before; here two of them are one step in square = x², and what they add is computed meanwhile.
/// </summary>
internal static class Polynomial
{
    /// <summary>(((sum x + a) x + b) x + c) x + d.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Extend<T>(T sum, T x, T square, double a, double b, double c, double d)
        where T : struct, IReal<T> =>
        T.MultiplyAdd(T.MultiplyAdd(sum, square, T.MultiplyAdd(a, x, b)), square, T.MultiplyAdd(c, x, d));
}
