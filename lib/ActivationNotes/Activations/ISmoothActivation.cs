using ActivationNotes.Numbers;

namespace ActivationNotes.Activations;

/// <summary>
/// An activation given by two formulas on real numbers. A struct that implements the three members below is an
/// <see cref="IActivation"/>: scalar, vector and dual-number evaluation come from the same text.
/// </summary>
/// <typeparam name="TSelf">The struct itself.</typeparam>
public interface ISmoothActivation<TSelf> : IActivation
    where TSelf : struct, ISmoothActivation<TSelf>
{
    /// <summary>How the formula of f is best run on a span.</summary>
    static virtual FormulaKind ValueKind => FormulaKind.Plain;

    /// <summary>How the formula of f' is best run on a span.</summary>
    static virtual FormulaKind DerivativeKind => FormulaKind.Plain;

    /// <summary>The formula of f.</summary>
    /// <typeparam name="T">The number it is evaluated on.</typeparam>
    /// <param name="x">The input.</param>
    T Value<T>(T x)
        where T : struct, IReal<T>;

    /// <summary>The formula of f'.</summary>
    /// <typeparam name="T">The number it is evaluated on.</typeparam>
    /// <param name="x">The input.</param>
    T Derivative<T>(T x)
        where T : struct, IReal<T>;

    double IActivation.Value(double x) =>
        ElementWise.Real(new ValueOf<TSelf>((TSelf)this), x);

    double IActivation.Derivative(double x) =>
        ElementWise.Real(new DerivativeOf<TSelf>((TSelf)this), x);

    DualNumber IActivation.Value(DualNumber x) => Value<DualNumber>(x);

    void IActivation.Values(ReadOnlySpan<double> x, Span<double> y) =>
        ElementWise.Real(new ValueOf<TSelf>((TSelf)this), x, y);

    void IActivation.Values(ReadOnlySpan<float> x, Span<float> y) =>
        ElementWise.Real(new ValueOf<TSelf>((TSelf)this), x, y);

    void IActivation.Derivatives(ReadOnlySpan<double> x, Span<double> y) =>
        ElementWise.Real(new DerivativeOf<TSelf>((TSelf)this), x, y);

    void IActivation.Derivatives(ReadOnlySpan<float> x, Span<float> y) =>
        ElementWise.Real(new DerivativeOf<TSelf>((TSelf)this), x, y);
}
