using ActivationNotes.Approximations;
using ActivationNotes.Data;
using ActivationNotes.Experiments;
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
        $"Arrays of {result.Length:N0} floats on {machine.Processor}, {machine.VectorBits}-bit registers. Medians of {result.Times.Rounds} interleaved rounds, with the middle half as a line.");

    /// <summary>Nanoseconds per element of one loop, optimised and not.</summary>
    /// <param name="result">The measured times.</param>
    public static Figure DebugTrap(ComparisonResult result) => Times("One loop, max(x, 0), compiled in different ways", result,
        $"Compiled with optimisation: {Names(result, optimised: true)}. Without: {Names(result, optimised: false)}.");

    /// <summary>Nanoseconds per element against the size of the data.</summary>
    /// <param name="result">The measured times.</param>
    /// <param name="machine">The machine, whose caches are marked.</param>
    /// <param name="routes">Names of the routes to draw.</param>
    public static Figure Sizes(SizeSweepResult result, MachineInfo machine, params IReadOnlyList<string> routes)
    {
        var figure = Plot.Lines("From the nearest cache to memory", "data read and written (KiB)", "time (ns per element)",
            [.. routes.Select(route => Series.Of(route, result.Bytes.Select(bytes => bytes / Kibi), result.Medians(route)).WithPoints())]).WithLogX().WithLogY();
        figure = machine.Caches.Aggregate(figure, (drawn, cache) => drawn.WithVerticalLine(cache.Bytes / Kibi, $"L{cache.Level}"));
        return figure.WithCaption("Left of a vertical line the data fits into that cache. At the right end nothing fits, and fast ways come together: they wait for the memory.");
    }

    /// <summary>The machine's roofs and, below them, what was measured.</summary>
    /// <param name="roofline">The roofs.</param>
    /// <param name="points">Each with its name, operations per byte and operations per second.</param>
    public static Figure Roof(Roofline roofline, IReadOnlyList<(string Name, double OperationsPerByte, double OperationsPerSecond)> points)
    {
        double[] places = [.. Enumerable.Range(0, 49).Select(i => Math.Pow(2, -5 + i / 4.0))];
        var roofs = roofline.Levels.Select(level => Series.Of($"{level.Name}, {level.BytesPerSecond / 1e9:F0} GB/s", places, places.Select(place => roofline.Attainable(place, level) / 1e9)));
        var measured = Series.Of("measured", points.Select(point => point.OperationsPerByte), points.Select(point => point.OperationsPerSecond / 1e9))
            .AsPoints().WithLabels(points.Select(point => point.Name));
        return Plot.Lines("The roofline of one core", "operations per byte", "10⁹ operations per second", [.. roofs, measured]).WithLogX().WithLogY()
            .WithCaption($"A slope is a memory's bandwidth, the flat roof is the arithmetic: {roofline.OperationsPerSecond / 1e9:F0} · 10⁹ operations per second. A point lies below the roof of the memory its data is in.");
    }

    /// <summary>The distance of each approximation from the sigmoid.</summary>
    /// <param name="approximations">The approximations.</param>
    /// <param name="reach">The x axis goes from minus to plus this.</param>
    public static Figure Errors(IReadOnlyList<SigmoidApproximation> approximations, double reach) =>
        Plot.Lines("How far each approximation is from the sigmoid", "input x", "distance from s(x)",
                [.. approximations.Select(one => Series.OfFunction(one.Name, x => Math.Max(1e-9, Math.Abs(one.Function.Value(x) - 1 / (1 + Math.Exp(-x)))), -reach, reach, 801))])
            .WithLogY().WithYRange(1e-8, 0.2)
            .WithCaption("On a logarithmic axis a crossing of the sigmoid is a deep notch. Largest distances: "
                + string.Join(", ", approximations.Select(one => $"{one.Name} {Short(one.MaximumError)}")) + ".");

    /// <summary>Error against time, each approximation a point, with the front of those that nothing beats in both.</summary>
    /// <param name="costs">What was measured.</param>
    public static Figure Pareto(IReadOnlyList<ApproximationCost> costs)
    {
        var front = costs.Where(cost => cost.IsOnFront(costs)).OrderBy(cost => cost.Timing.Median).ToArray();
        return Plot.Lines("Error against time", "time (ns per element)", "largest distance from s(x)",
                Series.Of("measured", costs.Select(cost => cost.Timing.Median), costs.Select(cost => cost.Errors.Absolute)).AsPoints().WithLabels(costs.Select(cost => cost.Name)),
                Series.Of("Pareto front", front.Select(cost => cost.Timing.Median), front.Select(cost => cost.Errors.Absolute)))
            .WithLogX().WithLogY()
            .WithCaption($"Left is faster, down is closer. On the front, where nothing else is both: {string.Join(", ", front.Select(cost => cost.Name))}.");
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
    /// <param name="activations">Names of the activations.</param>
    /// <param name="shares">[layers x activations], 0 to 1.</param>
    public static Figure LayerShares(string title, IReadOnlyList<string> layers, IReadOnlyList<string> activations, double[,] shares) =>
        Plot.Bars(title, "layer", "share of the layer's time (%)", layers,
                [.. activations.Select((activation, column) => new BarSeries(activation, [.. layers.Select((_, row) => 100 * shares[row, column])]))])
            .WithCaption("Wall time with the activation less wall time without it, as a share of the former. ReLU is fused into the convolution and costs nothing; below 0 is noise.");

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

    private static string Names(ComparisonResult result, bool optimised) =>
        string.Join("; ", result.Timings.Where(timing => timing.Optimised == optimised).Select(timing => timing.Name));

    private static string Short(double value) => value.ToString("G3", CultureInfo.InvariantCulture).Replace('-', '−');
}
