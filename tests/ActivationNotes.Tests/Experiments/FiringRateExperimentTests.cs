using ActivationNotes.Experiments;

namespace ActivationNotes.Tests.Experiments;

public sealed class FiringRateExperimentTests
{
    private static readonly int[] Seeds = [1, 2, 3, 4];

    [Theory]
    [InlineData(0.6)]
    [InlineData(1.0)]
    [InlineData(1.5)]
    [InlineData(3.0)]
    public void The_simulated_rate_is_that_of_Siegerts_formula(double current)
    {
        var neuron = new FiringRateExperiment(Duration: 20);
        var measured = neuron.Run([current], Seeds).Mean[0];
        // 80 s of spikes: the standard error is below the square root of the count over the time.
        var expected = neuron.ExpectedRate(current);
        Assert.Equal(expected, measured, 3 * Math.Sqrt(expected / 80) + 0.01 * expected);
    }

    [Theory]
    [InlineData(1.2)]
    [InlineData(2)]
    [InlineData(5)]
    public void With_hardly_any_noise_formula_and_simulation_reach_the_noiseless_rate(double current)
    {
        var neuron = new FiringRateExperiment(Noise: 0.01, Duration: 5);
        var noiseless = neuron.RateWithoutNoise(current);
        Assert.Equal(noiseless, neuron.ExpectedRate(current), 0.02 * noiseless);
        Assert.Equal(noiseless, neuron.Run([current], [1]).Mean[0], 0.02 * noiseless);
    }

    [Fact]
    public void The_expected_rate_matches_an_independent_quadrature()
    {
        // mpmath.quad of exp(u^2) erfc(-u) at 30 digits, for the defaults of the experiment.
        Assert.Equal(0.3328941634640475, new FiringRateExperiment().ExpectedRate(0.2), 1e-6);
        Assert.Equal(6.914614626874715, new FiringRateExperiment().ExpectedRate(0.6), 1e-6);
        Assert.Equal(21.736625996138013, new FiringRateExperiment().ExpectedRate(1.0), 1e-6);
        Assert.Equal(39.522769292331276, new FiringRateExperiment().ExpectedRate(1.5), 1e-6);
        Assert.Equal(76.77381170644247, new FiringRateExperiment().ExpectedRate(3.0), 1e-6);
        Assert.Equal(140.73115104726813, new FiringRateExperiment().ExpectedRate(10.0), 1e-6);
    }

    [Fact]
    public void Below_threshold_the_noiseless_neuron_is_silent_and_far_above_it_nears_one_over_the_refractory_time()
    {
        var neuron = new FiringRateExperiment();
        Assert.Equal(0, neuron.RateWithoutNoise(1));
        Assert.InRange(neuron.RateWithoutNoise(1e6), 199.9, 200);
    }

    [Fact]
    public void Rates_depend_on_the_seeds_alone()
    {
        var neuron = new FiringRateExperiment(Duration: 0.5);
        var (once, again) = (neuron.Run([0.8, 2], Seeds), neuron.Run([0.8, 2], Seeds));
        Assert.Equal(once.Rates, again.Rates);
        Assert.NotEqual(once.Rates[0], once.Rates[1]);
    }

    [Fact]
    public void A_neuron_that_cannot_be_is_refused_by_name() =>
        Assert.Contains("Noise of the neuron is 0", Assert.Throws<InvalidOperationException>(
            () => new FiringRateExperiment(Noise: 0).Run([1], [1])).Message, StringComparison.Ordinal);
}
