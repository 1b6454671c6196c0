using ActivationNotes.Experiments;
using MathNet.Numerics.LinearAlgebra;

namespace ActivationNotes.Tests.Experiments;

public sealed class DistributionTests
{
    [Fact]
    public void Of_the_numbers_from_0_to_100_the_kth_percentile_is_next_to_k()
    {
        // 101 numbers in a scrambled order: 37 and 101 share no factor.
        var distribution = Distribution.Of(Matrix<float>.Build.Dense(101, 1, (i, _) => 37 * i % 101));
        Assert.Equal(50, distribution.Mean, 1e-9);
        Assert.Equal(Math.Sqrt(101 * 102 / 12.0), distribution.StandardDeviation, 1e-9);
        Assert.Equal(101, distribution.Percentiles.Length);
        // The median-unbiased estimate of a quantile: of n sorted numbers the one at (n + 1/3) p + 1/3, counted from 1.
        Assert.All(distribution.Percentiles.Index(), percentile =>
            Assert.Equal(Math.Clamp((101 + 1 / 3.0) * percentile.Index / 100 + 1 / 3.0 - 1, 0, 100), percentile.Item, 1e-9));
    }

    [Fact]
    public void Half_zeros_and_half_ones_jump_in_the_middle()
    {
        var distribution = Distribution.Of(Matrix<float>.Build.Dense(10, 4, (i, _) => i % 2));
        Assert.All(distribution.Percentiles[..48], value => Assert.Equal(0, value));
        Assert.All(distribution.Percentiles[53..], value => Assert.Equal(1, value));
        Assert.Equal(0.5, distribution.Mean);
    }
}
