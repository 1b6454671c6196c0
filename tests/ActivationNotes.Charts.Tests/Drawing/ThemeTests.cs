using System.Globalization;
using ActivationNotes.Charts.Drawing;

namespace ActivationNotes.Charts.Tests.Drawing;

public sealed class ThemeTests
{
    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void Every_series_stands_out_from_the_page_at_three_to_one(string name)
    {
        var theme = name == "light" ? Theme.Light : Theme.Dark;
        Assert.All(theme.Series, colour => Assert.InRange(Contrast(colour, theme.Page), 3, 21));
        Assert.InRange(Contrast(theme.Text, theme.Page), 4.5, 21);
    }

    // WCAG 2.2, "contrast ratio" and "relative luminance".
    private static double Contrast(string one, string other)
    {
        double[] luminances = [Luminance(one), Luminance(other)];
        return (luminances.Max() + 0.05) / (luminances.Min() + 0.05);
    }

    private static double Luminance(string colour)
    {
        var parts = Enumerable.Range(0, 3).Select(i => int.Parse(colour.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }
}
