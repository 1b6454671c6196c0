namespace ActivationNotes.Numbers;

/// <summary>A real number on real hardware: what the elementary functions are made of.</summary>
/// <typeparam name="T">The number itself.</typeparam>
internal interface ILane<T> : IReal<T>
    where T : struct, ILane<T>
{
    /// <summary>The number, in every element of a pack. (Stated again: the compiler looks for conversions in one interface only.)</summary>
    static abstract implicit operator T(double value);

    /// <summary>
    /// Results become floats: every input is a float, so 2^-27 of relative error is enough, the range of double is never left,
    /// and shorter polynomials will do.
    /// </summary>
    static abstract bool IsSingle { get; }

    /// <summary>The whole number nearest to value · factor and 2 to that power, which must be in [-1022, 1023] to be used.</summary>
    static abstract T RoundProduct(T value, double factor, out T power);

    /// <summary>2^exponent for a whole exponent in [-1022, 1023].</summary>
    static abstract T PowerOfTwo(T exponent);
}
