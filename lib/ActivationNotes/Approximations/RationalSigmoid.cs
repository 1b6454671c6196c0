using System.Runtime.CompilerServices;
using ActivationNotes.Activations;
using ActivationNotes.Numbers;

namespace ActivationNotes.Approximations;

/// <summary>
/// One quotient of polynomials: Lambert's continued fraction of tanh, cut off after its fifth term, as s(x) = 1/2 + tanh(x/2)/2.
/// Beyond 7 it would climb above 1, so the input stops there.
/// </summary>
public readonly record struct RationalSigmoid : IPiecewiseActivation<RationalSigmoid>
{
    private const double End = 7;

    /// <inheritdoc/>
    public ActivationInfo Info => new()
    {
        Name = "rational-sigmoid",
        Title = "rational",
        Summary = "A quotient of polynomials from the continued fraction of tanh.",
        Latex = @"\frac12 + \frac{x\,(x^4 + 420x^2 + 15120)}{4\,(15x^4 + 1680x^2 + 15120)}, \quad |x| \le 7",
        DerivativeLatex = @"\frac{p'q - pq'}{q^2}",
        Kinks = [-End, End],
        KinkConvention = "0 at both ends",
        Range = new(0, 1, LowIncluded: true, HighIncluded: true),
        Source = "Lambert, Mémoire sur quelques propriétés remarquables des quantités transcendentes circulaires et logarithmiques (1768): the continued fraction of tanh",
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Value<T>(T x)
        where T : struct, IRational<T>
    {
        var inside = T.Clamp(x, -End, End);
        var square = inside * inside;
        return 0.5 + inside * ((square + 420) * square + 15120) / ((60 * square + 6720) * square + 60480);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x)
        where T : struct, IRational<T>
    {
        var inside = T.Clamp(x, -End, End);
        var square = inside * inside;
        var numerator = inside * ((square + 420) * square + 15120);
        var denominator = (60 * square + 6720) * square + 60480;
        var slope = ((5 * square + 1260) * square + 15120 - numerator / denominator * inside * (240 * square + 13440)) / denominator;
        return T.KeepNaN(x, T.WhereLess(T.Abs(x), End, slope, 0));
    }
}
