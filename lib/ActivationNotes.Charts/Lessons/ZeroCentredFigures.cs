using ActivationNotes.Diagnostics;
using ActivationNotes.Experiments;

namespace ActivationNotes.Charts.Lessons;

/// <summary>The figures of lesson 03.</summary>
public static class ZeroCentredFigures
{
    // The optimum lies at distance 1: paths stay within a little more.
    private const double Reach = 1.25;

    /// <summary>Gradients p - y of the softmax loss for some images and all classes.</summary>
    /// <param name="gradients">Measured on real digits.</param>
    /// <param name="labels">The right class of each image.</param>
    /// <param name="images">How many images, from the first.</param>
    public static Figure ScoreSigns(NeuronGradients gradients, IReadOnlyList<int> labels, int images)
    {
        var values = new double[images, gradients.ScoreGradients.ColumnCount];
        for (var image = 0; image < images; image++)
            for (var neuron = 0; neuron < values.GetLength(1); neuron++)
                values[image, neuron] = gradients.ScoreGradients[image, neuron];
        return Plot.Heatmap("Upstream gradients of ten output neurons", "output neuron (class)", "image", "p − y",
                [.. Enumerable.Range(0, values.GetLength(1)).Select(Whole)], [.. Enumerable.Range(0, images).Select(image => $"{image + 1}: a {labels[image]}")], values, signed: true)
            .WithCaption("Every row has one negative entry, at the right class, and nine positive ones. So each image pushes one neuron up and nine down.");
    }

    /// <summary>The orthants that single-example gradients occupy, against the number of weights.</summary>
    /// <param name="series">For each kind of input its name and, for each seed, the counts, one for each number of weights.</param>
    public static Figure Orthants(params IReadOnlyList<(string Name, IReadOnlyList<IReadOnlyList<OrthantCount>> Seeds)> series)
    {
        var counts = series[0].Seeds[0];
        double[] weights = [.. counts.Select(count => (double)count.Dimensions)];
        return Plot.Lines("Orthants occupied by the gradients of single images", "weights n of the neuron", "orthants",
                [.. series.Select(one => Series.OfRuns(one.Name, weights, one.Seeds.Select(seed => seed.Select(count => (double)count.Occupied).ToArray())).WithPoints()),
                    Series.Of("all there are, 2ⁿ", weights, counts.Select(count => count.Orthants))])
            .WithLogY()
            .WithCaption($"Median and middle half of {series[0].Seeds.Count} networks, {Whole(counts[^1].Vectors)} images each. Fewest and most at n = {counts[^1].Dimensions}, "
                + $"of {Short(counts[^1].Orthants)} orthants: {string.Join("; ", series.Select(Occupied))}.");

        static string Occupied((string Name, IReadOnlyList<IReadOnlyList<OrthantCount>> Seeds) one) =>
            $"{one.Name} {Whole(one.Seeds.Min(seed => seed[^1].Occupied))} and {Whole(one.Seeds.Max(seed => seed[^1].Occupied))}";
    }

    /// <summary>The way of positive inputs, the way of centred inputs, and the straight way, over the quadrants that a step of the first may take.</summary>
    /// <param name="positive">The run with positive inputs.</param>
    /// <param name="centred">The run with centred inputs.</param>
    public static Figure Directions(Trajectory positive, Trajectory centred) =>
        Paths("Allowed directions and real paths", positive, centred)
            .WithXRange(-0.3, 1.1).WithYRange(-1, 0.4)
            .WithCaption($"Shaded: where a step can go when all inputs are positive: up and right or down and left. That is so in {Percent(positive.SameSignSteps)} of the {positive.Steps} steps of the zig-zag, "
                + $"whose length is {Short(positive.PathLength)}. With centred inputs: {centred.Steps} steps, length {Short(centred.PathLength)}. The straight way has length 1.");

