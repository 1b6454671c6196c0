using ActivationNotes.Activations;
using ActivationNotes.Numbers;

namespace ActivationNotes.Approximations;

/// <summary>
/// An approximation that works on the bits of a float, or on a table of floats: it has no formula for other numbers, so its
/// doubles go through float. A type gives f, f' and f of a span; the rest is here.
/// </summary>
public interface IFloatActivation : IActivation
{
    /// <summary>f(x) of a float.</summary>
    /// <param name="x">The input.</param>
    float Single(float x);

    /// <summary>f'(x) of a float: what a network trained with f uses.</summary>
    /// <param name="x">The input.</param>
    float SingleDerivative(float x);

    double IActivation.Value(double x) => Single((float)x);

    double IActivation.Derivative(double x) => SingleDerivative((float)x);

    float IActivation.Value(float x) => Single(x);

    float IActivation.Derivative(float x) => SingleDerivative(x);

    DualNumber IActivation.Value(DualNumber x) => new(Single((float)x.Value), SingleDerivative((float)x.Value) * x.Derivative);

    void IActivation.Values(ReadOnlySpan<double> x, Span<double> y)
    {
        ElementWise.RequireSameShape(x, y);
        for (var i = 0; i < x.Length; i++) y[i] = Single((float)x[i]);
    }

    void IActivation.Derivatives(ReadOnlySpan<double> x, Span<double> y)
    {
        ElementWise.RequireSameShape(x, y);
        for (var i = 0; i < x.Length; i++) y[i] = SingleDerivative((float)x[i]);
    }

    void IActivation.Derivatives(ReadOnlySpan<float> x, Span<float> y)
    {
        ElementWise.RequireSameShape(x, y);
        for (var i = 0; i < x.Length; i++) y[i] = SingleDerivative(x[i]);
    }
}
