using ActivationNotes.Charts.Lessons;
using ActivationNotes.Data;
using ActivationNotes.Experiments;
using ActivationNotes.Networks;
using ActivationNotes.Timing;

namespace ActivationNotes.Charts.Tests.Lessons;

public sealed class ChoiceFiguresTests
{
    private static readonly ScoreboardLine[] s_board =
    [
        Line("sigmoid", decay: 0.25, sameSign: 1, times: 4), Line("tanh", decay: 0.9, sameSign: 0, times: 2), Line("relu", decay: 0.7, sameSign: 1, times: 1),
    ];

    [Fact]
    public void The_scoreboard_shows_one_problem_at_each_place_of_its_slider_with_the_range_of_the_seeds()
    {
        var figure = ChoiceFigures.Scoreboard(s_board, MachineInfo.Current);
        Assert.Contains(MachineInfo.Current.Processor, figure.Caption, StringComparison.Ordinal);
        Assert.Equal(9, figure.Table.Rows.Count);
        Assert.Equal(["1, flat ends", "sigmoid", 75.0, 74.0, 76.0], figure.Table.Rows[0]);
        Assert.Equal(["3, cost", "tanh", 50.0, 48.7, 51.2], figure.Table.Rows[7].Select(cell => cell is double number ? Math.Round(number, 1) : cell));
        Assert.Contains("problem", figure.Alternative, StringComparison.Ordinal);
        Assert.Contains("3, cost", figure.Alternative, StringComparison.Ordinal);
    }

    [Fact]
    public void The_guide_ranks_by_the_problem_that_hurts_and_says_what_to_take()
    {
        var figure = ChoiceFigures.Guide(s_board);
        string[] problems = ["none in particular", "1, flat ends", "2, not zero-centred", "3, cost", "all three"];
        Assert.Equal(problems, figure.Table.Rows.Select(row => (string)row[0]!).Distinct());
        Assert.Equal(["tanh", "tanh", "tanh", "relu", "tanh"], problems.Select(problem => Best(figure, problem)));
        Assert.Equal(["tanh", "relu", "sigmoid"], figure.Slider!.Charts[1].Table().Rows.Select(row => (string)row[0]!));
        Assert.Equal(["relu", "tanh", "sigmoid"], figure.Slider.Charts[3].Table().Rows.Select(row => (string)row[0]!));
        Assert.Equal("1, flat ends. You build a deep network without normalisation: take tanh", figure.Slider.Labels[1]);
        Assert.Equal(50.0, figure.Table.Rows.Single(row => (string)row[0]! == "all three" && (string)row[3]! == "tanh")[4]);

        static string Best(Figure figure, string problem) => (string)figure.Table.Rows.First(row => (string)row[0]! == problem)[3]!;
    }

    [Fact]
    public void Depths_have_a_curve_with_a_band_for_each_initialisation_and_a_place_for_each_activation()
    {
        var data = DigitSplit.Of(Digits.Load());
        var trainings = from activation in new[] { "tanh", "relu" }
                        from start in new[] { Initialisation.LeCun, Initialisation.He }
                        from depth in new[] { 1, 2 }
                        select new TrainingExperiment(new NetworkRecipe(activation, depth, 8, start), Epochs: 1).Run(data, [1, 2]);
        TrainingResult[] results = [.. trainings];
        var figure = ChoiceFigures.Depths(results);
        Assert.Equal(["tanh", "relu"], figure.Slider!.Labels);
        Assert.All(figure.Slider.Charts, chart => Assert.Equal(["LeCun", "He"], chart.LegendNames));
        Assert.Contains("lowest to highest seed", figure.Alternative, StringComparison.Ordinal);
        Assert.Equal(8, figure.Table.Rows.Count);
        Assert.Equal(100 * results[6].Accuracies.Min(), (double)figure.Table.Rows[6][4]!, 0.1);
        Assert.Equal(["relu", "He", 1.0], figure.Table.Rows[6].Take(3));
        Assert.Contains("2 seeds after 1 epoch,", figure.Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void Memory_is_drawn_against_the_gap_with_the_range_of_the_seeds()
    {
        var results = new[] { 2, 4 }.Select(gap => new GatedMemoryExperiment("sigmoid", gap, TrainingSteps: 5).Run([1, 2, 3])).ToArray();
        var figure = ChoiceFigures.Memory(("gated", results));
        Assert.Contains("lowest to highest seed", figure.Alternative, StringComparison.Ordinal);
        Assert.Contains("range over 3 seeds", figure.Caption, StringComparison.Ordinal);
        Assert.Equal(5, ChoiceFigures.GradientThroughTime(("gated", results[1])).Table.Rows.Count);
    }

    [Fact]
    public void Masks_show_the_image_beside_the_pixels_that_say_nothing()
    {
        var figure = ChoiceFigures.Masks(new SoftMaskExperiment(Steps: 20).Run(Digits.Load(), [1]));
        Assert.Contains("pixels of the image", figure.Alternative, StringComparison.Ordinal);
        Assert.Contains("added pixels", figure.Alternative, StringComparison.Ordinal);
    }

    [Fact]
    public void Training_has_two_bars_for_each_activation()
    {
        var result = new TrainingExperiment(new NetworkRecipe("tanh", 1, 8), Epochs: 1).Run(DigitSplit.Of(Digits.Load()), [1, 2], cancellation: TestContext.Current.CancellationToken);
        var figure = ChoiceFigures.Training(("shallow", [result]), ("deep", [result]));
        Assert.Single(figure.Table.Rows);
        Assert.Contains("2 seeds after 1 epoch,", figure.Caption, StringComparison.Ordinal);
    }

    private static ScoreboardLine Line(string activation, double decay, double sameSign, double times) => new(activation,
        new(decay, decay - 0.01, decay + 0.01), new(0, 0, 0), new(sameSign, sameSign, sameSign), new(times, times - 0.05, times + 0.05));
}
