using System.Globalization;

namespace ActivationNotes.Course.Site.Html;

/// <summary>The curve on the landing page: the sigmoid and its slope, computed here, drawn as a picture without axes.</summary>
internal static class HeroCurve
{
    private const int Width = 480;
    private const int Height = 260;

    /// <summary>The picture.</summary>
    public static string Svg { get; } = $"""
        <svg class="curve" viewBox="0 0 {Width} {Height}" role="img" aria-label="The sigmoid rises from 0 to 1 in an S; below it, its slope is a bell that never exceeds a quarter">
        <path class="slope" d="{Path(x => Slope(x))}"/>
        <path class="value" d="{Path(x => 1 / (1 + Math.Exp(-x)))}"/>
        </svg>
        """;

    private static double Slope(double x)
    {
        var decay = Math.Exp(-Math.Abs(x));
        return decay / ((1 + decay) * (1 + decay));
    }

    private static string Path(Func<double, double> height)
    {
        var points = Enumerable.Range(0, 121).Select(step => -8 + (step * 16.0 / 120))
            .Select(x => string.Create(CultureInfo.InvariantCulture, $"{(x + 8) / 16 * Width:0.#} {20 + ((1 - height(x)) * (Height - 40)):0.#}"));
        return "M" + string.Join("L", points);
    }
}
