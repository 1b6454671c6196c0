using ActivationNotes.Data;
using ActivationNotes.Experiments;
using ActivationNotes.Networks;
using ActivationNotes.Optimizers;

namespace ActivationNotes.Tests.Experiments;

public sealed class TrainingExperimentTests
{
    private static readonly DigitSplit Data = DigitSplit.Of(Digits.Load());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_training_that_nobody_looks_into_learns_the_same()
    {
        var experiment = new TrainingExperiment(new NetworkRecipe("tanh", 2, 8), Epochs: 2);
        var unseen = (experiment with { Looking = false }).Run(Data, [1, 2], cancellation: Token);
        Assert.Equal(experiment.Run(Data, [1, 2], cancellation: Token).Accuracies, unseen.Accuracies);
        Assert.All(unseen.Runs, run => Assert.Empty(run.Snapshots));
    }

    [Fact]
    public void Deep_sigmoids_stand_still_while_a_repair_lets_them_learn()
    {
        var plain = new TrainingExperiment(new NetworkRecipe("sigmoid", 5, 32), Epochs: 4).Run(Data, [1, 2], cancellation: Token);
        var normalised = new TrainingExperiment(new NetworkRecipe("sigmoid", 5, 32, Normalisation: Normalisation.Batch), Epochs: 4).Run(Data, [1, 2], cancellation: Token);
        Assert.InRange(plain.Accuracies.Max(), 0.05, 0.3);
        Assert.InRange(normalised.Accuracies.Min(), 0.7, 1);
        Assert.True(plain.Runs[0].ChangeOfWeights[0] < normalised.Runs[0].ChangeOfWeights[0] / 5);
    }

    [Fact]
    public void Every_epoch_leaves_a_snapshot_of_every_layer()
    {
        var result = new TrainingExperiment(new NetworkRecipe("tanh", 2, 16), Epochs: 3).Run(Data, [7], cancellation: Token);
        var run = Assert.Single(result.Runs);
        Assert.Equal([0, 1, 2, 3], result.Epochs);
        Assert.All(run.Snapshots, snapshot =>
        {
            Assert.Equal(3, snapshot.BiasGradients.Length);
            Assert.Equal((3, 3, 2, 2), (snapshot.WeightGradients.Length, snapshot.UpdateRatios.Length, snapshot.FlatFractions.Length, snapshot.Activations.Length));
            Assert.All(snapshot.Activations, layer => Assert.Equal(layer.Percentiles.Order(), layer.Percentiles));
        });
        Assert.All(run.Snapshots[0].UpdateRatios, ratio => Assert.Equal(0, ratio));
        Assert.All(run.Snapshots[1].UpdateRatios, ratio => Assert.True(ratio > 0));
        Assert.True(run.Snapshots[3].Loss < run.Snapshots[0].Loss);
    }

    [Fact]
    public void Adam_moves_the_first_layer_of_deep_sigmoids_where_gradient_descent_does_not()
    {
        var plain = new TrainingExperiment(new NetworkRecipe("sigmoid", 5, 32), Epochs: 2);
        var adam = plain with { Optimizer = () => new Adam<float>(0.005) };
        double FirstLayer(TrainingExperiment experiment) => experiment.Run(Data, [1, 2], cancellation: Token).Runs.Min(run => run.ChangeOfWeights[0]);
        Assert.True(FirstLayer(adam) > 10 * FirstLayer(plain));
    }

    [Fact]
    public void In_a_hurry_the_last_hidden_layer_of_sigmoids_goes_flat_and_the_first_does_not()
    {
        var run = new TrainingExperiment(new NetworkRecipe("sigmoid", 5, 32), Epochs: 4, LearningRate: 0.5).Run(Data, [1], cancellation: Token).Runs[0];
        Assert.InRange(run.Snapshots[^1].FlatFractions[4], 0.2, 1);
        Assert.InRange(run.Snapshots[^1].Activations[4].Mean, 0, 0.05);
        Assert.Equal(0, run.Snapshots[^1].FlatFractions[0]);
    }

    [Fact]
    public void What_cannot_be_trained_is_named_before_anything_is()
    {
        void Run(TrainingExperiment experiment) => experiment.Run(Data, [1, 2], cancellation: Token);
        var good = new TrainingExperiment(new NetworkRecipe("relu", 1, 8), Epochs: 1);
        Assert.Contains("0 epochs", Assert.Throws<InvalidOperationException>(() => Run(good with { Epochs = 0 })).Message, StringComparison.Ordinal);
        Assert.Contains("batches of 0", Assert.Throws<InvalidOperationException>(() => Run(good with { BatchSize = 0 })).Message, StringComparison.Ordinal);
        Assert.Contains("sigmoyd", Assert.Throws<ArgumentException>(() => Run(good with { Recipe = new("sigmoyd") })).Message, StringComparison.Ordinal);
        Assert.Contains("learning rate is positive", Assert.Throws<ArgumentOutOfRangeException>(() => Run(good with { LearningRate = 0 })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_mark_is_reached_after_the_first_epoch_whose_mean_over_the_seeds_is_there()
    {
        TrainingRun Of(params double[] accuracies) =>
            new(1, [], [.. accuracies.Select((accuracy, i) => new TrainingProgress(i + 1, accuracies.Length, 1, accuracy))], []);
        var result = new TrainingResult(new TrainingExperiment(new NetworkRecipe()), [Of(0.5, 0.8, 0.7), Of(0.1, 0.4, 0.9)]);
        Assert.Equal((1, 2, 3), (result.EpochsTo(0.3), result.EpochsTo(0.6), result.EpochsTo(0.8)));
        Assert.Null(result.EpochsTo(0.81));
    }

    [Fact]
    public void A_seed_gives_the_same_training_in_any_company()
    {
        var experiment = new TrainingExperiment(new NetworkRecipe("relu", 1, 16), Epochs: 1);
        Assert.Equal(experiment.Run(Data, [1, 2, 3], cancellation: Token).Runs[1].Snapshots[1].WeightGradients, experiment.Run(Data, [2], cancellation: Token).Runs[0].Snapshots[1].WeightGradients);
    }
}
