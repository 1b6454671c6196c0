using System.Globalization;
using System.Runtime.CompilerServices;
using ActivationNotes.Numbers;

namespace ActivationNotes.Activations;

/// <summary>The exponential linear unit: x above zero, α (e^x − 1) below.</summary>
/// <param name="Alpha">Minus the value it levels off at: finite, not negative. 0 makes it ReLU.</param>
public readonly record struct Elu(double Alpha) : ISmoothActivation<Elu>
{
    /// <summary>With α = 1, which makes the derivative continuous.</summary>
    public Elu()
        : this(1)
    {
    }

    /// <summary>Minus the value it levels off at.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, NaN or infinite.</exception>
    public double Alpha { get; init => field = NotNegative(value); } = NotNegative(Alpha);

    /// <inheritdoc/>
    public static FormulaKind ValueKind => FormulaKind.Short;

    /// <inheritdoc/>
    public ActivationInfo Info => new()
    {
        Name = "elu",
        Title = "ELU",
        Summary = "The identity above zero, an exponential that levels off at −α below.",
        Latex = string.Create(CultureInfo.InvariantCulture, $@"\begin{{cases}}x & x>0\\ \alpha\,(e^x-1) & x\le 0\end{{cases}}\quad(\alpha={Alpha})"),
        DerivativeLatex = @"\begin{cases}1 & x>0\\ \alpha\,e^x & x\le 0\end{cases}",
        Kinks = Alpha == 1 ? [] : [0],
        KinkConvention = Alpha == 1 ? "" : "α at 0",
        Range = new(0 - Alpha, double.PositiveInfinity, LowIncluded: Alpha == 0),
        Source = "Clevert, Unterthiner & Hochreiter, Fast and Accurate Deep Network Learning by Exponential Linear Units (ELUs), ICLR (2016), section 3",
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Value<T>(T x)
        where T : struct, IReal<T> =>
        T.WhereLess(0, x, x, T.ExpMinusOne(x) * Alpha);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x)
        where T : struct, IReal<T> =>
        T.WhereLess(0, x, 1, T.Scaled(T.Exp(x, 0, out var scale) * Alpha, scale));

    private static double NotNegative(double alpha) => alpha >= 0 && double.IsFinite(alpha)
        ? alpha
        : throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "α of an ELU must be a finite number that is not negative: the curve levels off at −α. 1 is usual.");
}
