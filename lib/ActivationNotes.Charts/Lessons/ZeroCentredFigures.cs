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
    /// <param name="series">For each kind of input its name and the counts, one for each number of weights.</param>
    public static Figure Orthants(params IReadOnlyList<(string Name, IReadOnlyList<OrthantCount> Counts)> series) =>
        Plot.Lines("Orthants occupied by the gradients of single images", "weights n of the neuron", "orthants",
                [.. series.Select(one => Series.Of(one.Name, one.Counts.Select(count => (double)count.Dimensions), one.Counts.Select(count => (double)count.Occupied)).WithPoints()),
                    Series.Of("all there are, 2ⁿ", series[0].Counts.Select(count => (double)count.Dimensions), series[0].Counts.Select(count => count.Orthants))])
            .WithLogY()
            .WithCaption("Sigmoid inputs give two orthants whatever n is. Inputs of both signs give as many as there are while n is small; "
                + $"at n = {series[0].Counts[^1].Dimensions} the {Whole(series[0].Counts[^1].Vectors)} images are related and fill a part of them.");

    /// <summary>The way of positive inputs, the way of centred inputs, and the straight way, over the quadrants that a step of the first may take.</summary>
    /// <param name="positive">The run with positive inputs.</param>
    /// <param name="centred">The run with centred inputs.</param>
    public static Figure Directions(Trajectory positive, Trajectory centred) =>
        Paths("Allowed directions and real paths", positive, centred)
            .WithXRange(-0.3, 1.1).WithYRange(-1, 0.4)
            .WithCaption($"Shaded: where a step from the start can go when all inputs are positive. Every later step of the zig-zag, too, goes up and right or down and left: {positive.Steps} steps, "
                + $"length {Short(positive.PathLength)}. With centred inputs: {centred.Steps} steps, length {Short(centred.PathLength)}. The straight way has length 1.");

    /// <summary>The paths for every direction of the optimum, turned by a slider, with the number of steps beside them.</summary>
    /// <param name="positive">Positive inputs, one set for each angle in degrees.</param>
    /// <param name="centred">Centred inputs, for the same angles.</param>
    public static Figure Turning(IReadOnlyList<TrajectorySet> positive, IReadOnlyList<TrajectorySet> centred)
    {
        var places = positive.Zip(centred).ToArray();
        // Readers without JavaScript see the direction where the difference is greatest.
        var start = positive.Index().MaxBy(place => place.Item.MedianLength).Index;
        return Plot.Slider("Turn the optimum", "direction of the optimum", [.. positive.Select(set => Degrees(set.At))], [.. places.Select(Place)], start)
            .WithCaption($"The paths: of one seed. The steps: median of {positive[0].Paths.Count} seeds, with the chosen direction marked. "
                + "Positive inputs need most steps across the diagonal, towards −45° or 135°. Centred inputs need about the same for every direction.");

        Figure Place((TrajectorySet Positive, TrajectorySet Centred) place)
        {
            double[] here = [place.Positive.At, place.Positive.At], medians = [place.Positive.MedianSteps, place.Centred.MedianSteps];
            return Plot.SideBySide("Turn the optimum",
                Paths("the paths", place.Positive.Paths[0], place.Centred.Paths[0]),
                Plot.Lines("the steps", "direction of the optimum (degrees)", "median steps",
                    Series.Of("positive inputs", positive.Select(set => set.At), positive.Select(set => set.MedianSteps)),
                    Series.Of("centred inputs", centred.Select(set => set.At), centred.Select(set => set.MedianSteps)),
                    Series.Of("this direction", here, medians).AsPoints()));
        }
    }

    /// <summary>Path length against the direction of the optimum, with the spread of the seeds.</summary>
    /// <param name="sweeps">For each kind of input one set for each angle.</param>
    public static Figure Lengths(params IReadOnlyList<IReadOnlyList<TrajectorySet>> sweeps) =>
        Plot.Lines("How long the way is", "direction of the optimum (degrees)", "length of the way (straight = 1)",
                [.. sweeps.Select(sweep => Sweep(sweep, path => path.PathLength))])
            .WithHorizontalLine(1, "straight")
            .WithCaption("Median and middle half of the seeds. Positive inputs make the way longest where the optimum lies across the diagonal. Single examples leave a detour for centred inputs too.");

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
            .WithCaption($"Root mean square over random directions. The limit is 1/√2, an angle of 45°. Theory and samples differ by {Short(result.Deviation)} at most.");
    }

    /// <summary>Share of minibatches whose gradient has one sign, against the batch size.</summary>
    /// <param name="sweeps">One for each kind of network.</param>
    public static Figure SameSign(params IReadOnlyList<MinibatchSweep> sweeps) =>
        Batches("Minibatches mix the signs", "minibatches with one sign (share)", sweeps, one => one.SameSign)
            .WithYRange(-0.03, 1.05)
            .WithCaption("Median and middle half of the seeds. At batch size 1 the share is exactly 1. As soon as the biases are learned, batches of a few hundred mix signs nearly always.");

    /// <summary>The common-mode share against the batch size.</summary>
    /// <param name="weights">Weights of the neuron: independent signs would give one over this.</param>
    /// <param name="sweeps">One for each kind of network.</param>
    public static Figure CommonMode(int weights, params IReadOnlyList<MinibatchSweep> sweeps) =>
        Batches("What batching leaves: the common mode", "cos²(g, 1)", sweeps, one => one.CommonMode)
            .WithYRange(0, 1)
            .WithHorizontalLine(1.0 / weights, "independent signs")
            .WithCaption("Share of the gradient that tells all weights the same. It falls far more slowly than the share of batches with one sign.");

    /// <summary>The common-mode share for several activations.</summary>
    /// <param name="weights">Weights of the neuron: independent signs would give one over this.</param>
    /// <param name="sweeps">One for each activation.</param>
    public static Figure Activations(int weights, params IReadOnlyList<MinibatchSweep> sweeps) =>
        Batches("The common mode of five activations", "cos²(g, 1)", sweeps, one => one.CommonMode)
            .WithYRange(0, 1)
            .WithHorizontalLine(1.0 / weights, "independent signs")
            .WithCaption("Median and middle half of the seeds. ReLU has a good part of the sigmoid's common mode; activations with both signs have hardly any.");

    /// <summary>How each rule's steps keep or mix the signs with positive and with centred inputs.</summary>
    /// <param name="positive">Positive inputs, one set for each rule.</param>
    /// <param name="centred">Centred inputs, for the same rules.</param>
    public static Figure Rules(IReadOnlyList<TrajectorySet> positive, IReadOnlyList<TrajectorySet> centred) =>
        Plot.Bars("Rules that remember loosen the signs", "rule", "steps in which both weights move alike (share)", [.. positive.Select(set => set.Name)],
                Bar("positive inputs", positive), Bar("centred inputs", centred))
            .WithCaption("Optimum at −45°, one example a step. Intervals hold the middle half of the seeds. Plain descent and RMSProp obey the theorem in every step, momentum and Adam do not.");

    /// <summary>Condition number against the mean of the inputs.</summary>
    /// <param name="means">Means of the inputs.</param>
    /// <param name="theory">The condition number expected at each.</param>
    /// <param name="measured">[seeds][means] What was measured.</param>
    public static Figure Condition(IReadOnlyList<double> means, IReadOnlyList<double> theory, IReadOnlyList<IReadOnlyList<double>> measured) =>
        Plot.Lines("The mean of the inputs sets the condition number", "mean of the inputs (standard deviations)", "condition number",
                Series.Of("theory, 1 + n m²", means, theory), Series.OfRuns("measured", means, measured).AsPoints())
            .WithLogY()
            .WithCaption("Measured lies above theory because 400 samples have a smallest eigenvalue below 1.");

    /// <summary>Steps to the target against the mean of the inputs, for each rule.</summary>
    /// <param name="sweeps">For each rule one set for each mean.</param>
    public static Figure StepsAgainstMean(params IReadOnlyList<IReadOnlyList<TrajectorySet>> sweeps) =>
        Plot.Lines("The mean of the inputs sets the number of steps", "mean of the inputs (standard deviations)", "steps to the target",
                [.. sweeps.Select(sweep => Sweep(sweep, path => path.Steps))])
            .WithLogY()
            .WithCaption("Median and middle half of the seeds, each rule at its best learning rate.");

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

    private static BarSeries Bar(string name, IReadOnlyList<TrajectorySet> sets) => Bar(name, [.. sets.Select(set => set.Paths)], path => path.SameSignSteps);

    private static BarSeries Bar<T>(string name, IReadOnlyList<IReadOnlyList<T>> runs, Func<T, double> of)
    {
        double[][] sorted = [.. runs.Select(seeds => seeds.Select(of).Order().ToArray())];
        return new BarSeries(name, Quantiles(0.5)) { Low = Quantiles(0.25), High = Quantiles(0.75) };

        double[] Quantiles(double share) => [.. sorted.Select(values => Series.Quantile(values, share))];
    }

    private static string Degrees(double angle) => Whole((int)Math.Round(angle)) + "°";

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture).Replace('-', '−');

    private static string Short(double value) => value.ToString("G3", CultureInfo.InvariantCulture).Replace('-', '−');
}
