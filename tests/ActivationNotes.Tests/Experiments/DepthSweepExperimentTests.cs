using ActivationNotes.Data;
using ActivationNotes.Experiments;
using ActivationNotes.Networks;

namespace ActivationNotes.Tests.Experiments;

public sealed class DepthSweepExperimentTests
{
    private static readonly DigitSplit Data = DigitSplit.Of(Digits.Load());
    private static readonly Initialisation[] Initialisations = [Initialisation.Glorot, Initialisation.Glorot.Scaled(4)];
    private static readonly DepthSweepResult Result = new DepthSweepExperiment(Width: 32, BatchSize: 32).Run(Data, ["sigmoid", "tanh"], Initialisations, [1, 2, 8], [1, 2, 3]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Sigmoids_lose_about_three_quarters_per_layer_and_tanh_next_to_nothing()
    {
        Assert.All(Result.Of("sigmoid", "Glorot", 8), network => Assert.InRange(network.DecayPerLayer, 0.15, 0.32));
        Assert.All(Result.Of("tanh", "Glorot", 8), network => Assert.InRange(network.DecayPerLayer, 0.7, 1.1));
        Assert.All(Result.Of("sigmoid", "Glorot x4", 8), network => Assert.InRange(network.DecayPerLayer, 0.4, 0.9));
    }

    [Fact]
    public void Every_combination_and_seed_is_measured_once()
    {
        Assert.Equal(2 * 2 * 3 * 3, Result.Networks.Count);
        Assert.Equal([1, 2, 3], Result.Of("tanh", "Glorot x4", 2).Select(network => network.Seed));
        Assert.All(Result.Networks, network =>
        {
            Assert.Equal(network.Depth + 1, network.WeightGradients.Length);
            Assert.Equal(network.Depth, network.FlatFractions.Length);
            Assert.All(network.WeightGradients, norm => Assert.True(norm > 0));
        });
    }

    [Fact]
    public void Results_do_not_depend_on_what_else_is_measured()
    {
        var alone = new DepthSweepExperiment(Width: 32, BatchSize: 32).Run(Data, ["tanh"], [Initialisation.Glorot], [8], [2], Token);
        Assert.Equal(Result.Of("tanh", "Glorot", 8)[1].WeightGradients, alone.Networks[0].WeightGradients);
    }

    [Fact]
    public void The_depth_of_zero_gradient_is_the_first_at_which_nothing_arrives()
    {
        var experiment = new DepthSweepExperiment(Width: 16, BatchSize: 8);
        var depth = experiment.DepthOfZeroGradient(Data, "sigmoid", Initialisation.Glorot, seed: 1, cancellation: Token)!.Value;
        Assert.InRange(depth, 50, 110);
        double First(int hidden) => experiment.Run(Data, ["sigmoid"], [Initialisation.Glorot], [hidden], [1], Token).Networks[0].WeightGradients[0];
        Assert.Equal(0, First(depth));
        Assert.True(First(depth - 1) > 0);
        Assert.Null(experiment.DepthOfZeroGradient(Data, "tanh", Initialisation.Glorot, seed: 1, deepest: 40, cancellation: Token));
    }

    [Fact]
    public void With_one_hidden_layer_or_none_nothing_decays()
    {
        var shallow = new DepthSweepExperiment(Width: 8, BatchSize: 8).Run(Data, ["relu"], [Initialisation.He], [0, 1], [1], Token);
        Assert.All(shallow.Networks, network => Assert.True(double.IsNaN(network.DecayPerLayer)));
        Assert.Equal(1, shallow.Networks[0].FirstToLast);
    }

    [Fact]
    public void A_measure_over_the_depths_is_that_of_each_network()
    {
        var first = Result.Over("tanh", "Glorot", network => network.WeightGradients[0]);
        Assert.Equal(3, first.Length);
        Assert.Equal(Result.Of("tanh", "Glorot", 2)[2].WeightGradients[0], first[2][1]);
        Assert.Equal(Result.Of("tanh", "Glorot", 8)[0].WeightGradients[0], first[0][2]);
    }

    [Fact]
    public void What_cannot_be_measured_is_named_before_anything_is()
    {
        var experiment = new DepthSweepExperiment(Width: 8, BatchSize: 8);
        Assert.Contains("sigmoyd", Assert.Throws<ArgumentException>(
            () => experiment.Run(Data, ["tanh", "sigmoyd"], [Initialisation.He], [1, 2], [1], Token)).Message, StringComparison.Ordinal);
        Assert.Contains("-1 hidden layers", Assert.Throws<InvalidOperationException>(
            () => experiment.Run(Data, ["tanh"], [Initialisation.He], [2, -1], [1], Token)).Message, StringComparison.Ordinal);
        Assert.Contains("There are 1438 images", Assert.Throws<ArgumentOutOfRangeException>(
            () => (experiment with { BatchSize = 2000 }).Run(Data, ["tanh"], [Initialisation.He], [1], [1], Token)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_sweep_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => new DepthSweepExperiment().Run(Data, ["tanh"], [Initialisation.He], [1], [1], source.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => new DepthSweepExperiment().DepthOfZeroGradient(Data, "tanh", Initialisation.He, 1, cancellation: source.Token));
    }

    [Fact]
    public void Asking_for_what_was_not_measured_lists_what_was()
    {
        var error = Assert.Throws<ArgumentException>(() => Result.Of("relu", "Glorot", 8));
        Assert.Contains("sigmoid, tanh; Glorot, Glorot x4; depths 1, 2, 8", error.Message, StringComparison.Ordinal);
    }
}
