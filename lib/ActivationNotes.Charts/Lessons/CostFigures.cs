using ActivationNotes.Approximations;
using ActivationNotes.Data;
using ActivationNotes.Experiments;
using ActivationNotes.Numbers;
using ActivationNotes.Timing;

namespace ActivationNotes.Charts.Lessons;

/// <summary>The figures of lesson 04.</summary>
public static class CostFigures
{
    private const double Kibi = 1024;

    /// <summary>Nanoseconds per element of each route, with quartiles.</summary>
    /// <param name="title">What the figure is.</param>
    /// <param name="result">The measured times.</param>
    /// <param name="machine">The machine they were taken on.</param>
    public static Figure Ladder(string title, LadderResult result, MachineInfo machine) => Times(title, result.Times,
        $"Arrays of {result.Length:N0} floats on {Words(machine)}. {Words(result.Times)}");

    /// <summary>Nanoseconds per element of one loop, optimised and not.</summary>
    /// <param name="result">The measured times.</param>
    /// <param name="machine">The machine they were taken on.</param>
    public static Figure DebugTrap(ComparisonResult result, MachineInfo machine) => Times("One loop, max(x, 0), compiled in different ways", result,
        $"Compiled with optimisation: {Names(result, optimised: true)}. Without: {Names(result, optimised: false)}. On {Words(machine)}. {Words(result)}");

    /// <summary>Nanoseconds per element against the size of the data.</summary>
    /// <param name="result">The measured times.</param>
    /// <param name="machine">The machine, whose caches are marked.</param>
    /// <param name="routes">Names of the routes to draw.</param>
    public static Figure Sizes(SizeSweepResult result, MachineInfo machine, params IReadOnlyList<string> routes)
    {
        var figure = Plot.Lines("From the nearest cache to memory", "data read and written (KiB)", "time (ns per element)",
            [.. routes.Select(Band)]).WithLogX().WithLogY();
        figure = machine.Caches.Aggregate(figure, (drawn, cache) => drawn.WithVerticalLine(cache.Bytes / Kibi, $"L{cache.Level}"));
        return figure.WithCaption($"Left of a vertical line the data fits into that cache. On {Words(machine)}. Lines are medians of rounds in which all sizes took turns, bands the middle half of them. "
            + $"{result.Comparisons.Count(comparison => comparison.Confident)} of {result.Comparisons.Length} sizes are known as well as was asked for, "
            + $"the least certain median to {Percent(result.Comparisons.Max(comparison => comparison.Uncertainty))}.{Remarks(result.Comparisons[0])}");

        Series Band(string route)
        {
            var timings = result.Comparisons.Select(comparison => comparison[route]).ToArray();
            return Series.Of(route, result.Bytes.Select(bytes => bytes / Kibi), result.Medians(route))
                .WithBand(timings.Select(timing => timing.LowerQuartile), timings.Select(timing => timing.UpperQuartile), "middle half of the rounds").WithPoints();
        }
    }

    /// <summary>The machine's roofs and, below them, what was measured.</summary>
    /// <param name="roofline">The roofs.</param>
    /// <param name="points">What was measured.</param>
    public static Figure Roof(Roofline roofline, params IReadOnlyList<RooflinePoint> points)
    {
        double[] places = [.. Enumerable.Range(0, 49).Select(i => Elementary.Pow(2, -5 + i / 4.0))];
        var roofs = roofline.Levels.Select(level => Series.Of($"{level.Name}, {level.BytesPerSecond / 1e9:F0} GB/s", places, places.Select(place => roofline.Attainable(place, level) / 1e9)));
        var measured = Series.Of("measured", points.Select(point => point.Work.OperationsPerByte), points.Select(point => point.OperationsPerSecond / 1e9))
            .AsPoints().WithLabels(points.Select(Name));
        return Plot.Lines("The roofline of one core", "operations per byte", "10⁹ operations per second", [.. roofs, measured]).WithLogX().WithLogY()
            .WithCaption($"A slope is a memory's bandwidth, the flat roof is the arithmetic of {roofline.Machine}: {roofline.OperationsPerSecond / 1e9:F0} · 10⁹ operations per second. "
                + $"Points are medians. Of the roof of the memory that holds its data, each reaches: {string.Join(", ", points.Select(point => $"{Name(point)} {Percent(point.ShareOfRoof)} ({point.Level.Name})"))}.");

        static string Name(RooflinePoint point) => $"{point.Work.Name}, {Size(point.Work.Bytes * point.Timing.Elements)}";
    }

