namespace ActivationNotes.Timing;

/// <summary>Samples of all kernels, round by round, with a chain of additions timed before each round and after the last.</summary>
/// <param name="kernels">How many kernels are sampled in each round.</param>
/// <param name="tolerance">How far a chain may be from the median of all, as a share of it.</param>
internal sealed class TimedRounds(int kernels, double tolerance)
{
    private readonly List<double>[] _samples = [.. Enumerable.Range(0, kernels).Select(_ => new List<double>())];
    private readonly List<double> _chains = [];

    /// <summary>How many rounds are complete.</summary>
    public int Count => Math.Max(0, _chains.Count - 1);

    /// <summary>Adds what one kernel took in the round that is under way.</summary>
    public void AddSample(int kernel, double nanosecondsPerElement) => _samples[kernel].Add(nanosecondsPerElement);

    /// <summary>Adds what the chain took, before the first round or after the round that is under way.</summary>
    public void AddChain(double nanoseconds) => _chains.Add(nanoseconds);

    /// <summary>
    /// The samples of each kernel in the rounds before and after which the clock was what it usually was. Where that leaves fewer than half of
    /// the rounds there is no usual clock: then all rounds count, and the clock was not steady.
    /// </summary>
    public (double[][] Samples, double[] Chains, bool IsSteady) Steady()
    {
        double[] sorted = [.. _chains.Order()];
        var usual = Statistics.Quantile(sorted, 0.5);
        bool IsUsual(double chain) => Math.Abs(chain - usual) <= tolerance * usual;
        int[] kept = [.. Enumerable.Range(0, Count).Where(round => IsUsual(_chains[round]) && IsUsual(_chains[round + 1]))];
        return 2 * kept.Length >= Count
            ? ([.. _samples.Select(samples => kept.Select(round => samples[round]).ToArray())], [.. _chains.Where(IsUsual)], true)
            : ([.. _samples.Select(samples => samples.ToArray())], [.. _chains], false);
    }

    /// <summary>
    /// Whether some kernel took that many times as long in the first half of the rounds as in the second: in three quarters of the former, by the
    /// median of the latter.
    /// </summary>
    /// <param name="times">How many times as long.</param>
    public bool SpedUp(double times) => Count > 1 && _samples.Any(samples =>
    {
        double[] first = [.. samples.Take(Count / 2).Order()], second = [.. samples.Skip(Count / 2).Order()];
        return Statistics.Quantile(first, 0.25) > times * Statistics.Quantile(second, 0.5);
    });
}
