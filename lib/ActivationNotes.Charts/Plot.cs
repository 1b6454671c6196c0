using ActivationNotes.Charts.Drawing;

namespace ActivationNotes.Charts;

/// <summary>The kinds of chart the course draws. Axis titles say quantity and unit: "time (ms)".</summary>
public static class Plot
{
    /// <summary>The most points of one series that are drawn; longer ones keep their peaks.</summary>
    public const int MaximumPoints = 1000;

    /// <summary>Evenly spaced numbers, both ends included.</summary>
    /// <param name="from">The first.</param>
    /// <param name="to">The last, greater than <paramref name="from"/>.</param>
    /// <param name="points">How many, at least 2.</param>
    public static double[] Range(double from, double to, int points = 201)
    {
        if (!(to > from)) throw new ArgumentException($"A range from {from} to {to} is empty: the end must be greater than the start.", nameof(to));
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 2);
        return [.. Enumerable.Range(0, points).Select(i => i == points - 1 ? to : from + (i * (to - from) / (points - 1)))];
    }

    /// <summary>Curves, or clouds of points, over common axes.</summary>
    /// <param name="title">What the figure is.</param>
    /// <param name="xAxis">Quantity and unit along the horizontal axis.</param>
    /// <param name="yAxis">Quantity and unit along the vertical axis.</param>
    /// <param name="series">At least one; their names differ.</param>
    public static Figure Lines(string title, string xAxis, string yAxis, params IReadOnlyList<Series> series)
    {
        Distinct(title, series.Select(one => one.Name));
        return new Figure(title, new LineChart(Axis(title, "horizontal", xAxis), Axis(title, "vertical", yAxis), [.. series]));
    }

    /// <summary>Points that are not joined.</summary>
    /// <inheritdoc cref="Lines"/>
    public static Figure Points(string title, string xAxis, string yAxis, params IReadOnlyList<Series> series) =>
        Lines(title, xAxis, yAxis, [.. series.Select(one => one.AsPoints())]);

    /// <summary>A bar for each category and series.</summary>
    /// <param name="title">What the figure is.</param>
    /// <param name="categoryAxis">What the categories are.</param>
    /// <param name="valueAxis">Quantity and unit of the bars.</param>
    /// <param name="categories">Their names, from left to right.</param>
    /// <param name="series">Each with one value for each category.</param>
    public static Figure Bars(string title, string categoryAxis, string valueAxis, IReadOnlyList<string> categories, params IReadOnlyList<BarSeries> series)
    {
        Distinct(title, series.Select(one => one.Name));
        foreach (var one in series)
        {
            if (new[] { one.Values, one.Low, one.High }.Any(values => values is not null && values.Count != categories.Count))
                throw new ArgumentException($"Figure '{title}': there are {categories.Count} categories, and series '{one.Name}' has {one.Values.Count} values (intervals need as many).", nameof(series));
        }

        var axis = Axis(title, "category", categoryAxis) with { Categories = true };
        return new Figure(title, new BarChart(axis, Axis(title, "value", valueAxis), [.. categories], [.. series]));
    }

    /// <summary>How values are distributed, as per cent of each sample in equal bins.</summary>
    /// <param name="title">What the figure is.</param>
    /// <param name="valueAxis">Quantity and unit of the values.</param>
    /// <param name="bins">How many bins, at least 1.</param>
    /// <param name="samples">At least one with finite values.</param>
    public static Figure Histogram(string title, string valueAxis, int bins, params IReadOnlyList<Sample> samples)
    {
        Distinct(title, samples.Select(sample => sample.Name));
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        double[] finite = [.. samples.SelectMany(sample => sample.Values).Where(double.IsFinite)];
        if (finite.Length == 0) throw new ArgumentException($"Figure '{title}': no sample has a finite value.", nameof(samples));
        var (from, to) = (finite.Min(), finite.Max());
        if (from == to) (from, to) = (from - 0.5, to + 0.5);
        return new Figure(title, new HistogramChart(Axis(title, "value", valueAxis), new AxisOptions("share of the values (%)"), [.. samples], from, to, bins));
    }

    /// <summary>A grid of coloured cells.</summary>
    /// <param name="title">What the figure is.</param>
    /// <param name="xAxis">What the columns are.</param>
    /// <param name="yAxis">What the rows are.</param>
    /// <param name="quantity">What the colours mean, with unit.</param>
    /// <param name="columns">Names of the columns, from left to right.</param>
    /// <param name="rows">Names of the rows, from top to bottom.</param>
    /// <param name="values">[rows x columns]; NaN leaves a cell blank.</param>
    /// <param name="signed">Whether both signs occur and matter: then the scale is centred on zero.</param>
    public static Figure Heatmap(
        string title, string xAxis, string yAxis, string quantity, IReadOnlyList<string> columns, IReadOnlyList<string> rows, double[,] values, bool signed = false)
    {
        if (values.GetLength(0) != rows.Count || values.GetLength(1) != columns.Count)
            throw new ArgumentException($"Figure '{title}': the values are {values.GetLength(0)} x {values.GetLength(1)}, but there are {rows.Count} rows and {columns.Count} columns.", nameof(values));
        if (string.IsNullOrWhiteSpace(quantity))
            throw new ArgumentException($"Figure '{title}': the colours have no quantity. Say what they show, with its unit.", nameof(quantity));
        var down = Axis(title, "vertical", yAxis) with { Categories = true, Reversed = true };
        return new Figure(title, new HeatmapChart(Axis(title, "horizontal", xAxis) with { Categories = true }, down, quantity, [.. columns], [.. rows], values, signed));
    }

    /// <summary>Boxes and arrows: a computational graph with what flows along each arrow.</summary>
    /// <param name="title">What the figure is.</param>
    /// <param name="nodes">The boxes; their names differ.</param>
    /// <param name="edges">The arrows, between boxes that are there.</param>
    public static Figure Diagram(string title, IReadOnlyList<DiagramNode> nodes, IReadOnlyList<DiagramEdge> edges)
    {
        Distinct(title, nodes.Select(node => node.Name));
        return new Figure(title, new DiagramChart([.. nodes], [.. edges]));
    }

    /// <summary>Figures side by side, as panels of one.</summary>
    /// <param name="title">What the whole is.</param>
    /// <param name="panels">Two to four; their titles stay, their captions do not.</param>
    public static Figure SideBySide(string title, params IReadOnlyList<Figure> panels)
    {
        if (panels.Count is < 2 or > 4) throw new ArgumentException($"Figure '{title}' has {panels.Count} panels: side by side there is room for two to four.", nameof(panels));
        return new Figure(title, new PanelsChart([.. panels.Select(panel => panel.Title)], [.. panels.Select(panel => panel.Chart)]));
    }

    /// <summary>One figure whose data a slider exchanges; all is computed beforehand, so that it works on a page without a kernel.</summary>
    /// <param name="title">What the whole is.</param>
    /// <param name="parameter">What the slider sets, with unit.</param>
    /// <param name="labels">Its values, as they are shown.</param>
    /// <param name="figures">One for each value, of one kind and with the same series.</param>
    /// <param name="start">Which of the figures is shown first, counted from 0; readers without JavaScript see it drawn, and all of them in words and numbers.</param>
    /// <param name="fixedAxes">Whether the axes hold the data of all values from the start, so that the data move and not the axes.</param>
    public static Figure Slider(string title, string parameter, IReadOnlyList<string> labels, IReadOnlyList<Figure> figures, int start = 0, bool fixedAxes = true)
    {
        if (labels.Count != figures.Count || labels.Count < 2)
            throw new ArgumentException($"Figure '{title}': a slider needs a figure for each of at least two values; there are {labels.Count} labels and {figures.Count} figures.", nameof(figures));
        if (start < 0 || start >= figures.Count)
            throw new ArgumentOutOfRangeException(nameof(start), start, $"Figure '{title}': the slider has the places 0 to {figures.Count - 1}.");
        var slider = new FigureSlider(parameter, [.. labels], [.. figures.Select(figure => figure.Chart)], fixedAxes, start);
        return new Figure(title, slider.Charts[start], figures[start].Caption, slider);
    }

    private static AxisOptions Axis(string title, string which, string text) => string.IsNullOrWhiteSpace(text)
        ? throw new ArgumentException($"Figure '{title}': the {which} axis has no title. Say what it shows, with its unit.", nameof(text))
        : new AxisOptions(text);

    private static void Distinct(string title, IEnumerable<string> names)
    {
        string[] all = [.. names];
        if (all.Length == 0) throw new ArgumentException($"Figure '{title}' has nothing to show.", nameof(names));
        if (all.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twins)
            throw new ArgumentException($"Figure '{title}': two things are named '{twins.Key}', so a reader could not tell them apart.", nameof(names));
    }
}
