using System.Text.Json.Nodes;
using ActivationNotes.Charts.Drawing;

namespace ActivationNotes.Charts.Tests.Drawing;

public sealed class ThemeTests
{
    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void Every_series_stands_out_from_the_page_at_three_to_one_and_words_at_four_and_a_half(string name)
    {
        var theme = name == "light" ? Theme.Light : Theme.Dark;
        Assert.All(theme.Series, colour => Assert.InRange(Contrast(colour, theme.Page), 3, 21));
        Assert.InRange(Contrast(theme.Text, theme.Page), 4.5, 21);
        Assert.All(theme.Series.Index(), series => Assert.InRange(Contrast((string)theme.Resolve(new Paint(PaintRole.Words, series.Index)), theme.Page), 4.5, 21));
    }

    // In OKLab about 0.02 is just noticeable side by side. Six times that for any two of the six series, nine times among the
    // first three, which most figures do with.
    [Theory]
    [InlineData("normal", 0.13, 0.18)]
    [InlineData("protanopia", 0.115, 0.18)]
    [InlineData("deuteranopia", 0.115, 0.18)]
    [InlineData("tritanopia", 0.115, 0.18)]
    public void No_two_series_look_alike_to_anybody(string kind, double least, double leastOfThree)
    {
        foreach (var theme in new[] { Theme.Light, Theme.Dark })
        {
            for (var i = 0; i < theme.Series.Count; i++)
                for (var j = 0; j < i; j++)
                {
                    var distance = ColourVision.Distance(theme.Series[i], theme.Series[j], kind);
                    Assert.True(distance >= (i < 3 ? leastOfThree : least), $"{theme.Name}: series {j} and {i} are {distance:0.000} apart with {kind}.");
                }
        }
    }

    [Fact]
    public void Colour_is_never_the_only_cue()
    {
        string[] names = ["a", "b", "c", "d", "e", "f"];
        AssertDiffer(Plot.Lines("t", "x", "y", [.. names.Select(name => Series.Of(name, [0, 1], [0, 1]))]), trace => trace["line"]!["dash"]);
        AssertDiffer(Plot.Points("t", "x", "y", [.. names.Select(name => Series.Of(name, [0, 1], [0, 1]))]), trace => trace["marker"]!["symbol"]);
        AssertDiffer(Plot.Bars("t", "x", "y", ["one"], [.. names.Select(name => new BarSeries(name, [1]))]), trace => trace["marker"]!["pattern"]!["shape"]);
        AssertDiffer(Plot.Histogram("t", "x", 3, [.. names.Select(name => new Sample(name, [0, 1, 2]))]), trace => trace["marker"]!["pattern"]!["shape"]);
    }

    private static void AssertDiffer(Figure figure, Func<JsonNode, JsonNode?> cue)
    {
        var cues = figure.Json()["data"]!.AsArray().Select(trace => (string?)cue(trace!)).ToArray();
        Assert.Equal(6, cues.Length);
        Assert.Equal(cues.Length, cues.Distinct(StringComparer.Ordinal).Count());
    }

    // WCAG 2.2, "contrast ratio" and "relative luminance".
    private static double Contrast(string one, string other)
    {
        double[] luminances = [Luminance(one), Luminance(other)];
        return (luminances.Max() + 0.05) / (luminances.Min() + 0.05);
    }

    private static double Luminance(string colour)
    {
        var parts = ColourVision.Linear(colour);
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }
}
