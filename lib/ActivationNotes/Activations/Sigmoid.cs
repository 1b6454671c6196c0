using System.Runtime.CompilerServices;
using ActivationNotes.Numbers;

namespace ActivationNotes.Activations;

/// <summary>The logistic sigmoid, s(x) = 1 / (1 + e^-x).</summary>
public readonly record struct Sigmoid : ISmoothActivation<Sigmoid>
{
    /// <inheritdoc/>
    public static FormulaKind ValueKind => FormulaKind.Short;

    /// <inheritdoc/>
    public static FormulaKind DerivativeKind => FormulaKind.Short;

    /// <inheritdoc/>
    public ActivationInfo Info => new()
    {
        Name = "sigmoid",
        Title = "sigmoid",
        OtherNames = ["logistic", "expit"],
        Summary = "Squashes any real number into (0, 1).",
        Latex = @"\frac{1}{1+e^{-x}}",
        DerivativeLatex = @"s(x)\,(1-s(x)) = \frac{e^{-|x|}}{(1+e^{-|x|})^2}",
        Range = new(0, 1),
        Source = "Rumelhart, Hinton & Williams, Learning representations by back-propagating errors, Nature 323 (1986), equation 2",
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Value<T>(T x)
        where T : struct, IReal<T> =>
        Logistic.Value(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x)
        where T : struct, IReal<T>
    {
        // s (1 - s) would lose every digit where s rounds to 1.
        var e = T.Exp(-T.Abs(x));
        return e / Logistic.SquareOfOnePlus(e);
    }
}
