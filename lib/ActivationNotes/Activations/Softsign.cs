using System.Runtime.CompilerServices;
using ActivationNotes.Numbers;

namespace ActivationNotes.Activations;

/// <summary>The softsign, x / (1 + |x|).</summary>
public readonly record struct Softsign : ISmoothActivation<Softsign>
{
    /// <inheritdoc/>
    public static FormulaKind DerivativeKind => FormulaKind.Delicate;

    /// <inheritdoc/>
    public ActivationInfo Info => new()
    {
        Name = "softsign",
        Title = "softsign",
        Summary = "Squashes into (−1, 1) like tanh, but approaches the ends slowly.",
        Latex = @"\frac{x}{1+|x|}",
        DerivativeLatex = @"\frac{1}{(1+|x|)^2}",
        Range = new(-1, 1),
        Source = "Bergstra, Desjardins, Lamblin & Bengio, Quadratic Polynomials Learn Better Image Features, technical report 1337, Université de Montréal (2009); Glorot & Bengio, AISTATS (2010), section 2.3",
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Value<T>(T x)
        where T : struct, IReal<T>
    {
        // Far out it is ±1; the bound keeps ∞ / ∞ away.
        var bounded = T.Clamp(x, -1e30, 1e30);
        return bounded / (1 + T.Abs(bounded));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x)
        where T : struct, IReal<T>
    {
        // Not 1 / sum²: the square would overflow where the result is still a number.
        var sum = 1 + T.Abs(x);
        return 1 / sum / sum;
    }
}
