using ActivationNotes.Activations;
using ActivationNotes.Approximations;
using ActivationNotes.Data;
using ActivationNotes.Experiments;

namespace ActivationNotes.Tests.Experiments;

public sealed class ApproximatedNetworkExperimentTests
{
    private static readonly ApproximatedNetworkExperiment s_small = new(Hidden: 16, Epochs: 6);

    [Fact]
    public void The_network_learns_and_an_accurate_stand_in_changes_next_to_nothing()
    {
        var results = s_small.Run(Digits.Load(), [new TableSigmoid(), new HardSigmoid()], [1, 2]);
        Assert.Equal(["sigmoid", "table", "hard sigmoid"], results.Select(result => result.Name));
        Assert.All(results[0].Trained, accuracy => Assert.InRange(accuracy, 0.88, 1));
        Assert.Equal(results[0].Trained, results[0].Swapped);
        Assert.All(results[1].Swapped.Zip(results[0].Swapped), pair => Assert.Equal(pair.Second, pair.First, 0.003));
    }

    [Fact]
    public void A_function_that_knows_nothing_of_its_input_ruins_it()
    {
        // The logarithm of the sigmoid rises like it, but is negative everywhere.
        var results = s_small.Run(Digits.Load(), [Activation.Named("log-sigmoid")], [1]);
        Assert.True(results[1].Swapped[0] < results[0].Swapped[0] - 0.05, $"{results[1].Swapped[0]} against {results[0].Swapped[0]}");
    }

    [Fact]
    public void Equal_seeds_give_equal_results_and_no_images_an_error()
    {
        var images = Digits.Load().Take(200).ToArray();
        Assert.Equal(s_small.Run(images, [], [3])[0].Trained, s_small.Run(images, [], [3])[0].Trained);
        Assert.Contains("0 images", Assert.Throws<ArgumentException>(() => s_small.Run([], [], [1])).Message, StringComparison.Ordinal);
    }
}