    /// <summary>The paths for every direction of the optimum, turned by a slider, with the number of steps beside them.</summary>
    /// <param name="positive">Positive inputs, one set for each angle in degrees.</param>
    /// <param name="centred">Centred inputs, for the same angles.</param>
    public static Figure Turning(IReadOnlyList<TrajectorySet> positive, IReadOnlyList<TrajectorySet> centred)
    {
        var places = positive.Zip(centred).ToArray();
        // Readers without JavaScript see the direction where the difference is greatest.
        var start = positive.Index().MaxBy(place => place.Item.MedianLength).Index;
        Series[] steps = [Sweep(positive, path => path.StepsToTarget), Sweep(centred, path => path.StepsToTarget)];
        return Plot.Slider("Turn the optimum", "direction of the optimum", [.. positive.Select(set => Degrees(set.At))], [.. places.Select(Place)], start)
            .WithCaption($"The paths: of one seed. The steps: median and middle half of {positive[0].Paths.Count} seeds, with the chosen direction marked. "
                + $"Median steps: {Range(positive, set => set.MedianSteps)}; {Range(centred, set => set.MedianSteps)}.");

        Figure Place((TrajectorySet Positive, TrajectorySet Centred) place)
        {
            double[] here = [place.Positive.At, place.Positive.At], medians = [place.Positive.MedianSteps, place.Centred.MedianSteps];
            return Plot.SideBySide("Turn the optimum",
                Paths("the paths", place.Positive.Paths[0], place.Centred.Paths[0]),
                Plot.Lines("the steps", "direction of the optimum (degrees)", "median steps",
                    steps[0], steps[1],
                    Series.Of("this direction", here, medians).AsPoints()));
        }
    }

    /// <summary>Path length against the direction of the optimum, with the spread of the seeds.</summary>
    /// <param name="sweeps">For each kind of input one set for each angle.</param>
    public static Figure Lengths(params IReadOnlyList<IReadOnlyList<TrajectorySet>> sweeps) =>
        Plot.Lines("How long the way is", "direction of the optimum (degrees)", "length of the way (straight = 1)",
                [.. sweeps.Select(sweep => Sweep(sweep, path => path.LengthToTarget))])
            .WithHorizontalLine(1, "straight")
            .WithCaption($"Median and middle half of {sweeps[0][0].Paths.Count} seeds. Median lengths: {string.Join("; ", sweeps.Select(sweep => Range(sweep, set => set.MedianLength)))}.");

    /// <summary>The best cosine of one pair of orthants against the number of weights.</summary>
    /// <param name="result">Theory and samples.</param>
    public static Figure Scaling(OrthantScalingResult result)
    {
        double[] places = [.. result.Dimensions.Select(n => (double)n)];
        return Plot.Lines("The best step of one pair of orthants", "weights n", "best cosine with the ideal direction",
                Series.Of("theory", places, result.Theory),
                Series.Of("sampled", places, places.Select((_, i) => result.Sampled.Average(seed => seed[i]))).AsPoints()
                    .WithBand(places.Select((_, i) => result.Sampled.Min(seed => seed[i])), places.Select((_, i) => result.Sampled.Max(seed => seed[i])), $"lowest to highest of {result.Sampled.Length} seeds"))
            .WithLogX().WithYRange(0.68, 1)
            .WithHorizontalLine(Math.Sqrt(0.5), "1/√2")
            .WithCaption($"Root mean square over random directions. The limit is 1/√2, an angle of 45°. Theory and samples differ by {Short(result.Deviation)} at most. The lowest cosine of all single directions is {result.Lowest.ToString("F4", CultureInfo.InvariantCulture)}.");
    }

    /// <summary>Share of minibatches whose gradient has one sign, against the batch size.</summary>
    /// <param name="sweeps">One for each kind of network.</param>
    public static Figure SameSign(params IReadOnlyList<MinibatchSweep> sweeps) =>
        Batches("Minibatches mix the signs", "minibatches with one sign (share)", sweeps, one => one.SameSign)
            .WithYRange(-0.03, 1.05)
            .WithCaption(FromTo(sweeps, one => one.SameSign));

    /// <summary>The common-mode share against the batch size.</summary>
    /// <param name="weights">Weights of the neuron: independent signs would give one over this.</param>
    /// <param name="sweeps">One for each kind of network.</param>
    public static Figure CommonMode(int weights, params IReadOnlyList<MinibatchSweep> sweeps) =>
        Batches("What batching leaves: the common mode", "cos²(g, 1)", sweeps, one => one.CommonMode)
            .WithYRange(0, 1)
            .WithHorizontalLine(1.0 / weights, "independent signs")
            .WithCaption("The share of the gradient that tells all weights the same. " + FromTo(sweeps, one => one.CommonMode));

