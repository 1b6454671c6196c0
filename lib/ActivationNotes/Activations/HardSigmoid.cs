using System.Runtime.CompilerServices;
using ActivationNotes.Numbers;

namespace ActivationNotes.Activations;

/// <summary>The hard sigmoid: a straight line from (−3, 0) to (3, 1), flat outside.</summary>
public readonly record struct HardSigmoid : IPiecewiseActivation<HardSigmoid>
{
    /// <inheritdoc/>
    public ActivationInfo Info => new()
    {
        Name = "hard-sigmoid",
        Title = "hard sigmoid",
        OtherNames = ["h-sigmoid"],
        Summary = "A straight line from (−3, 0) to (3, 1), flat outside.",
        Latex = @"\frac{\min(\max(x+3, 0), 6)}{6}",
        DerivativeLatex = @"\begin{cases}\tfrac16 & |x|<3\\ 0 & |x|\ge 3\end{cases}",
        Kinks = [-3, 3],
        KinkConvention = "0 at both ends",
        Range = new(0, 1, LowIncluded: true, HighIncluded: true),
        Source = "Howard et al., Searching for MobileNetV3, ICCV (2019), section 5.2",
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Value<T>(T x)
        where T : struct, IRational<T> =>
        (T.Clamp(x, -3, 3) + 3) / 6;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x)
        where T : struct, IRational<T> =>
        T.WhereLess(T.Abs(x), 3, 1.0 / 6, 0);
}
