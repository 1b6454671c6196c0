using ActivationNotes.Charts.Lessons;
using ActivationNotes.Data;
using ActivationNotes.Experiments;
using ActivationNotes.Networks;

namespace ActivationNotes.Charts.Tests.Lessons;

public sealed class ChoiceFiguresTests
{
    [Fact]
    public void The_scoreboard_shows_one_problem_at_each_place_of_its_slider()
    {
        ScoreboardLine[] board = [new("sigmoid", 0.25, 0, 1, 4), new("tanh", 0.9, 0.1, 0, 2)];
        var figure = ChoiceFigures.Scoreboard(board);
        Assert.Equal(["75", "10"], figure.Table.Rows.Take(2).Select(row => row[2]!.ToString()!.Split('.')[0]));
        Assert.Equal(3, figure.Table.Rows.Select(row => row[0]).Distinct().Count());
        Assert.Contains("problem", figure.Alternative, StringComparison.Ordinal);
        Assert.Contains("3, cost", figure.Alternative, StringComparison.Ordinal);
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
        Assert.Contains("2 seeds after 1 epochs", figure.Caption, StringComparison.Ordinal);
    }
}
