using System.Runtime.CompilerServices;
using ActivationNotes.Numbers;

namespace ActivationNotes.Activations;

/// <summary>Mish, x tanh(ln(1 + e^x)).</summary>
public readonly record struct Mish : ISmoothActivation<Mish>
{
    // Where the derivative is zero, in two parts, and e to that power.
    private const double ZeroHigh = -1.1924312145154952;
    private const double ZeroLow = -4.8484829848031044e-17;
    private const double ExpOfZero = 0.3034825352815289;
    private const double InverseOfOnePlusExpOfZero = 0.7671756029964896;

    // Beyond ±End everything has reached its limit; it keeps ∞ · 0 away.
    private const double End = 1100;

    /// <inheritdoc/>
    public static FormulaKind ValueKind => FormulaKind.Delicate;

    /// <inheritdoc/>
    public static FormulaKind DerivativeKind => FormulaKind.Delicate;

    /// <inheritdoc/>
    public ActivationInfo Info => new()
    {
        Name = "mish",
        Title = "Mish",
        Summary = "The input weighted by the tanh of its softplus.",
        Latex = @"x\,\tanh\bigl(\ln(1+e^x)\bigr)",
        DerivativeLatex = @"\tanh\bigl(\ln(1+e^x)\bigr)+x\,s(x)\,\bigl(1-\tanh^2(\ln(1+e^x))\bigr)",
        Range = new(-0.30884341301725043, double.PositiveInfinity, LowIncluded: true),
        Source = "Misra, Mish: A Self Regularized Non-Monotonic Activation Function, BMVC (2020), section 3",
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Value<T>(T x)
        where T : struct, IReal<T>
    {
        // tanh(ln(1 + e^x)) is a ratio of polynomials in e^x, or in e^-x after dividing both by its largest power.
        var bounded = T.Clamp(x, -End, double.PositiveInfinity);
        var e = T.Exp(-T.Abs(bounded), 0, out var scale);
        var scaled = T.Scaled(e, scale);
        var numerator = T.WhereLess(x, 0, T.MultiplyAdd(e, scaled, 2 * e), 1 + 2 * scaled);
        return T.Scaled(bounded * (numerator / Denominator(x, scaled)), T.WhereLess(x, 0, scale, 1));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x)
        where T : struct, IReal<T>
    {
        x = T.Clamp(x, -End, End);
        var e = T.Exp(-T.Abs(x), 0, out var scale);
        var scaled = T.Scaled(e, scale);
        var denominator = Denominator(x, scaled);

        // For x < 0 it is e (1 + e) h / (2 + 2e + e²)² with h = 4x + e² + 3e + 3 + 1 / (1 + e). With the zero z of h, d = x - z and
        // g = e^x - e^z the terms of h - h(z) are 4d, g (e^x + e^z), 3g and -g / ((1 + e^x)(1 + e^z)): nothing cancels.
        var distance = (x - ZeroHigh) - T.Rest(ZeroHigh, ZeroLow);
        var growth = T.ExpMinusOne(distance) * ExpOfZero;
        var factor = (scaled + (3 + ExpOfZero)) - InverseOfOnePlusExpOfZero / (1 + scaled);
        var height = T.MultiplyAdd(growth, factor, 4 * distance);
        var below = e * T.MultiplyAdd(scaled, height, height);
        var above = T.MultiplyAdd(1 + 2 * scaled, denominator, 4 * x * (1 + scaled) * (scaled * scaled));
        return T.Scaled(T.WhereLess(x, 0, below, above) / SquareOfDenominator(x, scaled), T.WhereLess(x, 0, scale, 1));
    }

    // 2 + 2e + e² below zero, where e = e^x; 1 + 2e + 2e² above, where e = e^-x.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Denominator<T>(T x, T e)
        where T : struct, IReal<T> =>
        T.WhereLess(x, 0, T.MultiplyAdd(e, 2 + e, 2), T.MultiplyAdd(2 * e, 1 + e, 1));

    // The same squared, multiplied out: its leading term is exact, so that it is rounded about once.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T SquareOfDenominator<T>(T x, T e)
        where T : struct, IReal<T>
    {
        var fourth = T.WhereLess(x, 0, 1, 4);
        var third = T.WhereLess(x, 0, 4, 8);
        var first = T.WhereLess(x, 0, 8, 4);
        var constant = T.WhereLess(x, 0, 4, 1);
        return T.MultiplyAdd(T.MultiplyAdd(T.MultiplyAdd(T.MultiplyAdd(fourth, e, third), e, 8), e, first), e, constant);
    }
}