    /// <summary>The distance of each approximation from the sigmoid.</summary>
    /// <param name="approximations">The approximations.</param>
    /// <param name="reach">The x axis goes from minus to plus this.</param>
    public static Figure Errors(IReadOnlyList<SigmoidApproximation> approximations, double reach) =>
        Plot.Lines("How far each approximation is from the sigmoid", "input x", "distance from s(x)",
                [.. approximations.Select(one => Series.OfFunction(one.Name, x => Math.Max(1e-9, Math.Abs(one.Function.Value(x) - Elementary.Logistic(x))), -reach, reach, 801))])
            .WithLogY().WithYRange(1e-8, 0.2)
            .WithCaption("On a logarithmic axis a crossing of the sigmoid is a deep notch. Largest distances: "
                + string.Join(", ", approximations.Select(one => $"{one.Name} {Short(one.MaximumError)}")) + ".");

    /// <summary>Error against time, each approximation a point, with the front of those that nothing beats in both.</summary>
    /// <param name="costs">What was measured.</param>
    /// <param name="machine">The machine it was measured on.</param>
    public static Figure Pareto(IReadOnlyList<ApproximationCost> costs, MachineInfo machine)
    {
        var front = costs.Where(cost => cost.IsOnFront(costs)).OrderBy(cost => cost.Timing.Median).ToArray();
        return Plot.Lines("Error against time", "time (ns per element)", "largest distance from s(x)",
                Series.Of("measured", costs.Select(cost => cost.Timing.Median), costs.Select(cost => cost.Errors.Absolute)).AsPoints().WithLabels(costs.Select(cost => cost.Name)),
                Series.Of("Pareto front", front.Select(cost => cost.Timing.Median), front.Select(cost => cost.Errors.Absolute)))
            .WithLogX().WithLogY()
            .WithCaption($"Left is faster, down is closer. On the front, where nothing else is both: {string.Join(", ", front.Select(cost => cost.Name))}. "
                + $"Medians on {Words(machine)}; the least certain is known to {Percent(costs.Max(cost => cost.Timing.Uncertainty))} with 95 % confidence.");
    }

    /// <summary>Test accuracy with each function, trained with it and swapped in afterwards.</summary>
    /// <param name="results">The accuracies.</param>
    public static Figure Accuracies(IReadOnlyList<ApproximatedNetworkResult> results)
    {
        return Plot.Bars("Digits classified with an approximated sigmoid", "function", "test accuracy (%)", [.. results.Select(result => result.Name)],
                Band("trained and run with it", result => result.Trained), Band("trained with the sigmoid, run with it", result => result.Swapped))
            .WithYRange(80, 100)
            .WithCaption($"Bars are medians over {results[0].Trained.Length} seeds, lines go from the lowest to the highest. The axis begins at 80 %.");

        BarSeries Band(string name, Func<ApproximatedNetworkResult, double[]> values)
        {
            var sorted = results.Select(result => values(result).Select(accuracy => 100 * accuracy).Order().ToArray()).ToArray();
            return new(name, [.. sorted.Select(runs => Series.Quantile(runs, 0.5))]) { Low = [.. sorted.Select(runs => runs[0])], High = [.. sorted.Select(runs => runs[^1])] };
        }
    }

    /// <summary>Share of a layer's wall time that is there because of the activation.</summary>
    /// <param name="title">What the figure is.</param>
    /// <param name="layers">Names of the layers.</param>
    /// <param name="machine">The machine they ran on.</param>
    /// <param name="shares">For each activation the median share of each layer, in per cent, with its 95 % interval.</param>
    public static Figure LayerShares(string title, IReadOnlyList<string> layers, MachineInfo machine, params IReadOnlyList<BarSeries> shares) =>
        Plot.Bars(title, "layer", "share of the layer's time (%)", layers, shares)
            .WithCaption("Wall time with the activation less wall time without it, as a share of the former: medians of pairs of runs, with the interval that holds the median with "
                + $"95 % confidence, on {Words(machine)}. From the least to the greatest share: {string.Join("; ", shares.Select(Reach))}."
                + (shares.Any(share => share.Values.Min() < 0) ? " Below 0 is noise: an activation takes no time away." : ""));

