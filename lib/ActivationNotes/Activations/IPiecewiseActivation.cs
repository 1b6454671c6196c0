using ActivationNotes.Numbers;

namespace ActivationNotes.Activations;

/// <summary>
/// An activation whose two formulas are made of arithmetic and choice alone. They lose nothing when computed in float, so
/// float spans go through registers with twice as many elements.
/// </summary>
/// <typeparam name="TSelf">The struct itself.</typeparam>
public interface IPiecewiseActivation<TSelf> : IActivation
    where TSelf : struct, IPiecewiseActivation<TSelf>
{
    /// <summary>The formula of f.</summary>
    /// <typeparam name="T">The number it is evaluated on.</typeparam>
    /// <param name="x">The input.</param>
    T Value<T>(T x)
        where T : struct, IRational<T>;

    /// <summary>The formula of f'.</summary>
    /// <typeparam name="T">The number it is evaluated on.</typeparam>
    /// <param name="x">The input.</param>
    T Derivative<T>(T x)
        where T : struct, IRational<T>;

    double IActivation.Value(double x) =>
        ElementWise.Real(new PiecewiseValueOf<TSelf>((TSelf)this), x);

    double IActivation.Derivative(double x) =>
        ElementWise.Real(new PiecewiseDerivativeOf<TSelf>((TSelf)this), x);

    DualNumber IActivation.Value(DualNumber x) => Value<DualNumber>(x);

    void IActivation.Values(ReadOnlySpan<double> x, Span<double> y) =>
        ElementWise.Real(new PiecewiseValueOf<TSelf>((TSelf)this), x, y);

    void IActivation.Values(ReadOnlySpan<float> x, Span<float> y) =>
        ElementWise.Rational(new PiecewiseValueOf<TSelf>((TSelf)this), x, y);

    void IActivation.Derivatives(ReadOnlySpan<double> x, Span<double> y) =>
        ElementWise.Real(new PiecewiseDerivativeOf<TSelf>((TSelf)this), x, y);

    void IActivation.Derivatives(ReadOnlySpan<float> x, Span<float> y) =>
        ElementWise.Rational(new PiecewiseDerivativeOf<TSelf>((TSelf)this), x, y);
}
