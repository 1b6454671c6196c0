namespace ActivationNotes.Experiments;

/// <summary>Signs of minibatch gradients for several sizes and seeds.</summary>
/// <param name="Name">What was compared, such as the activation.</param>
/// <param name="Runs">[seeds][sizes]</param>
public sealed record MinibatchSweep(string Name, IReadOnlyList<IReadOnlyList<MinibatchSigns>> Runs)
{
    /// <summary>The batch sizes.</summary>
    public IReadOnlyList<int> Sizes => [.. Runs[0].Select(one => one.Size)];

    /// <summary>What each seed measured at one size.</summary>
    /// <param name="size">The batch size.</param>
    /// <exception cref="ArgumentException">The size was not measured.</exception>
    public IReadOnlyList<MinibatchSigns> At(int size) => Sizes.Contains(size)
        ? [.. Runs.Select(run => run.First(one => one.Size == size))]
        : throw new ArgumentException($"Batches of {size} were not measured; the sizes are {string.Join(", ", Sizes)}.", nameof(size));
}
