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
    public void The_size_of_the_first_layers_gradient_is_that_of_the_sweep()
    {
        var table = FlatEndsFigures.FirstGradient(Sweep, "tanh").Table;
        var depths = Sweep.Depths;
        var median = depths.Select(depth => Sweep.Of("tanh", "Glorot", depth).Select(network => network.WeightGradients[0]).Order().ElementAt(1)).ToArray();
        Assert.Equal(median, table.Rows.Select(row => (double)row[1]!), (expected, shown) => Math.Abs(shown / expected - 1) < 0.01);
    }

    [Fact]
    public void What_a_layer_hands_on_has_a_point_for_each_factor_and_a_line_for_each_activation()
    {
        double[] factors = [0.5, 1, 4];
        var result = new InitialisationSweepExperiment(3, 16, 16).Run(Data, ["sigmoid", "tanh"], [.. factors.Select(Initialisation.Glorot.Scaled)], [1, 2], TestContext.Current.CancellationToken);
        var figure = FlatEndsFigures.HandedOn(result, factors, "Glorot");
        Assert.Equal(factors, figure.Table.Rows.Select(row => (double)row[0]!));
        Assert.Equal(1 + 2 * 3, figure.Table.Columns.Count);
        Assert.Contains("all of it", figure.Alternative, StringComparison.Ordinal);
    }

    [Fact]
    public void Repairs_hold_a_bar_for_each_network_with_the_range_over_its_seeds()
    {
        var other = new TrainingExperiment(new NetworkRecipe("relu", 1, 16), Epochs: 1).Run(Data, [1, 2], cancellation: TestContext.Current.CancellationToken);
        var figure = FlatEndsFigures.Repairs(new RepairsResult([new("as it is", Training, 10), new("repaired", other, 20)]), "Repaired");
        Assert.Equal(["as it is", "repaired"], figure.Table.Rows.Select(row => (string)row[0]!));
        Assert.Contains("range of 2 seeds after 2 epochs", figure.Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void Training_figures_hold_a_series_for_each_layer_and_a_bar_for_each_network()
    {
        Assert.Equal(1 + 3 * 3, FlatEndsFigures.Updates(Training).Table.Columns.Count);
        Assert.Equal(1 + 2 * 3, FlatEndsFigures.BiasGradients(Training).Table.Columns.Count);
        Assert.Equal(1 + 2 * 3, FlatEndsFigures.FlatUnits(Training).Table.Columns.Count);
        Assert.Contains("middle half of 2 runs", FlatEndsFigures.Accuracy(("plain", Training)).Alternative, StringComparison.Ordinal);
        Assert.Contains("guessing: ln 10", FlatEndsFigures.Loss(("plain", Training)).Alternative, StringComparison.Ordinal);
        Assert.Contains("hidden layer 2", FlatEndsFigures.ActivationHistograms(Training.Runs[0], "Outputs").Alternative, StringComparison.Ordinal);
    }
}
