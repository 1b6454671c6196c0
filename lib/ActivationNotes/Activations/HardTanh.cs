using System.Runtime.CompilerServices;
using ActivationNotes.Numbers;

namespace ActivationNotes.Activations;

/// <summary>The hard tanh: x cut off at −1 and 1.</summary>
public readonly record struct HardTanh : IPiecewiseActivation<HardTanh>
{
    /// <inheritdoc/>
    public ActivationInfo Info => new()
    {
        Name = "hard-tanh",
        Title = "hard tanh",
        Summary = "The identity, cut off at −1 and 1.",
        Latex = @"\max(-1, \min(1, x))",
        DerivativeLatex = @"\begin{cases}1 & |x|<1\\ 0 & |x|\ge 1\end{cases}",
        Kinks = [-1, 1],
        KinkConvention = "0 at both ends",
        Range = new(-1, 1, LowIncluded: true, HighIncluded: true),
        Source = "Collobert, Weston, Bottou, Karlen, Kavukcuoglu & Kuksa, Natural Language Processing (Almost) from Scratch, JMLR 12 (2011), section 3, “HardTanh Layer”",
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Value<T>(T x)
        where T : struct, IRational<T> =>
        T.Clamp(x, -1, 1);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x)
        where T : struct, IRational<T> =>
        T.WhereLess(T.Abs(x), 1, 1, 0);
}
