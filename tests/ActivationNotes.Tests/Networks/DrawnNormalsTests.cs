using ActivationNotes.Networks;
using MathNet.Numerics.Random;

namespace ActivationNotes.Tests.Networks;

public sealed class DrawnNormalsTests
{
    [Theory]
    [InlineData(1, 32)]
    [InlineData(5, 32)]
    [InlineData(12, 32)]
    [InlineData(4, 17)]
    public void A_network_has_the_weights_it_gets_from_the_generator_itself(int depth, int width)
    {
        var drawn = new DrawnNormals(new MersenneTwister(7), Enumerable.Repeat(width * width, 12).Prepend(64 * width));
        foreach (var initialisation in (Initialisation[])[Initialisation.Glorot, Initialisation.He, Initialisation.LeCun])
        {
            var recipe = new NetworkRecipe("sigmoid", depth, width, initialisation);
            var expected = recipe.Build<float>(64, 10, new MersenneTwister(7)).Parameters;
            var built = recipe.Build<float>(64, 10, drawn.FromTheFirst()).Parameters;
            Assert.All(expected.Zip(built), pair => Assert.Equal(pair.First.Values, pair.Second.Values));
        }
    }
}
