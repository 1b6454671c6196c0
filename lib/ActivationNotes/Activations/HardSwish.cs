using System.Runtime.CompilerServices;
using ActivationNotes.Numbers;

namespace ActivationNotes.Activations;

/// <summary>The hard swish: x times the hard sigmoid.</summary>
public readonly record struct HardSwish : IPiecewiseActivation<HardSwish>
{
    /// <inheritdoc/>
    public ActivationInfo Info => new()
    {
        Name = "hard-swish",
        Title = "hard swish",
        OtherNames = ["h-swish"],
        Summary = "The input weighted by its own hard sigmoid.",
        Latex = @"x\,\frac{\min(\max(x+3, 0), 6)}{6}",
        DerivativeLatex = @"\begin{cases}0 & x<-3\\ \tfrac{2x+3}{6} & -3\le x\le 3\\ 1 & x>3\end{cases}",
        Kinks = [-3, 3],
        KinkConvention = "−1/2 at −3 and 3/2 at 3, the slopes inside (PyTorch 1.13 and 2.6)",
        Range = new(-0.375, double.PositiveInfinity, LowIncluded: true),
        Source = "Howard et al., Searching for MobileNetV3, ICCV (2019), section 5.2",
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Value<T>(T x)
        where T : struct, IRational<T> =>
        T.WhereLess(x, -3, 0, T.WhereLess(3, x, x, x * (x + 3) / 6));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x)
        where T : struct, IRational<T> =>
        T.WhereLess(x, -3, 0, T.WhereLess(3, x, 1, (x + 1.5) / 3));
}
