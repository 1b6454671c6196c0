using ActivationNotes.Timing;

namespace ActivationNotes.Experiments;

/// <summary>What a <see cref="ScoreboardExperiment"/> measured.</summary>
/// <param name="Lines">One for each activation, in the order of the catalogue.</param>
/// <param name="Times">The times of all activations, measured interleaved.</param>
public sealed record ScoreboardResult(IReadOnlyList<ScoreboardLine> Lines, ComparisonResult Times)
{
    /// <summary>The line of one activation.</summary>
    /// <param name="activation">Its name.</param>
    public ScoreboardLine this[string activation] => Lines.FirstOrDefault(line => line.Activation == activation)
        ?? throw new ArgumentException($"There is no line for '{activation}'. There are: {string.Join(", ", Lines.Select(line => line.Activation))}.", nameof(activation));
}
