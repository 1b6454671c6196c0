namespace ActivationNotes.Charts.Tests.Html;

/// <summary>A figure of every kind, with all that can be pointed at, as tests and people look at them.</summary>
internal static class Gallery
{
    private static readonly string[] s_eight = [.. Enumerable.Range(0, 8).Select(place => $"{place}")];

    public static Figure Sigmoid { get; } = Plot.Lines("The sigmoid and its slope", "input x", "value",
            Series.OfFunction("s(x)", Logistic, -10, 10), Series.OfFunction("slope", x => Logistic(x) * (1 - Logistic(x)), -10, 10))
        .ShadeX(-10, -5, "saturated").ShadeX(5, 10, "saturated").WithNote(0, 0.5, "steepest").WithHorizontalLine(0.25, "highest slope").WithCaption("Flat beyond 5.");

    public static Figure Decorated { get; } = Plot.Lines("Growth", "time (s)", "amount (g)", Series.OfFunction("growth", x => Math.Exp(x), 0, 5).WithPoints())
        .WithLogY().WithVerticalLine(2.5, "half time").ShadeY(10, 20, "wanted").WithPoint(4, Math.Exp(4), "here");

    public static Figure Bars { get; } = Plot.Bars("Time of one call", "kind", "time (ns)", ["exp", "max", "add"],
        new BarSeries("scalar", [5.1, 0.9, 0.4]) { Low = [4.9, 0.8, 0.3], High = [5.6, 1.1, 0.5] }, new BarSeries("vector", [0.7, 0.2, 0.1]));

    public static Figure Histogram { get; } = Plot.Histogram("Outputs", "output", 20,
        new Sample("sigmoid", [.. Plot.Range(-6, 6, 400).Select(Logistic)]), new Sample("middle", [.. Plot.Range(0.2, 0.8, 200)]));

    public static Figure Heatmap { get; } = Plot.Heatmap("Weights", "column", "row", "weight", s_eight, s_eight, Grid(1), signed: true);

    public static Figure Diagram { get; } = Plot.Diagram("Gate", [new("x", 0), new("s", 1.5), new("y", 3)], [new("x", "s", "1.00", "0.20"), new("s", "y", "0.73", "1.00")]);

    public static Figure Panels { get; } = Plot.SideBySide("Two grids of one quantity", Plot.Heatmap("first", "column", "row", "gradient norm", s_eight, s_eight, Grid(1)),
        Plot.Heatmap("second", "column", "row", "gradient norm", s_eight, s_eight, Grid(2)));

    public static Figure MixedPanels { get; } = Plot.SideBySide("Three kinds", Heatmap, Histogram, Histogram);

    public static Figure Slider { get; } = Plot.Slider("Steeper", "steepness", ["1", "3"],
        [.. new[] { 1.0, 3.0 }.Select(slope => Plot.Lines("line", "input x", "output", Series.OfFunction("line", x => slope * x, 0, 1, 11)))]);

    public static Figure Runs { get; } = Plot.Lines("Training", "step", "loss",
        [.. Enumerable.Range(0, 6).Select(k => Series.OfRuns($"network {k}", Plot.Range(0, 100, 51), Enumerable.Range(0, 10).Select(seed =>
            (IReadOnlyList<double>)[.. Plot.Range(0, 100, 51).Select(step => (2.5 - (0.3 * k)) * Math.Exp(-step / (20 + (5 * k))) + (0.01 * seed))])))]);

    public static IReadOnlyList<Figure> All { get; } = [Sigmoid, Decorated, Bars, Histogram, Heatmap, Diagram, Panels, MixedPanels, Slider, Runs];

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    private static double[,] Grid(double scale)
    {
        var grid = new double[8, 8];
        for (var row = 0; row < 8; row++)
            for (var column = 0; column < 8; column++)
                grid[row, column] = scale * Math.Sin(row + (0.7 * column));
        return grid;
    }
}