    /// <summary>The common-mode share for several activations.</summary>
    /// <param name="weights">Weights of the neuron: independent signs would give one over this.</param>
    /// <param name="sweeps">One for each activation.</param>
    public static Figure Activations(int weights, params IReadOnlyList<MinibatchSweep> sweeps) =>
        Batches("The common mode of five activations", "cos²(g, 1)", sweeps, one => one.CommonMode)
            .WithYRange(0, 1)
            .WithHorizontalLine(1.0 / weights, "independent signs")
            .WithCaption(FromTo(sweeps, one => one.CommonMode));

    /// <summary>How each rule's steps keep or mix the signs with positive and with centred inputs.</summary>
    /// <param name="title">What was trained.</param>
    /// <param name="rules">Names of the rules.</param>
    /// <param name="positive">[rules][seeds] Steps with positive inputs.</param>
    /// <param name="centred">[rules][seeds] Steps with centred inputs.</param>
    public static Figure Rules(string title, IReadOnlyList<string> rules, IReadOnlyList<IReadOnlyList<StepSigns>> positive, IReadOnlyList<IReadOnlyList<StepSigns>> centred)
    {
        return Plot.SideBySide(title,
                Panel("steps with one sign", "share of the steps", signs => signs.SameSign),
                Panel("common mode of the steps", "cos²(step, 1)", signs => signs.CommonMode))
            .WithCaption($"In a step with one sign no two weights move in opposite directions. Bars: medians; intervals: the middle half of {positive[0].Count} seeds. With positive inputs every step of every seed has one sign under: "
                + $"{string.Join(", ", rules.Where((_, i) => positive[i].All(signs => signs.SameSign == 1)).DefaultIfEmpty("none"))}.");

        Figure Panel(string name, string axis, Func<StepSigns, double> of) =>
            Plot.Bars(name, "rule", axis, rules, Bar("positive inputs", positive, of), Bar("centred inputs", centred, of));
    }

    /// <summary>Condition number against the mean of the inputs.</summary>
    /// <param name="means">Means of the inputs.</param>
    /// <param name="theory">The condition number expected at each.</param>
    /// <param name="measured">[seeds][means] What was measured.</param>
    public static Figure Condition(IReadOnlyList<double> means, IReadOnlyList<double> theory, IReadOnlyList<IReadOnlyList<double>> measured)
    {
        return Plot.Lines("The mean of the inputs sets the condition number", "mean of the inputs (standard deviations)", "condition number",
                Series.Of("theory, 1 + n m²", means, theory), Series.OfRuns("measured", means, measured).AsPoints())
            .WithLogY()
            .WithCaption($"Theory is for infinitely many samples. Measured medians are {Short(means.Select(Over).Min())} to {Short(means.Select(Over).Max())} times as high.");

        double Over(double _, int place) => MathNet.Numerics.Statistics.Statistics.Median(measured.Select(seed => seed[place])) / theory[place];
    }

    /// <summary>Steps to the target against the mean of the inputs, for each rule.</summary>
    /// <param name="sweeps">For each rule one set for each mean.</param>
    public static Figure StepsAgainstMean(params IReadOnlyList<IReadOnlyList<TrajectorySet>> sweeps) =>
        Plot.Lines("The mean of the inputs sets the number of steps", "mean of the inputs (standard deviations)", "steps to the target",
                [.. sweeps.Select(sweep => Sweep(sweep, path => path.StepsToTarget))])
            .WithLogY()
            .WithCaption($"Median and middle half of {sweeps[0][0].Paths.Count} seeds. Each rule has the learning rate that was fastest, of those it may use, in other draws. "
                + $"Median steps from mean {Short(sweeps[0][0].At)} to mean {Short(sweeps[0][^1].At)}: "
                + $"{string.Join("; ", sweeps.Select(sweep => $"{sweep[0].Name} {Short(sweep[0].MedianSteps)} to {Short(sweep[^1].MedianSteps)}"))}.");

