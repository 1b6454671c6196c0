namespace ActivationNotes.Numbers;

/// <summary>A real number on real hardware: what the elementary functions are made of.</summary>
/// <typeparam name="T">The number itself.</typeparam>
internal interface ILane<T> : IReal<T>
    where T : struct, ILane<T>
{
    /// <summary>The number, in every element of a pack. (Stated again: the compiler looks for conversions in one interface only.)</summary>
    static abstract implicit operator T(double value);

    /// <summary>Results become floats: every input is a float, 2^-27 of relative error is enough, and shorter polynomials will do.</summary>
    static abstract bool IsSingle { get; }

    /// <summary>Arithmetic itself is that of floats: the range of double is not at hand.</summary>
    static abstract bool IsFloat { get; }

    /// <summary>factor · other + addend, rounded once, on every machine: one instruction on most, slow on the others.</summary>
    static abstract T FusedMultiplyAdd(T factor, T other, T addend);

    /// <summary>
    /// factor · other + addend as fast as the machine can: rounded once or twice. For exact products, where that is the same number.
    /// </summary>
    static abstract T MultiplyAddEstimate(T factor, T other, T addend);

    /// <summary>
    /// The whole number n nearest to value · factor, and 2^(n − shift), which must be in the range of normal numbers to be used. Where
    /// the product is about halfway between two whole numbers, <paramref name="fused"/> decides whether it is rounded before.
    /// </summary>
    static abstract T RoundProduct(T value, double factor, int shift, bool fused, out T power);

    /// <summary>2^exponent for a whole exponent in the range of normal numbers.</summary>
    static abstract T PowerOfTwo(T exponent);

    /// <summary>value · 2^exponent, rounded once, for a whole exponent whose half is in that range.</summary>
    static abstract T TimesPowerOfTwo(T value, T exponent);
}
