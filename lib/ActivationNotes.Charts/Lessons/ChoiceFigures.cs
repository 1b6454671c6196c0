using ActivationNotes.Charts.Descriptions;
using ActivationNotes.Data;
using ActivationNotes.Experiments;
using ActivationNotes.Networks;
using ActivationNotes.Timing;

namespace ActivationNotes.Charts.Lessons;

/// <summary>The figures of lesson 05.</summary>
public static class ChoiceFigures
{
    // Points of per cent within which the guide does not prefer one activation to another.
    private const double NotFar = 15;

    /// <summary>All activations against one problem of the sigmoid at a time; a slider chooses the problem.</summary>
    /// <param name="board">The measured lines.</param>
    /// <param name="machine">The machine that the times were taken on.</param>
    public static Figure Scoreboard(IReadOnlyList<ScoreboardLine> board, MachineInfo machine)
    {
        (string Problem, string Meaning, Func<ScoreboardLine, Spread> Of)[] problems =
        [
            ("1, flat ends", "share of the gradient that a layer loses, before training", line => line.LostPerLayer),
            ("2, not zero-centred", "share of the examples whose gradient has one sign only", line => line.SameSignShare),
            ("3, cost", "share of the time that ReLU would not have needed", line => line.TimeOverRelu),
        ];
        return Plot.Slider("Scoreboard", "problem", [.. problems.Select(problem => $"{problem.Problem}: {problem.Meaning}")], [.. problems.Select(problem =>
            Plot.Bars("Scoreboard", "activation", "how much of the problem it has (%)", [.. board.Select(line => line.Activation)],
                    new BarSeries("measured", [.. board.Select(line => 100 * problem.Of(line).Mean)])
                    {
                        Low = [.. board.Select(line => 100 * problem.Of(line).Low)],
                        High = [.. board.Select(line => 100 * problem.Of(line).High)],
                    })
                .WithYRange(0, 105)
                .WithCaption("The slider chooses the problem. Low bars are good. The thin lines are the range of the seeds, and for the cost the 95 % interval of the median "
                    + $"on {machine.Processor}. The tables before the figure have the numbers as they were measured."))])
            .WithTable(new FigureTable(["problem", "activation", "how much of the problem it has (%)", "lowest", "highest"],
                [.. problems.SelectMany(problem => board.Select(line => Row(problem.Problem, line.Activation, problem.Of(line))))]));
    }

    /// <summary>A guide for choosing: the activations ranked by the problem that matters for what one builds; a slider chooses that.</summary>
    /// <param name="board">The measured lines.</param>
    public static Figure Guide(IReadOnlyList<ScoreboardLine> board)
    {
        (string Problem, string Build, Func<ScoreboardLine, double> Of)[] wishes =
        [
            ("none in particular", "a hidden layer like any other (mean of the three problems)", line => (line.LostPerLayer.Mean + line.SameSignShare.Mean + line.TimeOverRelu.Mean) / 3),
            ("1, flat ends", "a deep network without normalisation", line => line.LostPerLayer.Mean),
            ("2, not zero-centred", "a network that learns from one example at a time", line => line.SameSignShare.Mean),
            ("3, cost", "something for a phone or a microcontroller", line => line.TimeOverRelu.Mean),
            ("all three", "something that must be good at all of it (worst of the three problems)", line => line.Worst),
        ];
        var ranked = wishes.Select(wish => board.Select(line => (line.Activation, Percent: 100 * wish.Of(line)))
            .OrderBy(line => line.Percent).ThenBy(line => line.Activation, StringComparer.Ordinal).ToArray()).ToArray();
        return Plot.Slider("A guide for choosing", "problem that hurts",
                [.. wishes.Zip(ranked, (wish, lines) => $"{wish.Problem}. You build {wish.Build}: take {Best(lines)}")],
                [.. wishes.Zip(ranked, (wish, lines) => Plot.Bars("A guide for choosing", "activation, best first", "how much of the problem it has (%)",
                        [.. lines.Select(line => line.Activation)], new BarSeries("measured", [.. lines.Select(line => line.Percent)]))
                    .WithXRange(-0.6, board.Count - 0.4).WithYRange(0, 105)
                    .WithCaption("The slider chooses the problem that hurts most in what you build. The activations are ranked by it: take one from the left."))])
            .WithTable(new FigureTable(["problem that hurts", "what you build", "rank", "activation", "how much of the problem it has (%)"],
                [.. wishes.Zip(ranked).SelectMany(pair => pair.Second.Select((line, place) =>
                    (IReadOnlyList<object?>)[pair.First.Problem, pair.First.Build, place + 1.0, line.Activation, SeriesTable.Cell(line.Percent)]))]));

        // Those not far from the best: between them, what was measured before training does not decide.
        static string Best(IReadOnlyList<(string Activation, double Percent)> lines)
        {
            string[] good = [.. lines.TakeWhile(line => line.Percent <= lines[0].Percent + NotFar).Select(line => line.Activation)];
            return good.Length > 4 ? $"{string.Join(", ", good.Take(4))} or {good.Length - 4} more" : string.Join(" or ", good);
        }
    }

