namespace ActivationNotes.Charts.Drawing;

/// <summary>Numbers as they travel: six significant digits are more than a screen shows, and a third of the bytes.</summary>
internal static class Rounding
{
    /// <summary>Rounded to six significant digits; null, which draws a gap, for NaN and the infinities.</summary>
    public static double? Round(double value) =>
        double.IsFinite(value) ? double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + 0.0 : null;

    /// <summary>Every number rounded.</summary>
    public static double?[] Round(IEnumerable<double> values) => [.. values.Select(Round)];
}
