using ActivationNotes.Charts.Lessons;
using ActivationNotes.Data;
using ActivationNotes.Diagnostics;
using ActivationNotes.Experiments;

namespace ActivationNotes.Charts.Tests.Lessons;

/// <summary>Figures of lesson 03.</summary>
public sealed class ZeroCentredFiguresTests
{
    private static readonly int[] s_seeds = [1, 2, 3];

    [Fact]
    public void The_diagram_of_directions_draws_the_real_paths_and_shades_two_quadrants()
    {
        Trajectory positive = Path([0, 0], [0.5, 0.2], [0.3, -0.6]), centred = Path([0, 0], [0.7, -0.7]);
        var figure = ZeroCentredFigures.Directions(positive, centred);
        Assert.Contains("in 100 % of the 2 steps of the zig-zag, whose length is 1.36.", figure.Caption, StringComparison.Ordinal);
        Assert.Contains("1 steps, length 0.99", figure.Caption, StringComparison.Ordinal);
        Assert.Contains("positive inputs goes from (0, 0) to (0.3, -0.6) in 2 steps", figure.Alternative, StringComparison.Ordinal);
        var shaded = figure.Json()["data"]!.AsArray().Single(trace => (string?)trace!["fill"] == "toself")!;
        Assert.Equal([-1.25, 0, 0, 1.25, 1.25, 0, 0, -1.25], shaded["x"]!.AsArray().Select(x => (double)x!));
        Assert.Equal([0, 0, 1.25, 1.25, 0, 0, -1.25, -1.25], shaded["y"]!.AsArray().Select(y => (double)y!));
    }

    [Fact]
    public void Turning_the_optimum_has_a_frame_for_each_direction_and_marks_its_steps()
    {
        double[] angles = [-45, 45];
        TrajectorySet[] Turn(string name, double shift) =>
            [.. angles.Select(angle => new TwoWeightExperiment(angle, shift)).Select(neuron =>
                new TrajectorySet(name, neuron.Angle, [.. s_seeds.Select(seed => neuron.Run(Descent.Gradient, neuron.SafeRate, seed))]))];

        var positive = Turn("positive inputs", 0);
        var figure = ZeroCentredFigures.Turning(positive, Turn("centred inputs", -0.5));
        var frames = figure.Json()["frames"]!.AsArray();
        Assert.Equal(2, frames.Count);
        for (var i = 0; i < angles.Length; i++)
        {
            var mark = frames[i]!["data"]!.AsArray().Single(trace => (string?)trace!["name"] == "this direction")!;
            Assert.Equal(angles[i], (double)mark["x"]![0]!);
            Assert.Equal(positive[i].MedianSteps, (double)mark["y"]![0]!);
        }
        Assert.Contains($"Median steps: positive inputs from {Math.Min(positive[0].MedianSteps, positive[1].MedianSteps)} at ", figure.Caption, StringComparison.Ordinal);
        foreach (var path in new[] { "positive inputs", "centred inputs" })
            Assert.NotEqual(Trace(frames[0]!, path), Trace(frames[1]!, path));

        static string Trace(System.Text.Json.Nodes.JsonNode frame, string name) => frame["data"]!.AsArray().First(trace => (string?)trace!["name"] == name)!.ToJsonString();
    }

    [Fact]
    public void Signs_of_scores_have_a_row_for_each_image_and_a_column_for_each_class()
    {
        var data = DigitSplit.Of(Digits.Load());
        var figure = ZeroCentredFigures.ScoreSigns(new NeuronGradientsExperiment(4).Run(data, 1, examples: 5), data.Training.Labels, 5);
        Assert.Contains("A grid of 5 rows and 10 columns", figure.Alternative, StringComparison.Ordinal);
    }

    [Fact]
    public void Theory_and_samples_lie_over_the_same_numbers_of_weights()
    {
        var figure = ZeroCentredFigures.Scaling(new OrthantScalingResult([2, 10], [0.95, 0.84], [[0.96, 0.83], [0.94, 0.85]], 0.7123));
        Assert.Contains("theory falls from 0.95", figure.Alternative, StringComparison.Ordinal);
        Assert.Contains("all single directions is 0.7123", figure.Caption, StringComparison.Ordinal);
        Assert.Contains("Theory and samples differ by 0 at most", figure.Caption.Replace("1.11E−16", "0", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Batch_sizes_orthants_rules_and_spectra_are_named_in_words()
    {
        var sweep = new MinibatchSweep("sigmoid", [[new(1, 1, 0.8), new(2, 0.5, 0.7)], [new(1, 1, 0.9), new(2, 0.7, 0.6)]]);
        Assert.Equal([1.0, 0.6], ZeroCentredFigures.SameSign(sweep).Json()["data"]!.AsArray()
            .Single(trace => (string?)trace!["name"] == "sigmoid")!["y"]!.AsArray().Select(y => (double)y!));
        Assert.EndsWith("Medians from batches of 1 to batches of 2: sigmoid 1 to 0.6.", ZeroCentredFigures.SameSign(sweep).Caption, StringComparison.Ordinal);
        Assert.Contains("Horizontal line at 0.25: independent signs", ZeroCentredFigures.CommonMode(4, sweep).Alternative, StringComparison.Ordinal);
        Assert.Contains("Horizontal line at 0.25: independent signs", ZeroCentredFigures.Activations(4, sweep).Alternative, StringComparison.Ordinal);
        Assert.Contains("100 images", ZeroCentredFigures.Orthants(("sigmoid", [[new OrthantCount(2, 2, 100, true), new OrthantCount(3, 2, 100, true)]])).Caption, StringComparison.Ordinal);
        var sets = new[] { new TrajectorySet("momentum", 0, [Path([0, 0], [1, 1], [1, 0])]), new TrajectorySet("Adam", 0, [Path([0, 0], [1, -1])]) };
        IReadOnlyList<StepSigns>[] signs = [.. sets.Select(set => set.Paths.Select(path => path.Signs).ToArray())];
        var rules = ZeroCentredFigures.Rules("two weights", ["momentum", "Adam"], signs, signs);
        Assert.EndsWith("has one sign under: none.", ZeroCentredFigures.Rules("two weights", ["Adam"], signs[1..], signs[1..]).Caption, StringComparison.Ordinal);
        Assert.Contains("momentum (1) and Adam (0)", rules.Alternative, StringComparison.Ordinal);
        Assert.Contains("tanh", ZeroCentredFigures.Curvature(["sigmoid", "tanh"], [[new HessianSpectrum([1, 9])], [new HessianSpectrum([1, 3])]]).Alternative, StringComparison.Ordinal);
        Assert.Equal(["momentum", "Adam"], ZeroCentredFigures.StepsAgainstMean([sets[0], sets[0] with { At = 1 }], [sets[1], sets[1] with { At = 1 }]).Table.Columns.Where(column => column is "momentum" or "Adam"));
        Assert.Contains("Horizontal line at 1: straight", ZeroCentredFigures.Lengths([sets[0], sets[0] with { At = 1 }]).Alternative, StringComparison.Ordinal);
        Assert.Contains("theory, 1 + n m² rises from 1", ZeroCentredFigures.Condition([0, 1], [1, 11], [[1.5, 14]]).Alternative, StringComparison.Ordinal);
    }

    private static Trajectory Path(params double[][] points) => new("path", 1, points, [0.707, -0.707], Arrived: true);
}