    /// <summary>Test accuracy of all activations in a shallow and a deep network, with the range over the seeds.</summary>
    /// <param name="networks">A name for each kind of network and its trainings, one for each activation in the same order.</param>
    public static Figure Training(params IReadOnlyList<(string Name, IReadOnlyList<TrainingResult> Results)> networks) =>
        Plot.Bars("Trained on the digits", "activation", "test accuracy (%)", [.. networks[0].Results.Select(result => result.Experiment.Recipe.Activation)],
                [.. networks.Select(network => new BarSeries(network.Name, [.. network.Results.Select(result => 100 * result.Accuracies.Average())])
                {
                    Low = [.. network.Results.Select(result => 100 * result.Accuracies.Min())],
                    High = [.. network.Results.Select(result => 100 * result.Accuracies.Max())],
                })])
            .WithHorizontalLine(10, "guessing")
            .WithCaption($"Mean and range of {Trained(networks[0].Results[0])}, the same learning rate for all.");

    /// <summary>Test accuracy against depth, a curve with a band for each initialisation; a slider chooses the activation.</summary>
    /// <param name="trainings">One for each activation, initialisation and depth; every activation with the same initialisations.</param>
    public static Figure Depths(IReadOnlyList<TrainingResult> trainings)
    {
        var activations = trainings.GroupBy(training => training.Experiment.Recipe.Activation).ToArray();
        return Plot.Slider("Accuracy against depth and initialisation", "activation", [.. activations.Select(one => one.Key)], [.. activations.Select(one =>
                Plot.Lines("Accuracy against depth and initialisation", "hidden layers", "test accuracy (%)", [.. one.GroupBy(Start).Select(start =>
                        Series.Of(start.Key, start.Select(training => (double)training.Experiment.Recipe.HiddenLayers), start.Select(training => Accuracy(training).Mean))
                            .WithPoints()
                            .WithBand(start.Select(training => Accuracy(training).Low), start.Select(training => Accuracy(training).High), "lowest to highest seed"))])
                    .WithYRange(0, 105)
                    .WithHorizontalLine(10, "guessing")
                    .WithCaption($"The slider chooses the activation. Mean and range of {Trained(trainings[0])}, the same learning rate for all."))])
            .WithTable(new FigureTable(["activation", "initialisation", "hidden layers", "test accuracy (%)", "lowest", "highest"], [.. trainings.Select(training =>
                (IReadOnlyList<object?>)[training.Experiment.Recipe.Activation, Start(training), (double)training.Experiment.Recipe.HiddenLayers, .. Cells(Accuracy(training))])]));

        static string Start(TrainingResult training) => (training.Experiment.Recipe.Initialisation ?? Initialisation.Glorot).Name;

        static Spread Accuracy(TrainingResult training) => Spread.Of(training.Accuracies.Select(accuracy => 100 * accuracy));
    }

