using System.Runtime.CompilerServices;
using ActivationNotes.Numbers;

namespace ActivationNotes.Activations;

/// <summary>The rectified linear unit, max(0, x).</summary>
public readonly record struct Relu : IPiecewiseActivation<Relu>
{
    /// <inheritdoc/>
    public ActivationInfo Info => new()
    {
        Name = "relu",
        Title = "ReLU",
        OtherNames = ["rectifier"],
        Summary = "Passes what is positive, blocks the rest.",
        Latex = @"\max(0, x)",
        DerivativeLatex = @"\begin{cases}1 & x>0\\ 0 & x\le 0\end{cases}",
        Kinks = [0],
        KinkConvention = "0 at 0",
        Range = new(0, double.PositiveInfinity, LowIncluded: true),
        Source = "Nair & Hinton, Rectified Linear Units Improve Restricted Boltzmann Machines, ICML (2010), section 2",
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Value<T>(T x)
        where T : struct, IRational<T> =>
        T.Clamp(x, 0, double.PositiveInfinity);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x)
        where T : struct, IRational<T> =>
        T.WhereLess(0, x, 1, 0);
}
