using System.Globalization;

namespace ActivationNotes.Activations;

/// <summary>An interval of real numbers.</summary>
/// <param name="Low">Its lower end; may be −∞.</param>
/// <param name="High">Its upper end; may be +∞.</param>
/// <param name="LowIncluded">Whether the lower end belongs to it.</param>
/// <param name="HighIncluded">Whether the upper end belongs to it.</param>
public sealed record Interval(double Low, double High, bool LowIncluded = false, bool HighIncluded = false)
{
    /// <summary>In the usual notation: "(0, 1)", "[0, ∞)".</summary>
    public override string ToString() => $"{(LowIncluded ? '[' : '(')}{Text(Low)}, {Text(High)}{(HighIncluded ? ']' : ')')}";

    private static string Text(double end) =>
        double.IsPositiveInfinity(end) ? "∞"
        : double.IsNegativeInfinity(end) ? "−∞"
        : end.ToString("0.####", CultureInfo.InvariantCulture).Replace('-', '−');
}
