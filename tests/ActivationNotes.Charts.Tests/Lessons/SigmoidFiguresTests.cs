using ActivationNotes.Activations;
using ActivationNotes.Charts.Lessons;
using ActivationNotes.Data;
using ActivationNotes.Experiments;

namespace ActivationNotes.Charts.Tests.Lessons;

public sealed class SigmoidFiguresTests
{
    private static readonly IActivation Sigmoid = Activation.Named("sigmoid");

    [Fact]
    public void The_graph_says_where_it_is_flat_and_shades_it()
    {
        var figure = SigmoidFigures.Graph(Sigmoid, reach: 10, edge: 6);
        Assert.Contains("Shaded from 6 to 10", figure.Alternative, StringComparison.Ordinal);
        Assert.Contains("peak of 0.25", figure.Alternative, StringComparison.Ordinal);
        Assert.Equal("Between x = −10 and x = 10 the curve lies from 4.54e-5 to 1; its slope is at most 0.25. "
            + "In the shaded regions, beyond |x| = 6, the slope is at most 0.987 % of its steepest.", figure.Caption);
    }

    [Fact]
    public void A_graph_that_ends_before_the_flat_parts_shades_nothing_and_says_so()
    {
        var figure = SigmoidFigures.Graph(Sigmoid, reach: 5, edge: 6);
        Assert.DoesNotContain("Shaded", figure.Alternative, StringComparison.Ordinal);
        Assert.Contains("Beyond |x| = 6, outside the picture, the slope", figure.Caption, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => SigmoidFigures.Graph(Sigmoid, reach: 5, edge: double.NaN));
    }

    [Fact]
    public void The_graph_of_another_activation_shows_all_of_it_and_says_what_it_reaches()
    {
        var figure = SigmoidFigures.Graph(Activation.Named("tanh"), reach: 4, edge: 3);
        Assert.Equal("The tanh and its slope", figure.Title);
        Assert.StartsWith("Between x = −4 and x = 4 the curve lies from -0.999 to 0.999; its slope is at most 1.", figure.Caption, StringComparison.Ordinal);
        Assert.True((double)figure.Json()["layouts"]!["light"]!["yaxis"]!["range"]![0]! < -1);
    }

    [Fact]
    public void The_gates_carry_value_and_gradient_of_every_arrow()
    {
        GateNode w = GateNode.Input("w", 2), x = GateNode.Input("x", -3), b = GateNode.Input("b", 6);
        var figure = SigmoidFigures.Gates(GateNode.SigmoidFromParts(w * x + b).Backward());
        // 3 inputs, 2 gates of the sum, 4 of the sigmoid: each arrow leaves one of them. At z = 0 the slope is 1/4.
        var rows = figure.Table.Rows.Select(row => string.Join(' ', row)).ToArray();
        Assert.Equal(9, rows.Length);
        Assert.Contains("w × 2 −0.75", rows);
        Assert.Contains("x × −3 0.5", rows);
        Assert.Contains("b + 6 0.25", rows);
        Assert.Contains("1/x y 0.5 1", rows);
    }

    [Fact]
    public void Gates_that_do_the_same_are_numbered()
    {
        GateNode w = GateNode.Input("w", 2), x = GateNode.Input("x", -3), v = GateNode.Input("v", 1), u = GateNode.Input("u", 1);
        var names = SigmoidFigures.Gates((w * x + v * u).Backward()).Table.Rows.Select(row => (string)row[1]!).Distinct();
        Assert.Equal(["×₁", "+", "×₂", "y"], names.OrderBy(name => Array.IndexOf(["×₁", "+", "×₂", "y"], name)));
    }

    [Fact]
    public void The_error_figure_is_logarithmic_and_holds_every_formula()
    {
        var figure = SigmoidFigures.SlopeErrors(new SlopeAccuracyExperiment(PointsPerCell: 2).Run(SlopeFormula.All));
        Assert.Equal(4, figure.Table.Columns.Count);
        Assert.Contains("orders of magnitude", figure.Alternative, StringComparison.Ordinal);
        // e^-x is 2^-26 at 18 and 2^-53 at 36.7.
        Assert.Matches(@"has lost half its digits at x = 1[6789][.\d]* and all of them at x = 3[67][.\d]*[.] .* stays within \d[.\d]* ULP[.] .* stays within \d[.\d]* ULP[.]$", figure.Caption);
    }

    [Fact]
    public void The_firing_rate_shows_its_spread_and_states_the_misfit()
    {
        var neuron = new FiringRateExperiment(Duration: 0.5);
        var rates = neuron.Run(Plot.Range(0, 2.5, 6), [1, 2, 3]);
        var figure = SigmoidFigures.FiringRate(neuron, rates, rates.Fit());
        Assert.Contains("lowest to highest of 3 seeds", figure.Alternative, StringComparison.Ordinal);
        Assert.Contains("root mean square", figure.Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_of_the_classifier_state_how_many_predictions_and_images_they_rest_on()
    {
        var images = Digits.Load();
        var result = new TwoDigitsExperiment().Run(images, [1, 2, 3]);
        Assert.Contains("549 test predictions of 3 splits of 365 images", SigmoidFigures.Reliability(result).Caption, StringComparison.Ordinal);
        Assert.Contains("slope of the observed log-odds", SigmoidFigures.LogOdds(result).Caption, StringComparison.Ordinal);
        Assert.Matches("better in [0-3] of 3 splits", SigmoidFigures.BrierScores(result).Caption);
        var seen = SigmoidFigures.Digits(images.First(image => image.Label == 3), images.First(image => image.Label == 5), firstRow: 4);
        Assert.Contains("a 3", seen.Alternative, StringComparison.Ordinal);
        // Four of the eight rows are blank in both panels.
        Assert.Equal(8, seen.Table.Rows.Count(row => row.Skip(2).All(cell => cell is null)));
    }

    [Fact]
    public void Equal_experiments_give_equal_figures()
    {
        static string Id() => SigmoidFigures.SlopeErrors(new SlopeAccuracyExperiment(PointsPerCell: 2).Run(SlopeFormula.All)).Id;
        Assert.Equal(Id(), Id());
        Assert.NotEqual(SigmoidFigures.Tanh(Sigmoid, 4).Id, SigmoidFigures.Tanh(Sigmoid, 5).Id);
    }

    [Fact]
    public void A_comparison_has_one_panel_for_values_and_one_for_slopes_and_one_legend()
    {
        var figure = ActivationFigures.Compare([Sigmoid, Activation.Named("tanh")], -3, 3);
        Assert.Contains("Panel 2, slope", figure.Alternative, StringComparison.Ordinal);
        var json = figure.Json();
        Assert.Equal(["sigmoid", "tanh"], json["data"]!.AsArray().Where(trace => (bool)trace!["showlegend"]!).Select(trace => (string?)trace!["name"]));
    }
}
