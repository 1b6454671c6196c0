using ActivationNotes.Kernels;

namespace ActivationNotes.Numbers;

/// <summary>
/// A number and its derivative with respect to one variable (forward-mode automatic differentiation). A formula evaluated on
/// <c>DualNumber.Variable(x)</c> gives its value and, by the chain rule applied operation by operation, its derivative.
/// </summary>
/// <param name="Value">The number.</param>
/// <param name="Derivative">Its derivative.</param>
public readonly record struct DualNumber(double Value, double Derivative) : IReal<DualNumber>
{
    /// <summary>The variable itself at a point: derivative 1.</summary>
    /// <param name="x">The point.</param>
    public static DualNumber Variable(double x) => new(x, 1);

    /// <summary>Sum rule.</summary>
    public static DualNumber operator +(DualNumber left, DualNumber right) =>
        new(left.Value + right.Value, left.Derivative + right.Derivative);

    /// <summary>Sum rule.</summary>
    public static DualNumber operator -(DualNumber left, DualNumber right) =>
        new(left.Value - right.Value, left.Derivative - right.Derivative);

    /// <summary>Product rule.</summary>
    public static DualNumber operator *(DualNumber left, DualNumber right) =>
        new(left.Value * right.Value, left.Derivative * right.Value + left.Value * right.Derivative);

    /// <summary>Quotient rule.</summary>
    public static DualNumber operator /(DualNumber left, DualNumber right)
    {
        var quotient = left.Value / right.Value;
        return new(quotient, (left.Derivative - quotient * right.Derivative) / right.Value);
    }

    /// <summary>The derivative changes sign with the number.</summary>
    public static DualNumber operator -(DualNumber value) => new(-value.Value, -value.Derivative);

    /// <summary>A constant: derivative 0.</summary>
    public static implicit operator DualNumber(double value) => new(value, 0);

    /// <summary>|value|; at zero the sign of zero decides, so that a derivative is one-sided there.</summary>
    public static DualNumber Abs(DualNumber value) => double.IsNegative(value.Value) ? -value : value;

    /// <inheritdoc/>
    public static DualNumber WhereLess(DualNumber left, DualNumber right, DualNumber then, DualNumber otherwise) =>
        left.Value < right.Value ? then : otherwise;

    /// <summary>A constant beyond the ends.</summary>
    public static DualNumber Clamp(DualNumber value, double low, double high) =>
        value.Value < low ? low : value.Value > high ? high : value;

    /// <inheritdoc/>
    public static DualNumber KeepNaN(DualNumber value, DualNumber result) => double.IsNaN(value.Value) ? value : result;

    /// <inheritdoc/>
    public static DualNumber MultiplyAdd(DualNumber factor, DualNumber other, DualNumber addend) => new(
        (factor.Value * other.Value) + addend.Value,
        (factor.Value * other.Derivative) + ((factor.Derivative * other.Value) + addend.Derivative));

    /// <summary>A rounding error is no function of the variable that could be differentiated: derivative 0.</summary>
    public static DualNumber ProductError(DualNumber left, DualNumber right, DualNumber product) =>
        Scalar<DoublePrecision>.ProductError(left.Value, right.Value, product.Value).Value;

    /// <inheritdoc/>
    public static DualNumber CopySign(DualNumber magnitude, DualNumber sign) =>
        double.IsNegative(magnitude.Value) == double.IsNegative(sign.Value) ? magnitude : -magnitude;

    /// <summary>Product rule.</summary>
    public static DualNumber Scaled(DualNumber value, DualNumber scale) => value * scale;

    /// <inheritdoc/>
    public static DualNumber Rest(double value, double low) => low;

    /// <summary>The numerator is constant between its jumps; (1 + e^-x)' = -e^-x x'.</summary>
    public static DualNumber LogisticParts(DualNumber value, out DualNumber denominator)
    {
        // By itself: the power of two may be so much larger that denominator − power has no digits left.
        _ = Exponential.LogisticParts<Scalar<DoublePrecision>>(value.Value, true, out var exponential);
        var power = Scalar<DoublePrecision>.LogisticParts(value.Value, out var sum);
        denominator = new(sum.Value, -exponential.Value * value.Derivative);
        return power.Value;
    }

    /// <summary>(e^x)' = e^x x'.</summary>
    public static DualNumber Exp(DualNumber value)
    {
        var result = Scalar<DoublePrecision>.Exp(value.Value).Value;
        return new(result, result * value.Derivative);
    }

    /// <summary>The same in two factors.</summary>
    public static DualNumber Exp(DualNumber value, DualNumber low, out DualNumber scale)
    {
        var result = Scalar<DoublePrecision>.Exp(value.Value, low.Value, out var factor).Value;
        scale = factor.Value;
        return new(result, result * (value.Derivative + low.Derivative));
    }

    /// <summary>(e^x − 1)' = e^x x'.</summary>
    public static DualNumber ExpMinusOne(DualNumber value) => new(
        Scalar<DoublePrecision>.ExpMinusOne(value.Value).Value,
        Elementary.Exp(value.Value) * value.Derivative);

    /// <summary>ln(1 + x)' = x' / (1 + x).</summary>
    public static DualNumber LogOnePlus(DualNumber value) => new(
        Scalar<DoublePrecision>.LogOnePlus(value.Value).Value,
        value.Derivative / (1 + value.Value));

    /// <summary>Φ(x)' = φ(x) x'.</summary>
    public static DualNumber NormalCumulative(DualNumber value, out DualNumber scale)
    {
        var result = Scalar<DoublePrecision>.NormalCumulative(value.Value, out var factor).Value;
        scale = factor.Value;
        return new(result, NormalDensity(value.Value) / factor.Value * value.Derivative);
    }

    /// <summary>(Φ(x) + x φ(x))' = (2 − x²) φ(x) x'.</summary>
    public static DualNumber NormalCumulativeMoment(DualNumber value, out DualNumber scale)
    {
        var result = Scalar<DoublePrecision>.NormalCumulativeMoment(value.Value, out var factor).Value;
        scale = factor.Value;
        return new(result, (2 - value.Value * value.Value) * NormalDensity(value.Value) / factor.Value * value.Derivative);
    }

    private static double NormalDensity(double x) => Elementary.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI);
}
