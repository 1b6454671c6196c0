using System.Globalization;
using System.Runtime.CompilerServices;
using ActivationNotes.Numbers;

namespace ActivationNotes.Activations;

/// <summary>The leaky rectified linear unit: x above zero, α x below.</summary>
/// <param name="Alpha">The slope below zero: any finite number. 0 makes it ReLU, 1 the identity.</param>
public readonly record struct LeakyRelu(double Alpha) : IPiecewiseActivation<LeakyRelu>
{
    /// <summary>With α = 0.01.</summary>
    public LeakyRelu()
        : this(0.01)
    {
    }

    /// <summary>The slope below zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is NaN or infinite.</exception>
    public double Alpha { get; init => field = Finite(value); } = Finite(Alpha);

    /// <inheritdoc/>
    public ActivationInfo Info => new()
    {
        Name = "leaky-relu",
        Title = "leaky ReLU",
        OtherNames = ["lrelu"],
        Summary = "A ReLU that lets a little of what is negative through.",
        Latex = string.Create(CultureInfo.InvariantCulture, $@"\begin{{cases}}x & x>0\\ \alpha\,x & x\le 0\end{{cases}}\quad(\alpha={Alpha})"),
        DerivativeLatex = @"\begin{cases}1 & x>0\\ \alpha & x\le 0\end{cases}",
        Kinks = Alpha == 1 ? [] : [0],
        KinkConvention = Alpha == 1 ? "" : "α at 0, the slope from below",
        Range = Alpha > 0 ? new(double.NegativeInfinity, double.PositiveInfinity) : new(0, double.PositiveInfinity, LowIncluded: true),
        Source = "Maas, Hannun & Ng, Rectifier Nonlinearities Improve Neural Network Acoustic Models, ICML (2013), section 2",
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Value<T>(T x)
        where T : struct, IRational<T> =>
        Alpha == 0 ? default(Relu).Value(x) : T.WhereLess(0, x, x, x * Alpha); // −∞ times 0 would be NaN.

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x)
        where T : struct, IRational<T> =>
        T.WhereLess(0, x, 1, Alpha);

    private static double Finite(double alpha) => double.IsFinite(alpha)
        ? alpha
        : throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "The slope α of a leaky ReLU must be a finite number; 0.01 is usual.");
}
