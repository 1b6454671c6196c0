using ActivationNotes.Numbers;

namespace ActivationNotes.Activations;

/// <summary>
/// An activation function, applied element by element. Values and derivatives of doubles are within 4 ULP of the exact result
/// over the whole range of double (within 2 units where the result is subnormal), those of floats within 4 ULP of float.
/// NaN gives NaN; infinities give the limit. All results have the same bits on every machine.
/// </summary>
/// <remarks>
/// A single float is computed in double and rounded once; the floats of a span are computed in float where that is accurate enough. So
/// <see cref="Value(float)"/> and <see cref="Values(ReadOnlySpan{float}, Span{float})"/> may differ in the last bits of a float.
/// </remarks>
public interface IActivation
{
    /// <summary>Its name, formulas, kinks, range and source.</summary>
    ActivationInfo Info { get; }

    /// <summary>f(x).</summary>
    /// <param name="x">The input.</param>
    double Value(double x);

    /// <summary>f'(x); at a kink what <see cref="ActivationInfo.KinkConvention"/> says.</summary>
    /// <param name="x">The input.</param>
    double Derivative(double x);

    /// <summary>f(x), rounded to float once.</summary>
    /// <param name="x">The input.</param>
    float Value(float x) => (float)Value((double)x);

    /// <summary>f'(x), rounded to float once.</summary>
    /// <param name="x">The input.</param>
    float Derivative(float x) => (float)Derivative((double)x);

    /// <summary>f(x) in double: without this overload the compiler would take a whole number as a float.</summary>
    /// <param name="x">The input.</param>
    double Value(int x) => Value((double)x);

    /// <summary>f'(x) in double: without this overload the compiler would take a whole number as a float.</summary>
    /// <param name="x">The input.</param>
    double Derivative(int x) => Derivative((double)x);

    /// <inheritdoc cref="Value(int)"/>
    double Value(long x) => Value((double)x);

    /// <inheritdoc cref="Derivative(int)"/>
    double Derivative(long x) => Derivative((double)x);

    /// <inheritdoc cref="Value(int)"/>
    double Value(ulong x) => Value((double)x);

    /// <inheritdoc cref="Derivative(int)"/>
    double Derivative(ulong x) => Derivative((double)x);

    /// <summary>f and, by the chain rule applied operation by operation, f': the check on every hand-written derivative.</summary>
    /// <param name="x">The input with its own derivative.</param>
    DualNumber Value(DualNumber x);

    /// <summary>f of every element.</summary>
    /// <param name="x">The inputs.</param>
    /// <param name="y">Receives the results; as long as x; may be x itself, but must not overlap it otherwise.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without being the same.</exception>
    void Values(ReadOnlySpan<double> x, Span<double> y);

    /// <inheritdoc cref="Values(ReadOnlySpan{double}, Span{double})"/>
    void Values(ReadOnlySpan<float> x, Span<float> y);

    /// <summary>f' of every element.</summary>
    /// <param name="x">The inputs.</param>
    /// <param name="y">Receives the results; as long as x; may be x itself, but must not overlap it otherwise.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without being the same.</exception>
    void Derivatives(ReadOnlySpan<double> x, Span<double> y);

    /// <inheritdoc cref="Derivatives(ReadOnlySpan{double}, Span{double})"/>
    void Derivatives(ReadOnlySpan<float> x, Span<float> y);
}
