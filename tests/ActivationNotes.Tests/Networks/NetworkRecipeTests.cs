using ActivationNotes.Networks;
using MathNet.Numerics.Random;
using MathNet.Numerics.Statistics;

namespace ActivationNotes.Tests.Networks;

public sealed class NetworkRecipeTests
{
    [Fact]
    public void It_builds_what_it_says()
    {
        string[] Layers(NetworkRecipe recipe) => [.. recipe.Build<float>(64, 10, new MersenneTwister(1)).Layers.Select(layer => layer.Description)];
        Assert.Equal(["dense 64 to 10"], Layers(new NetworkRecipe(HiddenLayers: 0)));
        Assert.Equal(["dense 64 to 8", "relu", "dense 8 to 8", "relu", "dense 8 to 10"], Layers(new NetworkRecipe("relu", 2, 8)));
        Assert.Equal(["dense 64 to 8", "batch normalisation", "relu", "dense 8 to 10"], Layers(new NetworkRecipe("relu", 1, 8, Normalisation: Normalisation.Batch)));
        Assert.Equal(["dense 64 to 8", "layer normalisation", "relu", "dense 8 to 10"], Layers(new NetworkRecipe("relu", 1, 8, Normalisation: Normalisation.Layer)));
        Assert.Equal(["dense 64 to 8", "relu", "residual (dense 8 to 8, relu)", "dense 8 to 10"], Layers(new NetworkRecipe("relu", 2, 8, Residual: true)));
    }

    [Theory]
    [InlineData("LeCun", 0.1)]
    [InlineData("Glorot", 0.0632455532)]
    [InlineData("He", 0.1414213562)]
    [InlineData("Glorot x4", 0.2529822128)]
    public void Weights_have_the_standard_deviation_of_their_initialisation(string name, double expected)
    {
        // 100 inputs and 400 outputs, 40,000 weights: the deviation is known to within half a per cent or so.
        Initialisation[] all = [Initialisation.LeCun, Initialisation.Glorot, Initialisation.He, Initialisation.Glorot.Scaled(4)];
        var weights = Array.Find(all, one => one.Name == name)!.Draw<double>(100, 400, new MersenneTwister(1));
        Assert.InRange(weights.StandardDeviation() / expected, 0.98, 1.02);
        Assert.InRange(weights.Mean(), -0.05 * expected, 0.05 * expected);
    }

    [Fact]
    public void A_residual_block_must_give_back_the_shape_it_takes() =>
        Assert.Contains("takes 3 features and gives 4", Assert.Throws<ArgumentException>(
            () => new ResidualBlock<float>(new DenseLayer<float>(3, 4, Initialisation.He, new MersenneTwister(1)))).Message, StringComparison.Ordinal);
}
