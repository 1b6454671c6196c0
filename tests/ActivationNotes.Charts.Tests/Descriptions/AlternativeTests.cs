namespace ActivationNotes.Charts.Tests.Descriptions;

/// <summary>What figures say to somebody who cannot see them, word by word.</summary>
public sealed class AlternativeTests
{
    public static TheoryData<string> Names => [.. Pinned.Keys];

    private static readonly Dictionary<string, (Figure Figure, string Words)> Pinned = new(StringComparer.Ordinal)
    {
        ["sine"] = (Curve("sine", Math.Sin, 0, 4 * Math.PI, 401),
            "sine oscillates, with 4 turning points, about 6.28 from peak to peak; lowest -1 at input x = 4.71, highest 1 at input x = 1.57; crosses zero at input x = 3.14, input x = 6.28 and input x = 9.42."),
        ["parabola"] = (Curve("parabola", x => (x - 1) * (x - 1), -3, 5),
            "parabola is U-shaped: falls from 16 at input x = -3 to a minimum of 0 at input x = 1, then rises to 16 at input x = 5."),
        ["noisy constant"] = (Curve("noise", Noise, 0, 100, 101),
            "noise fluctuates around 5.02 (standard deviation 0.357) without a clear trend; lowest 4.5 at input x = 10, highest 5.5 at input x = 76."),
        ["sigmoid"] = (Curve("s(x)", Logistic, -10, 10),
            "s(x) rises in an S from 4.54e-5 at input x = -10 to 1 at input x = 10, steepest near input x = 0, nearly flat below input x = -4.4 and above input x = 4.4."),
        ["crossing lines"] = (Plot.Lines("t", "time (s)", "height (m)", Series.OfFunction("up", x => x, 0, 4), Series.OfFunction("down", x => 3 - x, 0, 4)),
            "up rises in a straight line from 0 at time = 0 to 4 at time = 4. down falls in a straight line from 3 at time = 0 to -1 at time = 4; crosses zero at time = 3. up and down cross at time = 1.5 (height 1.5)."),
        ["heatmap"] = (Plot.Heatmap("t", "layer", "depth", "gradient norm", ["1", "2", "3"], ["4", "8"], new[,] { { 1, 0.5, 0.25 }, { 0.5, 0.1, 0.01 } }),
            "A grid of 2 rows and 3 columns: gradient norm is highest, 1, at layer 1, depth 4, and lowest, 0.01, at layer 3, depth 8; the mean is 0.393. It shrinks from left to right."),
        ["bars"] = (Plot.Bars("t", "function", "time (ns)", ["exp", "max", "add"], new BarSeries("scalar", [6, 1, 0.5]), new BarSeries("vector", [0.75, 0.25, 0.125])),
            "scalar, time (ns), from highest to lowest: exp (6), max (1) and add (0.5); the highest is 12 times the lowest. vector, time (ns), from highest to lowest: exp (0.75), max (0.25) and add (0.125); the highest is 6 times the lowest. scalar is higher than vector throughout."),
        ["piled up at both ends"] = (Histogram([.. Plot.Range(-8, 8, 801).Select(Logistic)]),
            "outputs: 801 values from 3.35e-4 to 1, half of them between 0.018 and 0.982, median 0.5; piled up at both ends: 36.3 % in the lowest tenth of that range, 36.3 % in the highest; most common from 3.35e-4 to 0.0503, with 31.7 % of the values."),
        ["two peaks"] = (Histogram([.. Normal(-3), .. Normal(3)]),
            "outputs: 1,000 values from -7.06 to 7.06, half of them between -3 and 3, median 0; two peaks, near -3.18 and 3.18; most common from -3.53 to -2.82, with 14.3 % of the values."),
        ["bell"] = (Histogram([.. Normal(0)]),
            "outputs: 500 values from -4.06 to 4.06, half of them between -0.644 and 0.644, median 0; one peak near -0.203, about as wide to either side; most common from -0.406 to 0, with 16.6 % of the values."),
        ["evenly"] = (Histogram(Plot.Range(0, 1, 1001)),
            "outputs: 1,001 values from 0 to 1, half of them between 0.25 and 0.75, median 0.5; spread evenly; most common from 0.1 to 0.15, with 5.09 % of the values."),
        ["long tail"] = (Histogram([.. Enumerable.Range(0, 1000).Select(i => Math.Pow(-Math.Log((i + 0.5) / 1000), 0.7))]),
            "outputs: 1,000 values from 0.00489 to 4.14, half of them between 0.418 and 1.26, median 0.774; one peak near 0.521, with a longer tail to higher values; most common from 0.418 to 0.625, with 15 % of the values."),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_picture_is_described_as_a_person_would(string name) => Assert.Equal(Pinned[name].Words, Pinned[name].Figure.Alternative);

    private static Figure Curve(string name, Func<double, double> function, double from, double to, int points = 201) =>
        Plot.Lines("t", "input x", "output", Series.OfFunction(name, function, from, to, points));

    private static Figure Histogram(double[] values) => Plot.Histogram("t", "output", 20, new Sample("outputs", values));

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    // Looks like noise: a sine sampled far too rarely, ever faster.
    private static double Noise(double x) => 5 + (Math.Sin(x * x * 12.9898) * 0.5);

    // Nearly a normal distribution: the quantiles of a logistic one of the same width.
    private static IEnumerable<double> Normal(double mean) => Enumerable.Range(0, 500).Select(i => (i + 0.5) / 500).Select(share => mean + (Math.Log(share / (1 - share)) / 1.702));
}
