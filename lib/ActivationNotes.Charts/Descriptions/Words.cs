using ActivationNotes.Numbers;

namespace ActivationNotes.Charts.Descriptions;

/// <summary>Numbers as a person says them.</summary>
internal static class Words
{
    /// <summary>Three significant digits: 0.25, 1,250, 4.54e-05.</summary>
    public static string Number(double value)
    {
        if (double.IsNaN(value)) return "no value";
        if (double.IsInfinity(value)) return value > 0 ? "infinity" : "minus infinity";
        var size = Math.Abs(value);
        if (size == 0) return "0";
        if (size is < 1e-3 or >= 1e6)
            return value.ToString("0.##e-0", CultureInfo.InvariantCulture);
        var digits = Math.Max(0, 2 - (int)Math.Floor(Elementary.Log10(size)));
        var rounded = Math.Round(value, Math.Min(digits, 15));
        return rounded.ToString(size >= 10_000 ? "#,0" : "0.######", CultureInfo.InvariantCulture);
    }

    /// <summary>A value with what it is a value of: "input x = 2".</summary>
    public static string At(string quantity, double value) => $"{quantity} = {Number(value)}";

    /// <summary>Things in a row: "a", "a and b", "a, b and c".</summary>
    public static string List(IReadOnlyList<string> things) =>
        things.Count < 2 ? string.Concat(things) : string.Join(", ", things.SkipLast(1)) + " and " + things[^1];
}
