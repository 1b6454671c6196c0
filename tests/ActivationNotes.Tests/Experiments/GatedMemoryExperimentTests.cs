using ActivationNotes.Experiments;

namespace ActivationNotes.Tests.Experiments;

public sealed class GatedMemoryExperimentTests
{
    private static readonly int[] Seeds = [1, 2, 3, 4, 5, 6];

    [Fact]
    public void The_gated_cell_remembers_over_a_gap_at_which_the_ungated_one_guesses()
    {
        var gated = new GatedMemoryExperiment("sigmoid", Gap: 150).Run(Seeds);
        var ungated = new GatedMemoryExperiment(Gate: null, Gap: 150).Run(Seeds);
        Assert.Equal(Seeds.Length, gated.Remembering);
        Assert.True(2 * ungated.Remembering <= Seeds.Length, $"{ungated.Remembering} ungated cells of {Seeds.Length} remember.");
    }

    [Fact]
    public void Both_cells_remember_over_a_short_gap()
    {
        foreach (var gate in new[] { "sigmoid", null })
            Assert.Equal(Seeds.Length, new GatedMemoryExperiment(gate, Gap: 3).Run(Seeds).Remembering);
    }

    [Fact]
    public void Before_training_the_gradient_reaches_the_bit_through_gates_and_dies_without()
    {
        var gated = new GatedMemoryExperiment("sigmoid", Gap: 40, TrainingSteps: 1).Run(Seeds).GradientByStep;
        var ungated = new GatedMemoryExperiment(Gate: null, Gap: 40, TrainingSteps: 1).Run(Seeds).GradientByStep;
        Assert.Equal(41, gated.Length);
        Assert.Equal(1, gated[^1], 1e-12);
        Assert.True(gated[0] > 0.05 && ungated[0] < 1e-4, $"Gated {gated[0]}, ungated {ungated[0]}.");
    }

    [Fact]
    public void The_same_seeds_give_the_same_result_in_any_company()
    {
        var experiment = new GatedMemoryExperiment(Gap: 5, TrainingSteps: 20);
        var together = experiment.Run([1, 2, 3]).Accuracies;
        Assert.Equal(together, new[] { 1, 2, 3 }.Select(seed => experiment.Run([seed]).Accuracies[0]));
    }

    [Fact]
    public void A_gate_that_does_not_exist_and_sizes_of_zero_are_refused()
    {
        Assert.Contains("sigmoid", Assert.ThrowsAny<ArgumentException>(() => new GatedMemoryExperiment("sigmod").Run([1])).Message, StringComparison.Ordinal);
        Assert.Contains("Gap 0", Assert.Throws<InvalidOperationException>(() => new GatedMemoryExperiment(Gap: 0).Run([1])).Message, StringComparison.Ordinal);
    }
}
