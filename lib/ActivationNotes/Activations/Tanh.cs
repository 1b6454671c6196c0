using System.Runtime.CompilerServices;
using ActivationNotes.Numbers;

namespace ActivationNotes.Activations;

/// <summary>The hyperbolic tangent.</summary>
public readonly record struct Tanh : ISmoothActivation<Tanh>
{
    /// <inheritdoc/>
    public static FormulaKind ValueKind => FormulaKind.Short;

    /// <inheritdoc/>
    public ActivationInfo Info => new()
    {
        Name = "tanh",
        Title = "tanh",
        OtherNames = ["hyperbolic-tangent"],
        Summary = "Squashes any real number into (−1, 1), centred on zero.",
        Latex = @"\tanh x = \frac{e^x-e^{-x}}{e^x+e^{-x}}",
        DerivativeLatex = @"1-\tanh^2 x = \frac{4e^{-2|x|}}{(1+e^{-2|x|})^2}",
        Range = new(-1, 1),
        Source = "LeCun, Bottou, Orr & Müller, Efficient BackProp, in Neural Networks: Tricks of the Trade (1998), section 4.4",
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Value<T>(T x)
        where T : struct, IReal<T>
    {
        var e = T.ExpMinusOne(T.Abs(x) * -2);
        return T.CopySign(e / (2 + e), x);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x)
        where T : struct, IReal<T>
    {
        // 1 - tanh² would lose every digit where tanh rounds to 1.
        var e = T.Exp(T.Abs(x) * -2, 0, out var scale);
        return T.Scaled(4 * e / Logistic.SquareOfOnePlus(T.Scaled(e, scale)), scale);
    }
}
