using System.Runtime.CompilerServices;
using ActivationNotes.Activations;
using ActivationNotes.Numbers;

namespace ActivationNotes.Approximations;

/// <summary>PLAN: seven straight lines whose slopes are powers of two, so that hardware shifts where others multiply.</summary>
public readonly record struct PlanSigmoid : IPiecewiseActivation<PlanSigmoid>
{
    /// <inheritdoc/>
    public ActivationInfo Info => new()
    {
        Name = "plan-sigmoid",
        Title = "PLAN",
        Summary = "Straight lines whose slopes are powers of two.",
        Latex = @"\begin{cases}\tfrac14 x + \tfrac12 & 0 \le x < 1\\ \tfrac18 x + \tfrac58 & 1 \le x < 2\tfrac38\\ \tfrac1{32} x + \tfrac{27}{32} & 2\tfrac38 \le x < 5\\ 1 & x \ge 5\end{cases}",
        DerivativeLatex = @"\tfrac14,\ \tfrac18,\ \tfrac1{32},\ 0",
        Kinks = [-5, -2.375, -1, 1, 2.375, 5],
        KinkConvention = "the slope of the outer line",
        Range = new(0, 1, LowIncluded: true, HighIncluded: true),
        Source = "Amin, Curtis & Hayes-Gill, Piecewise linear approximation applied to nonlinear function of a neural network, IEE Proceedings 144 (1997), table 2",
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Value<T>(T x)
        where T : struct, IRational<T>
    {
        var size = T.Abs(x);
        var upper = T.WhereLess(size, 1, 0.25 * size + 0.5,
            T.WhereLess(size, 2.375, 0.125 * size + 0.625, T.WhereLess(size, 5, 0.03125 * size + 0.84375, 1)));
        return T.KeepNaN(x, T.WhereLess(x, 0, 1 - upper, upper));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x)
        where T : struct, IRational<T>
    {
        var size = T.Abs(x);
        return T.KeepNaN(x, T.WhereLess(size, 1, 0.25, T.WhereLess(size, 2.375, 0.125, T.WhereLess(size, 5, 0.03125, 0))));
    }
}
