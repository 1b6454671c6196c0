namespace ActivationNotes.Numbers;

/// <summary>
/// A number for formulas that need only arithmetic and choice. One text of such a formula runs on a scalar, on a SIMD pack
/// (element by element) and on a dual number.
/// </summary>
/// <typeparam name="T">The number itself.</typeparam>
public interface IRational<T>
    where T : struct, IRational<T>
{
    /// <summary>left + right.</summary>
    static abstract T operator +(T left, T right);

    /// <summary>left − right.</summary>
    static abstract T operator -(T left, T right);

    /// <summary>left · right.</summary>
    static abstract T operator *(T left, T right);

    /// <summary>left / right.</summary>
    static abstract T operator /(T left, T right);

    /// <summary>−value; flips the sign of zero too.</summary>
    static abstract T operator -(T value);

    /// <summary>The number, in every element of a pack.</summary>
    static abstract implicit operator T(double value);

    /// <summary>|value|; clears the sign of zero too.</summary>
    static abstract T Abs(T value);

    /// <summary>left &lt; right ? then : otherwise, element by element; <paramref name="otherwise"/> where either is NaN.</summary>
    static abstract T WhereLess(T left, T right, T then, T otherwise);

    /// <summary>value, but at least <paramref name="low"/> and at most <paramref name="high"/>; NaN stays NaN.</summary>
    static abstract T Clamp(T value, double low, double high);

    /// <summary><paramref name="result"/>, but NaN where <paramref name="value"/> is NaN.</summary>
    static abstract T KeepNaN(T value, T result);
}
