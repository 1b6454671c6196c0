using ActivationNotes.Numbers;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace ActivationNotes.Tests.Numbers;

public sealed class BetaDistributionTests
{
    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(1, 1)]
    [InlineData(2, 0.5)]
    [InlineData(7.5, 3)]
    [InlineData(40, 60.5)]
    [InlineData(500, 490)]
    public void The_share_below_a_point_is_that_of_MathNet(double a, double b)
    {
        foreach (var x in new[] { 0, 0.01, 0.3, 0.45, 0.5, 0.55, 0.9, 0.999, 1 })
        {
            var expected = SpecialFunctions.BetaRegularized(a, b, x);
            Assert.True(Math.Abs(BetaDistribution.Cumulative(a, b, x) - expected) <= 1e-12 + 1e-10 * expected, $"{x}: {BetaDistribution.Cumulative(a, b, x):R}, {expected:R}");
        }
    }

    [Fact]
    public void Of_whole_shapes_it_is_a_sum_of_binomial_probabilities()
    {
        // I_x(k, n - k + 1) is the probability of at least k successes in n trials.
        var exact = Enumerable.Range(4, 7).Sum(k => BetaDistribution.FairCoin(10, k));
        Assert.Equal(exact, BetaDistribution.Cumulative(4, 7, 0.5), 1e-14);
        Assert.Equal(848.0 / 1024, exact, 1e-14);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(1000)]
    public void Heads_of_a_fair_coin_have_the_probabilities_of_the_binomial_distribution(int n)
    {
        for (var k = 0; k <= n; k++)
            Assert.True(Math.Abs(BetaDistribution.FairCoin(n, k) / Binomial.PMF(0.5, n, k) - 1) < 1e-10, $"{k}");
        Assert.Equal(1, Enumerable.Range(0, n + 1).Sum(k => BetaDistribution.FairCoin(n, k)), 1e-11);
    }
}
