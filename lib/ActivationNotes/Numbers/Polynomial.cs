using System.Runtime.CompilerServices;

namespace ActivationNotes.Numbers;

/// <summary>Horner's rule, four coefficients at a time, highest first, so that coefficients stay constants in vector code.</summary>
internal static class Polynomial
{
    /// <summary>(((sum x + a) x + b) x + c) x + d.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Extend<T>(T sum, T x, double a, double b, double c, double d)
        where T : struct, IReal<T> =>
        T.MultiplyAdd(T.MultiplyAdd(T.MultiplyAdd(T.MultiplyAdd(sum, x, a), x, b), x, c), x, d);
}
