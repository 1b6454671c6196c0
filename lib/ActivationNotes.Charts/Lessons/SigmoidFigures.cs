using ActivationNotes.Activations;
using ActivationNotes.Charts.Descriptions;
using ActivationNotes.Data;
using ActivationNotes.Experiments;
using ActivationNotes.Numbers;

namespace ActivationNotes.Charts.Lessons;

/// <summary>The figures of lesson 01.</summary>
public static class SigmoidFigures
{
    // Half the bits of a double, and all that stand behind its first.
    private const int HalfOfTheBits = 26, AllBits = 52;

    /// <summary>The sigmoid and its slope, with the saturated regions shaded.</summary>
    /// <param name="sigmoid">The sigmoid; any other activation is drawn in the same way.</param>
    /// <param name="reach">The x axis goes from minus to plus this.</param>
    /// <param name="edge">Saturated is what lies beyond this on either side; nothing is shaded when the axis ends before.</param>
    public static Figure Graph(IActivation sigmoid, double reach, double edge)
    {
        if (!(edge > 0)) throw new ArgumentOutOfRangeException(nameof(edge), edge, "The edge of the saturated regions must be above 0: they lie beyond it on either side.");
        var letter = sigmoid.Info.Name == "sigmoid" ? "s" : "f";
        Series value = Series.OfFunction($"{letter}(x)", x => sigmoid.Value(x), -reach, reach), slope = Series.OfFunction($"slope {letter}′(x)", x => sigmoid.Derivative(x), -reach, reach);
        double lowest = Math.Min(value.Y.Min(), slope.Y.Min()), highest = Math.Max(value.Y.Max(), slope.Y.Max()), steepest = slope.Y.Max(y => Math.Abs(y));
        var flat = Plot.Range(edge, Math.Max(reach, 2 * edge)).Max(x => Math.Max(Math.Abs(sigmoid.Derivative(x)), Math.Abs(sigmoid.Derivative(-x)))) / steepest;
        var figure = Plot.Lines($"The {sigmoid.Info.Title} and its slope", "input x", "value", value, slope)
            .WithYRange(lowest - (0.05 * (highest - lowest)), highest + (0.15 * (highest - lowest)));
        if (edge < reach) figure = figure.ShadeX(-reach, -edge, "saturated").ShadeX(edge, reach, "saturated");
        return figure.WithCaption($"Between x = {Short(-reach)} and x = {Short(reach)} the curve lies from {Words.Number(value.Y.Min())} to {Words.Number(value.Y.Max())}; "
            + $"its slope is at most {Words.Number(slope.Y.Max())}. "
            + $"{(edge < reach ? "In the shaded regions, beyond" : "Beyond")} |x| = {Short(edge)}, {(edge < reach ? "" : "outside the picture, ")}the slope is at most {Short(100 * flat)} % of its steepest.");
    }

    /// <summary>tanh, the sigmoid, and the sigmoid stretched and moved until it is tanh.</summary>
    /// <param name="sigmoid">The sigmoid.</param>
    /// <param name="reach">The x axis goes from minus to plus this.</param>
    public static Figure Tanh(IActivation sigmoid, double reach) =>
        Plot.Lines("tanh is a sigmoid, stretched and moved", "input x", "value",
                Series.OfFunction("s(x)", x => sigmoid.Value(x), -reach, reach),
                Series.OfFunction("tanh(x)", Elementary.Tanh, -reach, reach),
                Series.Of("2 s(2x) − 1", Plot.Range(-reach, reach, 17), Plot.Range(-reach, reach, 17).Select(x => 2 * sigmoid.Value(2 * x) - 1)).AsPoints())
            .WithCaption("The points, computed with the sigmoid alone, lie on tanh: twice as steep along x, twice as high, and moved down by 1.");

    /// <summary>A graph of gates with its values above the arrows and its gradients below them.</summary>
    /// <param name="output">The last gate, after <see cref="GateNode.Backward"/>.</param>
    public static Figure Gates(GateNode output)
    {
        var order = output.InOrder();
        var names = Names(order);
        var column = Columns(order);
        var row = Rows(order);
        var nodes = order.Select(node => Box(names[node], column[node], row[node])).Append(Box("y", column[output] + 1, row[output]));
        var edges = order.SelectMany(node => node.Inputs.Select(input => Edge(names[input], names[node], input))).Append(Edge(names[output], "y", output));
        return Plot.Diagram("Values forward, gradients backward", [.. nodes], [.. edges])
            .WithCaption("Above each arrow the value that flows forward; below it the gradient of y with respect to that value, which flows backward.");

        // Wider than the boxes are apart by default: the arrows carry numbers.
        static DiagramNode Box(string name, int column, double row) => new(name, 1.5 * column, 0.8 * row);

        static DiagramEdge Edge(string from, string to, GateNode carrier) => new(from, to, Short(carrier.Value), Short(carrier.Gradient));
    }

