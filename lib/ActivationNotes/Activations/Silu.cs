using System.Runtime.CompilerServices;
using ActivationNotes.Numbers;

namespace ActivationNotes.Activations;

/// <summary>The sigmoid-weighted linear unit (swish), x s(x).</summary>
public readonly record struct Silu : ISmoothActivation<Silu>
{
    // Where the derivative is zero, in two parts, and e to that power.
    private const double ZeroHigh = -1.2784645427610737;
    private const double ZeroLow = -1.0946994183093437e-16;
    private const double ExpOfZero = 0.2784645427610738;

    // Beyond ±End everything has reached its limit; it keeps ∞ · 0 away.
    private const double End = 1100;

    /// <inheritdoc/>
    public static FormulaKind DerivativeKind => FormulaKind.Delicate;

    /// <inheritdoc/>
    public ActivationInfo Info => new()
    {
        Name = "silu",
        Title = "SiLU",
        OtherNames = ["swish"],
        Summary = "The input weighted by its own sigmoid; also called swish.",
        Latex = @"\frac{x}{1+e^{-x}}",
        DerivativeLatex = @"s(x)\,\bigl(1+x\,(1-s(x))\bigr)",
        Range = new(-0.2784645427610738, double.PositiveInfinity, LowIncluded: true),
        Source = "Elfwing, Uchibe & Doya, Sigmoid-weighted linear units for neural network function approximation in reinforcement learning, Neural Networks 107 (2018), section 2",
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Value<T>(T x)
        where T : struct, IReal<T>
    {
        // One division: the weight by itself would be rounded once more. Beyond the end the weight is 1 to the last digit.
        var bounded = T.Clamp(x, -End, End);
        var numerator = T.LogisticParts(bounded, out var denominator);
        return T.WhereLess(x, End, bounded * numerator / denominator, x);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x)
        where T : struct, IReal<T>
    {
        x = T.Clamp(x, -End, End);
        var e = T.Exp(-T.Abs(x), 0, out var scale);
        var scaled = T.Scaled(e, scale);

        // For x < 0 it is e (1 + e + x) / (1 + e)². With the zero z, where 1 + e^z + z = 0, and d = x - z, the middle factor is
        // d + e^z (e^d - 1): both terms have the sign of d, so nothing cancels.
        var distance = (x - ZeroHigh) - T.Rest(ZeroHigh, ZeroLow);
        var below = e * T.MultiplyAdd(T.ExpMinusOne(distance), ExpOfZero, distance);
        var above = T.MultiplyAdd(x, scaled, 1 + scaled);
        return T.Scaled(T.WhereLess(x, 0, below, above) / Logistic.SquareOfOnePlus(scaled), T.WhereLess(x, 0, scale, 1));
    }
}