    /// <summary>The roofline of special functions of named GPUs, and where a sigmoid stands on it.</summary>
    /// <param name="chips">The chips.</param>
    public static Figure GpuRoof(IReadOnlyList<Accelerator> chips)
    {
        double[] places = [.. Enumerable.Range(0, 33).Select(i => Elementary.Pow(2, -4 + i / 4.0))];
        var machines = chips.Select(Roofline.Of).ToArray();
        var (wide, half) = (ElementWork.Sigmoid(4), ElementWork.Sigmoid(2));
        var roofs = machines.Select(machine => Series.Of(machine.Machine, places, places.Select(place => machine.AttainableSpecial(place, machine.Levels[0]) / 1e9)));
        var ridges = machines.Select(machine => machine.SpecialFunctionsPerSecond / machine.Levels[0].BytesPerSecond).ToArray();
        return Plot.Lines("The roofline of special functions", "special functions per byte", "10⁹ special functions per second", [.. roofs]).WithLogX().WithLogY()
            .WithVerticalLine(wide.SpecialFunctions / wide.Bytes, wide.Name).WithVerticalLine(half.SpecialFunctions / half.Bytes, half.Name)
            .WithCaption($"From the makers' figures, not measured. On a slope memory decides, on the flat part the units for special functions. The corners lie at {ridges.Min():F1} to {ridges.Max():F1} "
                + $"special functions per byte; a sigmoid does {wide.SpecialFunctions / wide.Bytes:G3} in float32 and {half.SpecialFunctions / half.Bytes:G3} in float16.");
    }

    /// <summary>What holds a sigmoid on named GPUs: the least time for its data against that for its special functions.</summary>
    /// <param name="chips">The chips.</param>
    public static Figure Gpus(IReadOnlyList<Accelerator> chips)
    {
        var machines = chips.Select(Roofline.Of).ToArray();
        BarSeries Memory(int bytes) => new($"moving the data, float{8 * bytes}", [.. machines.Select(machine => 1000 * ElementWork.Sigmoid(bytes).MemoryNanoseconds(machine.Levels[0]))]);
        return Plot.Bars("What a sigmoid takes on a GPU at least", "chip", "time (ps per element)", [.. chips.Select(chip => chip.Chip)],
                Memory(4), Memory(2), new BarSeries("exp2 and reciprocal", [.. machines.Select(machine => 1000 * ElementWork.Sigmoid(4).SpecialNanoseconds(machine))]))
            .WithCaption("From the makers' figures, not measured: bytes over memory bandwidth, and two special functions over their rate. The two overlap, so the longer one decides.");
    }

    private static Figure Times(string title, ComparisonResult result, string caption)
    {
        var medians = result.Timings.Select(timing => timing.Median).ToArray();
        var figure = Plot.Bars(title, "how it is computed", "time (ns per element)", [.. result.Timings.Select(timing => timing.Name)],
            new BarSeries("median", medians)
            {
                Low = [.. result.Timings.Select(timing => timing.LowerQuartile)],
                High = [.. result.Timings.Select(timing => timing.UpperQuartile)],
            });

        // A bar's length means something only on a linear axis; it is given up where short bars would vanish.
        return (medians.Max() > 20 * medians.Min() ? figure.WithLogY() : figure).WithCaption(caption);
    }

    private static string Words(MachineInfo machine) => $"{machine.Processor}, {machine.VectorBits}-bit registers";

    private static string Words(ComparisonResult result) => $"Medians of {result.Rounds} interleaved rounds, with the middle half as a line; the least certain is known to "
        + $"{Percent(result.Uncertainty)} with 95 % confidence{(result.Confident ? "" : ", less well than was asked for: the machine had other things to do")}.{Remarks(result)}";

    private static string Remarks(ComparisonResult result) => result.Remarks.Length > 0 ? " " + result.Remarks : "";

    private static string Reach(BarSeries share) => string.Create(CultureInfo.InvariantCulture, $"{share.Name} {share.Values.Min():F1} to {share.Values.Max():F1} %").Replace('-', '−');

    private static string Percent(double share) => (100 * share).ToString(share < 0.1 ? "F1" : "F0", CultureInfo.InvariantCulture) + " %";

    private static string Size(double bytes) => bytes < Kibi * Kibi ? $"{bytes / Kibi:F0} KiB" : $"{bytes / (Kibi * Kibi):F0} MiB";

    private static string Names(ComparisonResult result, bool optimised) =>
        string.Join("; ", result.Timings.Where(timing => timing.Optimised == optimised).Select(timing => timing.Name));

    private static string Short(double value) => value.ToString("G3", CultureInfo.InvariantCulture).Replace('-', '−');
}