    /// <summary>How many units in the last place each formula of the slope is off.</summary>
    /// <param name="result">The measured errors.</param>
    public static Figure SlopeErrors(SlopeAccuracyResult result) =>
        Plot.Lines("Three formulas for the slope and their errors", "input x", "largest error (ULP)",
                [.. result.Formulas.Select(formula => Series.Of(formula.Formula, result.X, formula.WorstUlps))])
            .WithLogY()
            .WithHorizontalLine(Math.ScaleB(1, AllBits), "no digit left")
            .WithCaption(Sentences.Join(result.Formulas.Select(formula => Loss(result.X, formula)).Prepend("Worst error in small cells of the x axis, against exact arithmetic.")));

    /// <summary>Measured firing rates with their spread over seeds, what theory expects, and the fitted sigmoid.</summary>
    /// <param name="neuron">The neuron.</param>
    /// <param name="result">Its measured rates.</param>
    /// <param name="fit">The sigmoid fitted to them.</param>
    public static Figure FiringRate(FiringRateExperiment neuron, FiringRateResult result, SigmoidFit fit)
    {
        var fine = Plot.Range(result.Currents[0], result.Currents[^1], 101);
        return Plot.Lines("Firing rate of a noisy integrate-and-fire neuron", "input current (threshold = 1)", "firing rate (spikes/s)",
                Series.Of("measured", result.Currents, result.Mean).AsPoints()
                    .WithBand(Edge(runs => runs.Min()), Edge(runs => runs.Max()), $"lowest to highest of {result.Rates.Length} seeds"),
                Series.Of("Siegert's formula", fine, fine.Select(neuron.ExpectedRate)),
                Series.Of("fitted sigmoid", fine, fine.Select(fit.Value)))
            .WithCaption($"Fitted: {Short(fit.Height)} s({Short(fit.Steepness)} (I − {Short(fit.Midpoint)})), off by {Short(fit.RootMeanSquareError)} spikes/s "
                + $"(root mean square, {Short(100 * fit.RootMeanSquareError / fit.Height)} % of its height) and by {Short(fit.LargestError)} at worst.");

        double[] Edge(Func<IEnumerable<double>, double> of) => [.. result.Currents.Select((_, i) => of(result.Rates.Select(run => run[i])))];
    }

    /// <summary>Two digits, with the rows that a classifier does not see left blank.</summary>
    /// <param name="first">The image on the left.</param>
    /// <param name="second">The image on the right.</param>
    /// <param name="firstRow">First visible row.</param>
    public static Figure Digits(DigitImage first, DigitImage second, int firstRow)
    {
        return Plot.SideBySide($"What the classifier sees: a {first.Label} and a {second.Label}", Half(first), Half(second))
            .WithCaption($"Two of the images, rows {firstRow} to {DigitImage.Side - 1}. The rows above are hidden from the classifier and left blank here.");

        Figure Half(DigitImage image)
        {
            string[] places = [.. Enumerable.Range(0, DigitImage.Side).Select(place => place.ToString(CultureInfo.InvariantCulture))];
            var ink = new double[DigitImage.Side, DigitImage.Side];
            for (var row = 0; row < DigitImage.Side; row++)
                for (var column = 0; column < DigitImage.Side; column++)
                    ink[row, column] = row < firstRow ? double.NaN : image.At(row, column);
            return Plot.Heatmap($"a {image.Label}", "column", "row", "ink", places, places, ink);
        }
    }

    /// <summary>The reliability diagram: observed frequency against predicted probability.</summary>
    /// <param name="result">The test predictions.</param>
    public static Figure Reliability(TwoDigitsResult result)
    {
        var bins = result.Reliability();
        return Plot.Lines("Reliability diagram", "predicted probability", "observed frequency",
                Series.Of("observed", bins.Select(bin => bin.Prediction), bins.Select(bin => bin.Frequency)).AsPoints()
                    .WithBand(bins.Select(bin => bin.Low), bins.Select(bin => bin.High), "95 % interval"),
                Series.Of("perfect calibration", [0, 1], [0, 1]))
            .WithXRange(0, 1).WithYRange(0, 1)
            .WithCaption($"{bins.Sum(bin => bin.Count)} test predictions of {result.Runs.Length} splits of {result.DistinctImages} images, in ten bins. "
                + $"The average distance from the line, weighted by bin size, is {Short(result.CalibrationError())}.");
    }

