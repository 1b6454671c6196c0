using System.Runtime.CompilerServices;
using ActivationNotes.Numbers;

namespace ActivationNotes.Activations;

/// <summary>The scaled exponential linear unit: an ELU whose two constants keep mean 0 and variance 1 from layer to layer.</summary>
public readonly record struct Selu : ISmoothActivation<Selu>
{
    // λ and λα of the paper's equation 2.
    private const double Scale = 1.0507009873554805;
    private const double ScaleTimesAlpha = 1.7580993408473768;

    /// <inheritdoc/>
    public static FormulaKind ValueKind => FormulaKind.Short;

    /// <inheritdoc/>
    public ActivationInfo Info => new()
    {
        Name = "selu",
        Title = "SELU",
        Summary = "A scaled ELU that keeps mean 0 and variance 1 from layer to layer.",
        Latex = @"\lambda\begin{cases}x & x>0\\ \alpha\,(e^x-1) & x\le 0\end{cases}\quad(\lambda\approx1.0507,\ \alpha\approx1.6733)",
        DerivativeLatex = @"\lambda\begin{cases}1 & x>0\\ \alpha\,e^x & x\le 0\end{cases}",
        Kinks = [0],
        KinkConvention = "λα at 0, the slope from below",
        Range = new(-ScaleTimesAlpha, double.PositiveInfinity),
        Source = "Klambauer, Unterthiner, Mayr & Hochreiter, Self-Normalizing Neural Networks, NIPS 30 (2017), section 2",
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Value<T>(T x)
        where T : struct, IReal<T> =>
        T.WhereLess(0, x, x * Scale, T.ExpMinusOne(x) * ScaleTimesAlpha);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x)
        where T : struct, IReal<T> =>
        T.WhereLess(0, x, Scale, T.Scaled(T.Exp(x, 0, out var scale) * ScaleTimesAlpha, scale));
}
