using ActivationNotes.Experiments;

namespace ActivationNotes.Tests.Experiments;

public sealed class OverSeedsTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 2)]
    [InlineData(0.3, 2.2)]
    [InlineData(0.5, 3)]
    [InlineData(1, 9)]
    public void A_quantile_lies_between_the_seeds_next_to_it(double share, double expected) =>
        Assert.Equal(expected, OverSeeds.Quantile([9, 1, 3, 2, 4], share), 1e-12);

    [Fact]
    public void The_median_of_an_even_number_of_seeds_is_the_mean_of_the_middle_two() => Assert.Equal(2.5, OverSeeds.Median([8, 1, 2, 3]));

    [Fact]
    public void One_lost_seed_moves_the_median_no_further_than_any_other() =>
        Assert.Equal(OverSeeds.Median([1, 2, 3, 4, 5]), OverSeeds.Median([1, 2, 3, 4, double.PositiveInfinity]));

    [Fact]
    public void A_share_counts_the_seeds_of_which_something_is_true()
    {
        Assert.Equal(0.75, OverSeeds.Share([0.1, 0.9, 0.9, 0.9], accuracy => accuracy >= 0.7));
        Assert.Equal(0, OverSeeds.Share([double.NaN], accuracy => accuracy >= 0.7));
    }

    [Fact]
    public void Without_seeds_there_is_nothing_to_claim()
    {
        Assert.Throws<ArgumentException>(() => OverSeeds.Median([]));
        Assert.Throws<ArgumentException>(() => OverSeeds.Share([], _ => true));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_share_outside_of_0_to_1_is_refused(double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => OverSeeds.Quantile([1, 2], share));
}
