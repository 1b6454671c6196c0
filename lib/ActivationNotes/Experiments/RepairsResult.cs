namespace ActivationNotes.Experiments;

/// <summary>All networks of a <see cref="RepairsExperiment"/>.</summary>
/// <param name="Networks">The network as it is, then one for each repair.</param>
public sealed record RepairsResult(IReadOnlyList<RepairedNetwork> Networks)
{
    /// <summary>The network as it is.</summary>
    public RepairedNetwork Broken => Networks[0];

    /// <summary>The repaired ones.</summary>
    public IReadOnlyList<RepairedNetwork> Repaired => [.. Networks.Skip(1)];

    /// <summary>How many numbers more training changes in a repaired network than in the one as it is.</summary>
    /// <param name="network">One of the networks.</param>
    public int AddedParameters(RepairedNetwork network) => network.Parameters - Broken.Parameters;
}
