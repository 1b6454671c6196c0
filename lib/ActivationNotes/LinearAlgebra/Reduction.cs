using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ActivationNotes.LinearAlgebra;

/// <summary>
/// Sums whose bits depend on the numbers alone. A sum of floating-point numbers depends on the order, and the framework's own sums
/// (<c>TensorPrimitives.Sum</c> and its like) take as many running sums as the machine's registers hold numbers: a training that
/// uses them ends elsewhere on another processor.
/// </summary>
/// <remarks>
/// <para>
/// The order, on every machine: 32 bytes of running sums, 8 of floats or 4 of doubles, each of which takes every 8th or 4th number.
/// They are kept in two registers of 128 bits, which all processors have; two chains of additions run side by side, so wider registers
/// would gain nothing on arrays of this course's lengths. In the end the running sums are added in pairs, and the numbers that did not
/// fill a register follow one by one. Multiplication and addition are separate operations, each rounded: a fused one exists only on
/// some machines.
/// </para>
/// <para>
/// The error is that of a sum in 8 (4) parts: at most about n/8 + 3 roundings of partial sums, where a plain loop has n. The number type is
/// float or double.
/// </para>
/// </remarks>
internal static class Reduction
{
    /// <summary>x1 + x2 + ... + xn; 0 for no numbers.</summary>
    public static T Sum<T>(ReadOnlySpan<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Total<T, Itself<T>>(x, x);

    /// <summary>x1 y1 + x2 y2 + ... + xn yn; 0 for no numbers.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static T Dot<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> => Total<T, Product<T>>(x, y);

    /// <summary>x1² + x2² + ... + xn²; 0 for no numbers.</summary>
    public static T SumOfSquares<T>(ReadOnlySpan<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Total<T, Product<T>>(x, x);

    /// <summary>The length of a vector: the root of <see cref="SumOfSquares"/>.</summary>
    public static T Norm<T>(ReadOnlySpan<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => T.Sqrt(SumOfSquares(x));

    /// <summary>The distance of two points: the root of (x1 - y1)² + (x2 - y2)² + ... + (xn - yn)².</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static T Distance<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> => T.Sqrt(Total<T, SquaredDifference<T>>(x, y));

    private static T Total<T, TTerm>(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TTerm : struct, ITerm<T>
    {
        if (x.Length != y.Length) throw new ArgumentException($"One vector has {x.Length} numbers, the other {y.Length}.", nameof(y));
        ref var first = ref MemoryMarshal.GetReference(x);
        ref var second = ref MemoryMarshal.GetReference(y);
        var (even, odd) = (Vector128<T>.Zero, Vector128<T>.Zero);
        var i = 0;
        for (; i <= x.Length - 2 * Vector128<T>.Count; i += 2 * Vector128<T>.Count)
        {
            even += Term(ref first, ref second, i);
            odd += Term(ref first, ref second, i + Vector128<T>.Count);
        }
        if (i <= x.Length - Vector128<T>.Count)
        {
            even += Term(ref first, ref second, i);
            i += Vector128<T>.Count;
        }
        var total = InPairs(even + odd);
        for (; i < x.Length; i++) total += TTerm.Of(x[i], y[i]);
        return total;

        static Vector128<T> Term(ref T first, ref T second, int i) =>
            TTerm.Of(Vector128.LoadUnsafe(ref first, (nuint)i), Vector128.LoadUnsafe(ref second, (nuint)i));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T InPairs<T>(Vector128<T> sums)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Vector128<T>.Count == 4 ? sums[0] + sums[2] + (sums[1] + sums[3]) : sums[0] + sums[1];

    /// <summary>What is added up: a function of two numbers, and the same of two registers.</summary>
    private interface ITerm<T>
    {
        static abstract T Of(T x, T y);

        static abstract Vector128<T> Of(Vector128<T> x, Vector128<T> y);
    }

    private readonly struct Itself<T> : ITerm<T>
    {
        public static T Of(T x, T y) => x;

        public static Vector128<T> Of(Vector128<T> x, Vector128<T> y) => x;
    }

    private readonly struct Product<T> : ITerm<T>
        where T : IMultiplyOperators<T, T, T>
    {
        public static T Of(T x, T y) => x * y;

        public static Vector128<T> Of(Vector128<T> x, Vector128<T> y) => x * y;
    }

    private readonly struct SquaredDifference<T> : ITerm<T>
        where T : IMultiplyOperators<T, T, T>, ISubtractionOperators<T, T, T>
    {
        public static T Of(T x, T y) => (x - y) * (x - y);

        public static Vector128<T> Of(Vector128<T> x, Vector128<T> y) => (x - y) * (x - y);
    }
}
