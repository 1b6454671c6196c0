using ActivationNotes.Data;
using ActivationNotes.Experiments;

namespace ActivationNotes.Charts.Lessons;

/// <summary>The figures of lesson 05.</summary>
public static class ChoiceFigures
{
    /// <summary>All activations against one problem of the sigmoid at a time; a slider chooses the problem.</summary>
    /// <param name="board">The measured lines.</param>
    public static Figure Scoreboard(IReadOnlyList<ScoreboardLine> board)
    {
        (string Problem, string Meaning, Func<ScoreboardLine, double> Of)[] problems =
        [
            ("1, flat ends", "share of the gradient that a layer loses, before training", line => line.LostPerLayer),
            ("2, not zero-centred", "share of the examples whose gradient has one sign only", line => line.SameSignShare),
            ("3, cost", "share of the time that ReLU would not have needed", line => line.TimeOverRelu),
        ];
        return Plot.Slider("Scoreboard", "problem", [.. problems.Select(problem => $"{problem.Problem}: {problem.Meaning}")], [.. problems.Select(problem =>
            Plot.Bars("Scoreboard", "activation", "how much of the problem it has (%)", [.. board.Select(line => line.Activation)],
                    new BarSeries("measured", [.. board.Select(line => 100 * problem.Of(line))]))
                .WithYRange(0, 105)
                .WithCaption("The slider chooses the problem. Low bars are good. The table before the figure has the numbers as they were measured."))]);
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
            .WithCaption($"Mean and range of {networks[0].Results[0].Runs.Count} seeds after {networks[0].Results[0].Experiment.Epochs} epochs, the same learning rate for all.");

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
                + $"{cells[0].Results[0].Experiment.Units} units and the same training.");

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

    private static IEnumerable<double> Gaps(IReadOnlyList<GatedMemoryResult> results) => results.Select(result => (double)result.Experiment.Gap);

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.#} %");
}
