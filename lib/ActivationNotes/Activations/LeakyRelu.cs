using System.Runtime.CompilerServices;
using ActivationNotes.Numbers;

namespace ActivationNotes.Activations;

/// <summary>The leaky rectified linear unit: x above zero, α x below.</summary>
/// <param name="Alpha">The slope below zero.</param>
public readonly record struct LeakyRelu(double Alpha) : IPiecewiseActivation<LeakyRelu>
{
    /// <summary>With α = 0.01.</summary>
    public LeakyRelu()
        : this(0.01)
    {
    }

    /// <inheritdoc/>
    public ActivationInfo Info => new()
    {
        Name = "leaky-relu",
        Title = "leaky ReLU",
        Summary = "A ReLU that lets a little of what is negative through.",
        Latex = @"\begin{cases}x & x>0\\ \alpha\,x & x\le 0\end{cases}\quad(\alpha=0.01)",
        DerivativeLatex = @"\begin{cases}1 & x>0\\ \alpha & x\le 0\end{cases}",
        Kinks = [0],
        KinkConvention = "α at 0, the slope from below",
        Range = new(double.NegativeInfinity, double.PositiveInfinity),
        Source = "Maas, Hannun & Ng, Rectifier Nonlinearities Improve Neural Network Acoustic Models, ICML (2013), section 2",
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Value<T>(T x)
        where T : struct, IRational<T> =>
        T.WhereLess(0, x, x, x * Alpha);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x)
        where T : struct, IRational<T> =>
        T.WhereLess(0, x, 1, Alpha);
}
