namespace ActivationNotes.Charts;

/// <summary>One curve or one cloud of points: a name, and y against x.</summary>
/// <example><code>
/// Series.Of("ReLU", steps, losses).WithBand(lower, upper)
/// Series.OfFunction("s(x)", Activation.Named("sigmoid").Value, -10, 10)
/// Series.OfRuns("sigmoid, 10 seeds", steps, lossesOfEachSeed)   // median with the band of the middle half
/// </code></example>
public sealed record Series
{
    private Series(string name, double[] x, double[] y)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (x.Length != y.Length)
            throw new ArgumentException($"Series '{name}' has {x.Length} values of x and {y.Length} of y: give one y for each x.", nameof(y));
        if (x.Length == 0) throw new ArgumentException($"Series '{name}' is empty: give at least one point.", nameof(x));
        (Name, X, Y) = (name, x, y);
    }

    /// <summary>What the legend and the description call it.</summary>
    public string Name { get; }

    /// <summary>Horizontal coordinates, in the unit of the x axis.</summary>
    public IReadOnlyList<double> X { get; }

    /// <summary>Vertical coordinates, in the unit of the y axis; NaN draws a gap.</summary>
    public IReadOnlyList<double> Y { get; }

    /// <summary>Lower edge of the band around the curve, one value for each x; null without a band.</summary>
    public IReadOnlyList<double>? Low { get; private init; }

    /// <summary>Upper edge of the band around the curve, one value for each x; null without a band.</summary>
    public IReadOnlyList<double>? High { get; private init; }

    /// <summary>What the band means, for example "middle half of 10 runs".</summary>
    public string BandName { get; private init; } = "";

    /// <summary>Names of single points, one for each x; null without them.</summary>
    public IReadOnlyList<string>? Labels { get; private init; }

    /// <summary>Whether the points are marked.</summary>
    public bool ShowsPoints { get; private init; }

    /// <summary>Whether the points are joined.</summary>
    public bool ShowsLine { get; private init; } = true;

    /// <summary>A series of values that are already there.</summary>
    /// <param name="name">What the legend calls it.</param>
    /// <param name="x">Horizontal coordinates.</param>
    /// <param name="y">Vertical coordinates, as many.</param>
    /// <exception cref="ArgumentException">The lengths differ, or there is no point.</exception>
    public static Series Of(string name, IEnumerable<double> x, IEnumerable<double> y) => new(name, [.. x], [.. y]);

    /// <summary>A function, evaluated at evenly spaced places, both ends included.</summary>
    /// <param name="name">What the legend calls it.</param>
    /// <param name="function">The function.</param>
    /// <param name="from">First x.</param>
    /// <param name="to">Last x, greater than <paramref name="from"/>.</param>
    /// <param name="points">How many places, at least 2.</param>
    public static Series OfFunction(string name, Func<double, double> function, double from, double to, int points = 201)
    {
        var x = Plot.Range(from, to, points);
        return new(name, x, [.. x.Select(function)]);
    }

    /// <summary>Several runs of one experiment: their median, with a band that holds the middle half of them.</summary>
    /// <param name="name">What the legend calls it.</param>
    /// <param name="x">Horizontal coordinates, shared by the runs.</param>
    /// <param name="runs">[runs x points], each run as long as <paramref name="x"/>.</param>
    public static Series OfRuns(string name, IEnumerable<double> x, IEnumerable<IReadOnlyList<double>> runs)
    {
        double[] places = [.. x];
        var all = runs.ToArray();
        if (all.Length == 0) throw new ArgumentException($"Series '{name}' has no runs: give at least one.", nameof(runs));
        foreach (var (index, run) in all.Index())
            if (run.Count != places.Length)
                throw new ArgumentException($"Run {index} of series '{name}' has {run.Count} values for {places.Length} values of x.", nameof(runs));
        var columns = places.Select((_, i) => all.Select(run => run[i]).Order().ToArray()).ToArray();
        return new Series(name, places, [.. columns.Select(column => Quantile(column, 0.5))])
            .WithBand(columns.Select(column => Quantile(column, 0.25)), columns.Select(column => Quantile(column, 0.75)), $"middle half of {all.Length} runs");
    }

    /// <summary>The same series with a band around it.</summary>
    /// <param name="low">Lower edge, one value for each x.</param>
    /// <param name="high">Upper edge, one value for each x.</param>
    /// <param name="meaning">What the band is, for example "95 % interval".</param>
    public Series WithBand(IEnumerable<double> low, IEnumerable<double> high, string meaning = "band")
    {
        double[] lower = [.. low], upper = [.. high];
        if (lower.Length != X.Count || upper.Length != X.Count)
            throw new ArgumentException($"The band of series '{Name}' has {lower.Length} lower and {upper.Length} upper values for {X.Count} points.", nameof(low));
        return this with { Low = lower, High = upper, BandName = meaning };
    }

    /// <summary>The same series with a name written at each point.</summary>
    /// <param name="labels">One for each x; an empty one writes nothing.</param>
    public Series WithLabels(IEnumerable<string> labels)
    {
        string[] names = [.. labels];
        if (names.Length != X.Count) throw new ArgumentException($"Series '{Name}' has {X.Count} points and {names.Length} labels.", nameof(labels));
        return this with { Labels = names };
    }

    /// <summary>The same series as points that are not joined.</summary>
    public Series AsPoints() => this with { ShowsLine = false, ShowsPoints = true };

    /// <summary>The same series as a line with its points marked.</summary>
    public Series WithPoints() => this with { ShowsPoints = true };

    // Linear between order statistics, R's type 7, the default of NumPy and of spreadsheets.
    internal static double Quantile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]) : sorted[below];
    }
}
