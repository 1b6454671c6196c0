using ActivationNotes.Data;
using ActivationNotes.Experiments;
using ActivationNotes.Networks;

namespace ActivationNotes.Tests.Experiments;

public sealed class RepairsExperimentTests
{
    private static readonly DigitSplit Data = DigitSplit.Of(Digits.Load());
    private static readonly NetworkRecipe Broken = new("sigmoid", 5, 64);
    private static readonly RepairsResult Result = new RepairsExperiment(Broken, Epochs: 10).Run(Data, [1, 2]);

    [Fact]
    public void Only_the_network_as_it_is_stands_still()
    {
        Assert.Equal(["sigmoid as it is", "weights x4", "batch norm.", "layer norm.", "residual", "ReLU"], Result.Networks.Select(network => network.Name));
        Assert.InRange(Result.Broken.Training.Accuracies.Max(), 0.05, 0.3);
        Assert.All(Result.Repaired, network => Assert.InRange(network.Training.Accuracies.Min(), 0.5, 1));
    }

    [Fact]
    public void Every_repair_changes_one_thing() =>
        Assert.Equal(
            [
                Broken with { Initialisation = null }, Broken with { Normalisation = Normalisation.Batch }, Broken with { Normalisation = Normalisation.Layer },
                Broken with { Residual = true }, Broken with { Activation = "relu" },
            ],
            Result.Repaired.Select(network => network.Training.Experiment.Recipe).Select(recipe => recipe with { Initialisation = null }));

    [Fact]
    public void Normalisation_alone_adds_parameters_a_gain_and_a_shift_for_each_hidden_unit() =>
        Assert.Equal([0, 5 * 2 * 64, 5 * 2 * 64, 0, 0], Result.Repaired.Select(Result.AddedParameters));

    [Fact]
    public void A_network_trains_as_it_does_alone()
    {
        var alone = new TrainingExperiment(Broken with { Residual = true }, Epochs: 10).Run(Data, [2], cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(alone.Runs[0].Snapshots[^1].WeightGradients, Result.Networks[4].Training.Runs[1].Snapshots[^1].WeightGradients);
    }

    [Fact]
    public void Weights_are_multiplied_by_the_scale_asked_for()
    {
        var recipe = new RepairsExperiment(Broken with { Initialisation = Initialisation.He }, Scale: 2.5).Recipes[1];
        Assert.Equal(("weights x2.5", "He x2.5"), (recipe.Name, recipe.Recipe.Initialisation!.Name));
    }
}
