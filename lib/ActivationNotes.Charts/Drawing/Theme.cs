namespace ActivationNotes.Charts.Drawing;

/// <summary>The colours of one kind of page.</summary>
/// <remarks>
/// The series start from Okabe and Ito's blue and vermillion, "Color universal design" (2008); the others were searched for: at
/// least 3:1 against the page (WCAG 2.2, 1.4.11), and as far as possible from those before them in OKLab, as seen with normal
/// vision and with protanopia, deuteranopia and tritanopia simulated after Machado, Oliveira and Fernandes (2009). A test repeats
/// the first measurement. Colour is never the only cue: dashes, marker symbols and bar patterns differ too.
/// </remarks>
internal sealed record Theme(
    string Name,
    string Page,
    string Text,
    string Guide,
    string Grid,
    string Shade,
    IReadOnlyList<string> Series,
    IReadOnlyList<string> Amounts,
    IReadOnlyList<string> Signs)
{
    /// <summary>For a light page, and for paper.</summary>
    public static Theme Light { get; } = new(
        "light", "#ffffff", "#24292f", "#57606a", "#e3e6ea", "#8a94a0",
        ["#0072b2", "#d55e00", "#4a210d", "#a070ff", "#08219b", "#894234"],
        ["#00224e", "#35456c", "#666970", "#948e77", "#c8b866", "#fee838"],
        ["#00467a", "#5a9cc9", "#f5f5f5", "#e39a5e", "#8f3b00"]);

    /// <summary>For a dark page.</summary>
    public static Theme Dark { get; } = new(
        "dark", "#1e1e1e", "#e6e6e6", "#a8b0b8", "#3a3f45", "#8a94a0",
        ["#56b4e9", "#e69f00", "#da2f68", "#dfe6bc", "#9e3dff", "#428aae"],
        ["#00224e", "#35456c", "#666970", "#948e77", "#c8b866", "#fee838"],
        ["#8fd0f5", "#2f7fb0", "#2a2a2a", "#c07420", "#ffc67a"]);

    /// <summary>The value of a paint on this page: a colour, or the stops of a colour scale.</summary>
    public object Resolve(Paint paint) => paint.Role switch
    {
        PaintRole.Series => WithOpacity(Series[paint.Index % Series.Count], paint.Opacity),
        PaintRole.Words => WithOpacity(Between(Series[paint.Index % Series.Count], Text), paint.Opacity),
        PaintRole.Text => WithOpacity(Text, paint.Opacity),
        PaintRole.Guide => WithOpacity(Guide, paint.Opacity),
        PaintRole.Grid => WithOpacity(Grid, paint.Opacity),
        PaintRole.Shade => WithOpacity(Shade, paint.Opacity),
        PaintRole.Page => WithOpacity(Page, paint.Opacity),
        PaintRole.Amounts => Stops(Amounts),
        PaintRole.Signs => Stops(Signs),
        _ => throw new ArgumentOutOfRangeException(nameof(paint), paint.Role, "No colour has this role."),
    };

    private static string WithOpacity(string colour, double opacity) =>
        opacity >= 1 ? colour : string.Create(CultureInfo.InvariantCulture, $"rgba({string.Join(',', Parts(colour))},{opacity})");

    // Two parts of the colour, one of the text's.
    private static string Between(string colour, string text) =>
        "#" + string.Concat(Parts(colour).Zip(Parts(text), (one, other) => (((2 * one) + other) / 3).ToString("x2", CultureInfo.InvariantCulture)));

    // Red, green and blue.
    private static IEnumerable<int> Parts(string colour) =>
        Enumerable.Range(0, 3).Select(i => int.Parse(colour.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    private static object[] Stops(IReadOnlyList<string> colours) =>
        [.. colours.Select((colour, i) => new object[] { Rounding.Round((double)i / (colours.Count - 1))!, colour })];
}
