using System.Runtime.CompilerServices;
using ActivationNotes.Numbers;

namespace ActivationNotes.Activations;

/// <summary>The Gaussian error linear unit, x Φ(x).</summary>
public readonly record struct Gelu : ISmoothActivation<Gelu>
{
    /// <inheritdoc/>
    public static FormulaKind ValueKind => FormulaKind.Delicate;

    /// <inheritdoc/>
    public static FormulaKind DerivativeKind => FormulaKind.Delicate;

    /// <inheritdoc/>
    public ActivationInfo Info => new()
    {
        Name = "gelu",
        Title = "GELU",
        Summary = "The input weighted by the share of a normal distribution below it.",
        Latex = @"x\,\Phi(x) = \frac{x}{2}\left(1+\operatorname{erf}\frac{x}{\sqrt2}\right)",
        DerivativeLatex = @"\Phi(x)+x\,\varphi(x),\quad \varphi(x)=\frac{e^{-x^2/2}}{\sqrt{2\pi}}",
        Range = new(-0.16997120747990366, double.PositiveInfinity, LowIncluded: true),
        Source = "Hendrycks & Gimpel, Gaussian Error Linear Units (GELUs), arXiv:1606.08415 (2016), section 2",
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Value<T>(T x)
        where T : struct, IReal<T>
    {
        // Φ is zero long before -39; the bound keeps ∞ · 0 away.
        var bounded = T.Clamp(x, -39, double.PositiveInfinity);
        return T.Scaled(bounded * T.NormalCumulative(bounded, out var scale), scale);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x)
        where T : struct, IReal<T> =>
        T.Scaled(T.NormalCumulativeMoment(x, out var scale), scale);
}
