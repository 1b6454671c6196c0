using System.Runtime.CompilerServices;
using ActivationNotes.Numbers;

namespace ActivationNotes.Activations;

/// <summary>The logarithm of the sigmoid, the log-probability of a logistic model.</summary>
public readonly record struct LogSigmoid : ISmoothActivation<LogSigmoid>
{
    /// <inheritdoc/>
    public static FormulaKind DerivativeKind => FormulaKind.Short;

    /// <inheritdoc/>
    public ActivationInfo Info => new()
    {
        Name = "log-sigmoid",
        Title = "log-sigmoid",
        Summary = "The logarithm of the sigmoid: the log-probability of a logistic model.",
        Latex = @"\ln\frac{1}{1+e^{-x}} = -\ln(1+e^{-x})",
        DerivativeLatex = @"\frac{1}{1+e^{x}}",
        Range = new(double.NegativeInfinity, 0),
        Source = "Goodfellow, Bengio & Courville, Deep Learning (2016), section 3.10",
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Value<T>(T x)
        where T : struct, IReal<T> =>
        -default(Softplus).Value(-x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x)
        where T : struct, IReal<T> =>
        default(Sigmoid).Value(-x);
}
