using ActivationNotes.Numbers;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace ActivationNotes.Tests.Numbers;

public sealed class StandardNormalsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(640)]
    [InlineData(4096)]
    public void They_are_those_of_MathNet_up_to_the_last_bits_and_take_as_many_numbers_from_the_generator(int count)
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var (random, theirs) = (new MersenneTwister(seed), new MersenneTwister(seed));
            double[] values = new double[count], expected = new double[count];
            StandardNormals.Fill(random, values);
            Normal.Samples(theirs, expected, 0, 1);
            Assert.All(values.Zip(expected), pair => Assert.True(Ulp.Distance(pair.First, pair.Second) <= 4, $"{pair.First:R}, {pair.Second:R}"));
            Assert.True(Ulp.Distance(StandardNormals.Next(random), Normal.Sample(theirs, 0, 1)) <= 4);
            Assert.Equal(theirs.NextDouble(), random.NextDouble());
        }
    }

    [Fact]
    public void They_are_normally_distributed()
    {
        const int Count = 100_000;
        var values = new double[Count];
        StandardNormals.Fill(new MersenneTwister(3), values);
        Array.Sort(values);
        var farthest = values.Select((value, i) => Math.Max(Math.Abs(Elementary.NormalCumulative(value) - (double)i / Count), Math.Abs(Elementary.NormalCumulative(value) - (i + 1.0) / Count))).Max();
        // Kolmogorov and Smirnov: farther than this are one in a thousand samples.
        Assert.True(farthest < 1.95 / Math.Sqrt(Count), $"{farthest}");
    }

    [Fact]
    public void Nothing_asked_for_takes_nothing_from_the_generator()
    {
        var random = new MersenneTwister(1);
        StandardNormals.Fill(random, []);
        Assert.Equal(new MersenneTwister(1).NextDouble(), random.NextDouble());
    }
}
