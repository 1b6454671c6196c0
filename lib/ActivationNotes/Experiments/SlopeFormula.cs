using ActivationNotes.Numbers;

namespace ActivationNotes.Experiments;

/// <summary>One way to compute the slope of the sigmoid in doubles. On paper all of them are the same function.</summary>
/// <param name="Name">How it is written.</param>
/// <param name="Evaluate">The formula.</param>
public sealed record SlopeFormula(string Name, Func<double, double> Evaluate)
{
    /// <summary>s(1 - s): what textbooks print. For large x, s rounds to 1 and the difference to 0.</summary>
    public static SlopeFormula Textbook { get; } = new("s(x)(1 − s(x))", x =>
    {
        var s = 1 / (1 + Elementary.Exp(-x));
        return s * (1 - s);
    });

    /// <summary>s(x) s(-x): the same idea with the difference computed as 1 - s(x) = s(-x), which loses nothing.</summary>
    public static SlopeFormula Mirrored { get; } = new("s(x) s(−x)", x => 1 / (1 + Elementary.Exp(-x)) * (1 / (1 + Elementary.Exp(x))));

    /// <summary>e^-|x| / (1 + e^-|x|)^2: one exponential, which never overflows.</summary>
    public static SlopeFormula Stable { get; } = new("e^−|x| / (1 + e^−|x|)²", x =>
    {
        var e = Elementary.Exp(-Math.Abs(x));
        return e / ((1 + e) * (1 + e));
    });

    /// <summary>The three.</summary>
    public static IReadOnlyList<SlopeFormula> All { get; } = [Textbook, Mirrored, Stable];
}