    /// <summary>How much of the curvature lies along one direction, for each activation.</summary>
    /// <param name="names">The activations.</param>
    /// <param name="spectra">[activations][seeds] The Hessian of the layer that reads them.</param>
    public static Figure Curvature(IReadOnlyList<string> names, IReadOnlyList<IReadOnlyList<HessianSpectrum>> spectra) =>
        Plot.Bars("One eigenvalue's share of the curvature", "hidden activation", "largest eigenvalue / sum of all", names,
                Bar("largest eigenvalue", spectra, spectrum => spectrum.LargestShare))
            .WithCaption("The Hessian of a linear layer reading hidden outputs on real digits, before training. Intervals hold the middle half of the seeds.");

    private static Figure Paths(string title, Trajectory positive, Trajectory centred) =>
        Plot.Lines(title, "weight w₁", "weight w₂",
            Path("positive inputs", positive), Path("centred inputs", centred),
            Series.Of("straight", [0, Math.Round(positive.Target[0], 6)], [0, Math.Round(positive.Target[1], 6)]).WithLabels(["start", "optimum"]).WithPoints(),
            Series.Of("directions a step may take", [-Reach, 0, 0, Reach], [0, 0, 0, 0]).WithBand([-Reach, -Reach, 0, 0], [0, 0, Reach, Reach], "allowed"))
        .WithXRange(-Reach, Reach).WithYRange(-Reach, Reach);

    private static Series Path(string name, Trajectory path) =>
        Series.Of(name, path.Points.Select(point => point[0]), path.Points.Select(point => point[1]));

    private static Series Sweep(IReadOnlyList<TrajectorySet> sweep, Func<Trajectory, double> of) =>
        Series.OfRuns(sweep[0].Name, sweep.Select(set => set.At), sweep[0].Paths.Select((_, seed) => sweep.Select(set => of(set.Paths[seed])).ToArray()));

    private static Figure Batches(string title, string yAxis, IReadOnlyList<MinibatchSweep> sweeps, Func<MinibatchSigns, double> of) =>
        Plot.Lines(title, "batch size", yAxis,
            [.. sweeps.Select(sweep => Series.OfRuns(sweep.Name, sweep.Sizes.Select(size => (double)size), sweep.Runs.Select(run => run.Select(of).ToArray())))]).WithLogX();

    private static BarSeries Bar<T>(string name, IReadOnlyList<IReadOnlyList<T>> runs, Func<T, double> of)
    {
        double[][] sorted = [.. runs.Select(seeds => seeds.Select(of).Order().ToArray())];
        return new BarSeries(name, Quantiles(0.5)) { Low = Quantiles(0.25), High = Quantiles(0.75) };

        double[] Quantiles(double share) => [.. sorted.Select(values => Series.Quantile(values, share))];
    }

    // What every series does between its ends, in numbers.
    private static string FromTo(IReadOnlyList<MinibatchSweep> sweeps, Func<MinibatchSigns, double> of)
    {
        return $"Median and middle half of {sweeps[0].Runs.Count} seeds. Medians from batches of {sweeps[0].Sizes[0]} to batches of {sweeps[0].Sizes[^1]}: "
            + $"{string.Join("; ", sweeps.Select(sweep => $"{sweep.Name} {Median(sweep, 0)} to {Median(sweep, sweep.Sizes.Count - 1)}"))}.";

        string Median(MinibatchSweep sweep, int size) => Short(MathNet.Numerics.Statistics.Statistics.Median(sweep.Runs.Select(run => of(run[size]))));
    }

    // The least and the most over all places of a sweep.
    private static string Range(IReadOnlyList<TrajectorySet> sweep, Func<TrajectorySet, double> of)
    {
        var (least, most) = (sweep.MinBy(of)!, sweep.MaxBy(of)!);
        return $"{sweep[0].Name} from {Short(of(least))} at {Degrees(least.At)} to {Short(of(most))} at {Degrees(most.At)}";
    }

    private static string Percent(double share) => $"{Short(100 * share)} %";

    private static string Degrees(double angle) => Whole((int)Math.Round(angle)) + "°";

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture).Replace('-', '−');

    private static string Short(double value) => value.ToString(Math.Abs(value) < 1000 ? "G3" : "F0", CultureInfo.InvariantCulture).Replace('-', '−');
}
