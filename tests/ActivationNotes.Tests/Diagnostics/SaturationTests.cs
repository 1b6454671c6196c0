using ActivationNotes.Activations;
using ActivationNotes.Diagnostics;
using ActivationNotes.Networks;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace ActivationNotes.Tests.Diagnostics;

public sealed class SaturationTests
{
    [Theory]
    [InlineData("sigmoid", 0.5)]
    [InlineData("relu", 0.25)]
    public void It_counts_the_inputs_where_the_slope_is_next_to_nothing(string activation, double expected)
    {
        // A sigmoid is flat beyond 6, ReLU below 0.
        var inputs = Matrix<float>.Build.Dense(2, 4, [-7, 0.1f, 8, 3, 0.5f, 5, 6.5f, -6.5f]);
        Assert.Equal(expected, Saturation.FlatFraction(inputs, Activation.Named(activation)));
    }

    [Theory]
    [InlineData("sigmoid", 0.25)]
    [InlineData("tanh", 1)]
    [InlineData("leaky-relu", 1)]
    public void The_largest_slope_is_the_known_one(string activation, double expected) =>
        Assert.Equal(expected, Saturation.LargestSlope(Activation.Named(activation)));

    [Fact]
    public void A_pass_gives_one_fraction_for_each_hidden_layer_inside_of_blocks_too()
    {
        var network = new NetworkRecipe("relu", 3, 8, Residual: true).Build<float>(4, 2, new MersenneTwister(1));
        var fractions = Saturation.FlatFractions(network.Forward(Matrix<float>.Build.Dense(5, 4, (i, j) => i - j)));
        Assert.Equal(3, fractions.Length);
        Assert.All(fractions, share => Assert.InRange(share, 0.05, 0.95));
    }
}
