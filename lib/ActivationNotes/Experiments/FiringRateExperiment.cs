using ActivationNotes.Numbers;
using MathNet.Numerics.Random;

namespace ActivationNotes.Experiments;

/// <summary>
/// A leaky integrate-and-fire neuron, simulated. Its voltage V leaks towards the input current and is shaken by white noise:
/// tau dV/dt = -V + current + noise. When V reaches 1 the neuron fires, V returns to 0 and stays there for a refractory time.
/// The firing rate is the number of spikes per second.
/// </summary>
/// <remarks>
/// Voltage and current are in units of the threshold: a current of 1 just reaches it. Between two steps of the simulation the
/// voltage follows an Ornstein-Uhlenbeck process, whose step is exact; that it crossed the threshold in between and came back
/// is decided by the crossing probability of a Brownian bridge. What remains of the step is a delay of half of it per spike.
/// </remarks>
/// <param name="TimeConstant">tau, in seconds.</param>
/// <param name="RefractoryTime">Time without firing after a spike, in seconds; the rate stays below one over it.</param>
/// <param name="Noise">Standard deviation that the noise alone gives the voltage, in units of the threshold; positive.</param>
/// <param name="Duration">Simulated time of each run, in seconds.</param>
/// <param name="Step">Time step, in seconds.</param>
public sealed record FiringRateExperiment(
    double TimeConstant = 0.020, double RefractoryTime = 0.005, double Noise = 0.25, double Duration = 4, double Step = 0.0001)
{
    /// <summary>Measures the rate at each current with each seed.</summary>
    /// <param name="currents">Input currents, in units of the threshold.</param>
    /// <param name="seeds">One run of the whole curve for each.</param>
    /// <returns>The rates; they depend on the seeds alone, not on the number of processors.</returns>
    public FiringRateResult Run(IReadOnlyList<double> currents, IReadOnlyList<int> seeds)
    {
        Check();
        var rates = seeds.Select(_ => new double[currents.Count]).ToArray();
        Parallel.For(0, seeds.Count * currents.Count, run =>
        {
            var (seed, current) = (run / currents.Count, run % currents.Count);
            rates[seed][current] = Simulate(currents[current], unchecked(seeds[seed] * 7919 + current));
        });
        return new FiringRateResult([.. currents], rates);
    }

    /// <summary>The rate without noise: 1 / (refractory time + tau ln(I / (I - 1))) above threshold, 0 below.</summary>
    /// <param name="current">Input current, in units of the threshold.</param>
    /// <returns>Spikes per second.</returns>
    public double RateWithoutNoise(double current) =>
        current <= 1 ? 0 : 1 / (RefractoryTime + TimeConstant * Elementary.Log(current / (current - 1)));

    /// <summary>
    /// The expected rate by Siegert's formula: 1/rate = refractory time + tau sqrt(pi) times the integral of
    /// e^(u^2) (1 + erf u) from -I/(sqrt(2) noise) to (1 - I)/(sqrt(2) noise). A. Siegert, Physical Review 81 (1951) 617;
    /// derived step by step in K. Kreutz-Delgado, arXiv:1501.04032 (2015).
    /// </summary>
    /// <param name="current">Input current, in units of the threshold.</param>
    /// <returns>Spikes per second.</returns>
    public double ExpectedRate(double current)
    {
        Check();
        const int panels = 64;
        double scale = Math.Sqrt(2) * Noise, from = -current / scale, to = (1 - current) / scale, sum = 0;
        for (var panel = 0; panel < panels; panel++)
            sum += MathNet.Numerics.Integration.GaussLegendreRule.Integrate(
                ScaledComplementaryError, from + (to - from) * panel / panels, from + (to - from) * (panel + 1) / panels, 8);
        return 1 / (RefractoryTime + TimeConstant * Math.Sqrt(Math.PI) * sum);
    }

    // e^(u^2) (1 + erf u) = e^(u^2) erfc(-u). Far to the left erfc underflows while the product tends to 1/(-u sqrt(pi)).
    private static double ScaledComplementaryError(double u)
    {
        if (u > -20) return Elementary.Exp(u * u) * 2 * Elementary.NormalCumulative(u * Math.Sqrt(2));
        var inverse = 1 / (2 * u * u);
        return -1 / (u * Math.Sqrt(Math.PI)) * (1 - inverse * (1 - 3 * inverse * (1 - 5 * inverse * (1 - 7 * inverse))));
    }

    private double Simulate(double current, int seed)
    {
        var random = new MersenneTwister(seed);
        var keep = Elementary.Exp(-Step / TimeConstant);
        var kick = Noise * Math.Sqrt(1 - keep * keep);
        var bridge = -2 / (kick * kick);
        var refractorySteps = (int)Math.Round(RefractoryTime / Step);
        var steps = (int)Math.Round(Duration / Step);
        double voltage = 0;
        var (spikes, silent) = (0, 0);
        for (var step = 0; step < steps; step++)
        {
            if (silent > 0) { silent--; continue; }
            var next = current + (voltage - current) * keep + kick * StandardNormals.Next(random);
            var exponent = bridge * (1 - voltage) * (1 - next);
            if (next >= 1 || (exponent > -30 && random.NextDouble() < Elementary.Exp(exponent)))
            {
                spikes++;
                silent = refractorySteps;
                next = 0;
            }
            voltage = next;
        }
        return spikes / Duration;
    }

    private void Check()
    {
        foreach (var (name, value) in new[]
        {
            (nameof(TimeConstant), TimeConstant), (nameof(RefractoryTime), RefractoryTime), (nameof(Noise), Noise),
            (nameof(Duration), Duration), (nameof(Step), Step),
        })
            if (!(value > 0 && double.IsFinite(value)))
                throw new InvalidOperationException($"{name} of the neuron is {value}: it must be positive.");
    }
}