    /// <summary>Accuracy of memory cells against the length of the gap, with the range over the seeds.</summary>
    /// <param name="cells">A name for each kind of cell and its results, one for each gap.</param>
    public static Figure Memory(params IReadOnlyList<(string Name, IReadOnlyList<GatedMemoryResult> Results)> cells) =>
        Plot.Lines("How long a cell remembers one bit", "gap between the bit and the question (steps)", "accuracy (%)",
                [.. cells.Select(cell => Series.Of(cell.Name, Gaps(cell.Results), cell.Results.Select(result => 100 * result.Accuracies.Average()))
                    .WithPoints()
                    .WithBand(
                        cell.Results.Select(result => 100 * result.Accuracies.Min()),
                        cell.Results.Select(result => 100 * result.Accuracies.Max()),
                        "lowest to highest seed"))])
            .WithLogX().WithYRange(40, 105)
            .WithHorizontalLine(50, "guessing")
            .WithCaption($"Mean accuracy on new sequences, and the range over {cells[0].Results[0].Runs.Length} seeds. All cells have "
                + $"{cells[0].Results[0].Experiment.Units} units and the same training; gates start nearly closed, for the gap at hand.");

    /// <summary>How much of the gradient arrives how many steps before the end, before any training.</summary>
    /// <param name="cells">A name for each kind of cell and its result, all with the same gap.</param>
    public static Figure GradientThroughTime(params IReadOnlyList<(string Name, GatedMemoryResult Result)> cells) =>
        Plot.Lines("The gradient on its way back through time", "steps before the question", "gradient norm, as a share of that at the question",
                [.. cells.Select(cell => Series.Of(cell.Name, Enumerable.Range(0, cell.Result.Experiment.Gap + 1).Select(step => (double)step),
                    cell.Result.GradientByStep.Reverse()))])
            .WithLogY()
            .WithCaption($"Geometric mean of {cells[0].Result.Runs.Length} untrained cells. The bit lies at the right end: what arrives there is all that it can be learned from.");

    /// <summary>The learned masks, of the image's own pixels and of those that say nothing.</summary>
    /// <param name="result">The trained masks.</param>
    public static Figure Masks(SoftMaskResult result)
    {
        var mean = result.MeanMask;
        return Plot.SideBySide("What the masks let through", Half("pixels of the image", 0), Half("added pixels", mean.Length / 2))
            .WithCaption($"Masks from 0 (shut) to 1 (open), averaged over {result.Runs.Length} seeds. "
                + $"Of the added pixels, {Percent(result.Runs.Average(run => run.StrangersShut))} are shut.");

        Figure Half(string title, int first)
        {
            string[] places = [.. Enumerable.Range(0, DigitImage.Side).Select(place => place.ToString(CultureInfo.InvariantCulture))];
            var open = new double[DigitImage.Side, DigitImage.Side];
            for (var i = 0; i < DigitImage.Side * DigitImage.Side; i++) open[i / DigitImage.Side, i % DigitImage.Side] = mean[first + i];
            return Plot.Heatmap(title, "column", "row", "mask", places, places, open);
        }
    }

    private static IReadOnlyList<object?> Row(string problem, string activation, Spread share) =>
        [problem, activation, .. Cells(new Spread(100 * share.Mean, 100 * share.Low, 100 * share.High))];

    private static IEnumerable<object?> Cells(Spread spread) => [SeriesTable.Cell(spread.Mean), SeriesTable.Cell(spread.Low), SeriesTable.Cell(spread.High)];

    private static string Trained(TrainingResult result) =>
        $"{result.Runs.Count} seeds after {result.Experiment.Epochs} epoch{(result.Experiment.Epochs == 1 ? "" : "s")}";

    private static IEnumerable<double> Gaps(IReadOnlyList<GatedMemoryResult> results) => results.Select(result => (double)result.Experiment.Gap);

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.#} %");
}
