using ActivationNotes.Timing;
using CsCheck;

namespace ActivationNotes.Tests.Timing;

public sealed class StatisticsTests
{
    [Fact]
    public void Quartiles_are_those_of_the_spreadsheets()
    {
        // NumPy: numpy.quantile([1, 2, 4, 8], [.25, .5, .75]) is [1.75, 3, 5].
        double[] sorted = [1, 2, 4, 8];
        Assert.Equal([1.75, 3, 5], new[] { 0.25, 0.5, 0.75 }.Select(share => Statistics.Quantile(sorted, share)));
        Assert.Equal(7, Statistics.Quantile([7], 0.9));
    }

    [Fact]
    public void The_interval_holds_the_true_median_19_times_of_20_however_skewed_the_noise()
    {
        // Exponential noise, median ln 2. The binomial count is discrete, so the interval is a little wider than it must be.
        var random = new Random(1);
        var held = Enumerable.Range(0, 4000).Count(_ =>
        {
            double[] sorted = [.. Enumerable.Range(0, 41).Select(_ => -Math.Log(1 - random.NextDouble())).Order()];
            var (low, high) = Statistics.MedianInterval(sorted);
            return low <= Math.Log(2) && Math.Log(2) <= high;
        });
        Assert.InRange(held / 4000.0, 0.94, 0.985);
    }

    [Fact]
    public void The_interval_holds_the_median_of_the_sample() =>
        Gen.Double[0, 100].Array[1, 200].Sample(samples =>
        {
            Array.Sort(samples);
            var (low, high) = Statistics.MedianInterval(samples);
            var median = Statistics.Quantile(samples, 0.5);
            return low <= median && median <= high;
        });
}
