using System.Runtime.CompilerServices;
using ActivationNotes.Numbers;

namespace ActivationNotes.Activations;

/// <summary>The tanh approximation of the Gaussian error linear unit: x s(w(x)) with a cubic w.</summary>
public readonly record struct GeluTanh : ISmoothActivation<GeluTanh>
{
    // w(x) = 2 √(2/π) (x + 0.044715 x³) = a x + b x³, both coefficients in two parts.
    private const double Linear = 1.5957691216057308;
    private const double LinearLow = -9.96930880911092e-17;
    private const double Cubic = 0.07135481627260025;
    private const double CubicLow = -6.175149918155315e-19;

    // Where the derivative is zero, in two parts, and e^w there.
    private const double ZeroHigh = -0.7524614220710163;
    private const double ZeroLow = 3.635560509207687e-17;
    private const double ExpOfZero = 0.29195521191476714;

    // Beyond ±End everything has reached its limit; it keeps ∞ · 0 away.
    private const double End = 50;

    /// <inheritdoc/>
    public static FormulaKind ValueKind => FormulaKind.Delicate;

    /// <inheritdoc/>
    public static FormulaKind DerivativeKind => FormulaKind.Delicate;

    /// <inheritdoc/>
    public ActivationInfo Info => new()
    {
        Name = "gelu-tanh",
        Title = "GELU (tanh)",
        OtherNames = ["gelu-new"],
        Summary = "The approximation of GELU by a tanh of a cubic.",
        Latex = @"\frac{x}{2}\left(1+\tanh\!\left(\sqrt{\tfrac{2}{\pi}}\,\bigl(x+0.044715\,x^3\bigr)\right)\right)",
        DerivativeLatex = @"s(w)\,\bigl(1+x\,w^{\prime}\,(1-s(w))\bigr),\quad w=2\sqrt{\tfrac{2}{\pi}}\,\bigl(x+0.044715\,x^3\bigr)",
        Range = new(-0.17004075057125406, double.PositiveInfinity, LowIncluded: true),
        Source = "Hendrycks & Gimpel, Gaussian Error Linear Units (GELUs), arXiv:1606.08415 (2016), section 2",
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Value<T>(T x)
        where T : struct, IReal<T>
    {
        // (1 + tanh(w/2)) / 2 = s(w).
        var bounded = T.Clamp(x, -End, double.PositiveInfinity);
        var exponent = Exponent(T.Clamp(bounded, -End, End), out var low);
        return T.Scaled(bounded * Logistic.Value(exponent, low, out var scale), scale);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x)
        where T : struct, IReal<T>
    {
        x = T.Clamp(x, -End, End);
        var exponent = Exponent(T.Abs(x), out var low);
        var e = T.Exp(-exponent, -low, out var scale);
        var scaled = T.Scaled(e, scale);

        // For x < 0 it is e (1 + e + x w'(x)) / (1 + e)². As for SiLU the middle factor is written as its distance from the zero z:
        // w(x) - w(z) = d (a + b m) and x w' - z w'(z) = d (a + 3 b m) with d = x - z and m = x² + x z + z². Nothing cancels.
        var distance = (x - ZeroHigh) - T.Rest(ZeroHigh, ZeroLow);
        var mixed = T.MultiplyAdd(x, x + ZeroHigh, ZeroHigh * ZeroHigh);
        var growth = T.ExpMinusOne(distance * T.MultiplyAdd(mixed, Cubic, Linear));
        var below = e * T.MultiplyAdd(growth, ExpOfZero, distance * T.MultiplyAdd(mixed, 3 * Cubic, Linear));
        var slope = x * T.MultiplyAdd(x * x, 3 * Cubic, Linear);
        var above = T.MultiplyAdd(slope, scaled, 1 + scaled);
        return T.Scaled(T.WhereLess(x, 0, below, above) / Logistic.SquareOfOnePlus(scaled), T.WhereLess(x, 0, scale, 1));
    }

    // w(x) as a double and what its rounding lost: it grows to 750, and e^w turns absolute errors into relative ones.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Exponent<T>(T x, out T low)
        where T : struct, IReal<T>
    {
        var square = x * x;
        var squareLow = T.ProductError(x, x, square);
        var cubic = square * Cubic;
        var cubicLow = T.ProductError(square, Cubic, cubic) + T.MultiplyAdd(squareLow, Cubic, square * T.Rest(Cubic, CubicLow));
        var sum = cubic + Linear;
        var virtualCubic = sum - Linear;
        var sumLow = (cubic - virtualCubic) + (Linear - (sum - virtualCubic)) + (cubicLow + T.Rest(Linear, LinearLow));
        var product = x * sum;
        low = T.ProductError(x, sum, product) + x * sumLow;
        return product;
    }
}
