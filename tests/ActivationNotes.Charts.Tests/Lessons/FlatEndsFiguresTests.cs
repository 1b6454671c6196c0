using ActivationNotes.Activations;
using ActivationNotes.Charts.Lessons;
using ActivationNotes.Data;
using ActivationNotes.Experiments;
using ActivationNotes.Networks;

namespace ActivationNotes.Charts.Tests.Lessons;

public sealed class FlatEndsFiguresTests
{
    private static readonly DigitSplit Data = DigitSplit.Of(Digits.Load());
    private static readonly DepthSweepResult Sweep = new DepthSweepExperiment(16, 16).Run(Data, ["sigmoid", "tanh"], [Initialisation.Glorot], [1, 2, 10, 12], [1, 2, 3]);
    private static readonly TrainingResult Training = new TrainingExperiment(new NetworkRecipe("sigmoid", 2, 16), Epochs: 2).Run(Data, [1, 2]);

    [Fact]
    public void Slopes_end_where_they_are_zero()
    {
        var figure = FlatEndsFigures.Slopes(5, Activation.Named("sigmoid"), Activation.Named("relu"));
        Assert.Contains("peak of 0.25", figure.Alternative, StringComparison.Ordinal);
        Assert.Contains("not finite", figure.Alternative, StringComparison.Ordinal);
    }

    [Fact]
    public void The_slider_over_depth_starts_at_ten_layers_and_holds_a_frame_for_each_depth()
    {
        var figure = FlatEndsFigures.GradientByLayer(Sweep, "Glorot");
        var json = System.Text.Json.Nodes.JsonNode.Parse(((ActivationNotes.Rendering.IRichOutput)figure).Render("application/vnd.activationnotes.figure+json")!)!;
        Assert.Equal(3, json["frames"]!.AsArray().Count);
        Assert.Equal(1, (int)json["layouts"]!["light"]!["sliders"]![0]!["active"]!);
        Assert.Contains("hidden layers", figure.Alternative, StringComparison.Ordinal);
    }

    [Fact]
    public void What_reaches_the_first_layer_falls_by_orders_of_magnitude() =>
        Assert.Contains("orders of magnitude", FlatEndsFigures.FirstToLast(Sweep, "sigmoid").Alternative, StringComparison.Ordinal);

    [Fact]
    public void Training_figures_hold_a_series_for_each_layer_and_a_bar_for_each_network()
    {
        Assert.Equal(1 + 3 * 3, FlatEndsFigures.Updates(Training).Table.Columns.Count);
        Assert.Equal(1 + 2 * 3, FlatEndsFigures.FlatUnits(Training).Table.Columns.Count);
        Assert.Equal(2, FlatEndsFigures.Repairs(("one", Training), ("two", Training)).Table.Rows.Count);
        Assert.Contains("middle half of 2 runs", FlatEndsFigures.Accuracy(("plain", Training)).Alternative, StringComparison.Ordinal);
        Assert.Contains("guessing: ln 10", FlatEndsFigures.Loss(("plain", Training)).Alternative, StringComparison.Ordinal);
        Assert.Contains("hidden layer 2", FlatEndsFigures.ActivationHistograms(Training.Runs[0], "Outputs").Alternative, StringComparison.Ordinal);
    }
}
