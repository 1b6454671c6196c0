using System.Runtime.CompilerServices;
using ActivationNotes.Numbers;

namespace ActivationNotes.Activations;

/// <summary>The softplus, ln(1 + e^x): a smooth ramp whose derivative is the sigmoid.</summary>
public readonly record struct Softplus : ISmoothActivation<Softplus>
{
    /// <inheritdoc/>
    public static FormulaKind DerivativeKind => FormulaKind.Short;

    /// <inheritdoc/>
    public ActivationInfo Info => new()
    {
        Name = "softplus",
        Title = "softplus",
        Summary = "A smooth ReLU; its derivative is the sigmoid.",
        Latex = @"\ln(1+e^x)",
        DerivativeLatex = @"\frac{1}{1+e^{-x}}",
        Range = new(0, double.PositiveInfinity),
        Source = "Dugas, Bengio, Bélisle, Nadeau & Garcia, Incorporating Second-Order Functional Knowledge for Better Option Pricing, NIPS 13 (2001), section 2",
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Value<T>(T x)
        where T : struct, IReal<T>
    {
        // e^-|x| never overflows, and ln(1 + e^x) = max(x, 0) + ln(1 + e^-|x|).
        var e = T.Scaled(T.Exp(-T.Abs(x), 0, out var scale), scale);
        return T.Clamp(x, 0, double.PositiveInfinity) + T.LogOnePlus(e);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x)
        where T : struct, IReal<T> =>
        default(Sigmoid).Value(x);
}