    /// <summary>Observed log-odds against the linear score.</summary>
    /// <param name="result">The test predictions.</param>
    public static Figure LogOdds(TwoDigitsResult result)
    {
        // A bin where every answer was the same has no finite log-odds.
        var bins = result.ByScore().Where(bin => bin.Frequency is > 0 and < 1).ToArray();
        double[] ends = [bins[0].Prediction, bins[^1].Prediction];
        return Plot.Lines("The score is the log-odds", "score z", "observed log-odds",
                Series.Of("observed", bins.Select(bin => bin.Prediction), bins.Select(bin => LogOddsOf(bin.Frequency))).AsPoints()
                    .WithBand(bins.Select(bin => LogOddsOf(bin.Low)), bins.Select(bin => LogOddsOf(bin.High)), "95 % interval"),
                Series.Of("score = log-odds", ends, ends))
            .WithCaption($"Test predictions in bins of equal size, by score z = w·x + b. The slope of the observed log-odds along the score is {Short(result.LogOddsSlope())}; 1 is perfect.");
    }

    /// <summary>Brier scores of the sigmoid and of the clipped line for each split.</summary>
    /// <param name="result">The test predictions.</param>
    public static Figure BrierScores(TwoDigitsResult result) =>
        Plot.Bars("Sigmoid against clipped line", "split (seed)", "Brier score on test images (lower is better)",
                [.. result.Runs.Select(run => run.Seed.ToString(CultureInfo.InvariantCulture))],
                new BarSeries("sigmoid", [.. result.Runs.Select(run => run.BrierScore)]),
                new BarSeries("line cut off at 0 and 1", [.. result.Runs.Select(run => run.BrierScoreOfLine)]))
            .WithCaption($"The sigmoid is better in {result.Runs.Count(run => run.BrierScore < run.BrierScoreOfLine)} of {result.Runs.Length} splits.");

    private static string Loss(double[] x, SlopeAccuracy formula)
    {
        var worst = formula.WorstUlps.Max();
        if (worst < Math.ScaleB(1, HalfOfTheBits)) return $"{formula.Formula} stays within {Words.Number(worst)} ULP.";
        return $"{formula.Formula} has lost half its digits at x = {From(HalfOfTheBits)}"
            + (worst < Math.ScaleB(1, AllBits) ? "." : $" and all of them at x = {From(AllBits)}.");

        string From(int bits) => Short(x[Array.FindIndex(formula.WorstUlps, ulps => ulps >= Math.ScaleB(1, bits))]);
    }

    private static double LogOddsOf(double frequency) => Elementary.Log(frequency / (1 - frequency));

    // Gates that do the same are told apart by a small number.
    private static Dictionary<GateNode, string> Names(IReadOnlyList<GateNode> order)
    {
        var names = new Dictionary<GateNode, string>();
        foreach (var same in order.GroupBy(node => node.Operation, StringComparer.Ordinal))
            foreach (var (index, node) in same.Index())
                names[node] = same.Count() == 1 ? node.Operation : node.Operation + (char)('₁' + index);
        return names;
    }

    // A gate stands one column to the right of the last gate it reads; an input one column to the left of its reader.
    private static Dictionary<GateNode, int> Columns(IReadOnlyList<GateNode> order)
    {
        var column = new Dictionary<GateNode, int>();
        foreach (var node in order) column[node] = node.Inputs.Count == 0 ? 0 : 1 + node.Inputs.Max(input => column[input]);
        foreach (var node in order.Where(node => node.Inputs.Count == 0))
            column[node] = order.Where(reader => reader.Inputs.Contains(node)).Select(reader => column[reader] - 1).DefaultIfEmpty(0).Min();
        return column;
    }

    // Inputs get a row each, in order; a gate stands in the middle of what it reads.
    private static Dictionary<GateNode, double> Rows(IReadOnlyList<GateNode> order)
    {
        var row = new Dictionary<GateNode, double>();
        var next = 0.0;
        foreach (var node in order) row[node] = node.Inputs.Count == 0 ? next++ : node.Inputs.Average(input => row[input]);
        return row;
    }

    private static string Short(double value) => value.ToString("G3", CultureInfo.InvariantCulture).Replace('-', '−');
}
