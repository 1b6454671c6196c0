namespace ActivationNotes.Layers;

/// <summary>What activations cost behind one layer.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Threads">How many threads worked on it.</param>
/// <param name="PlainMilliseconds">Wall time without an activation, the fastest sample.</param>
/// <param name="Costs">One for each activation, in the order they were given.</param>
public sealed record LayerCost(Layer Layer, int Threads, double PlainMilliseconds, ActivationCost[] Costs)
{
    /// <summary>The cost of one activation.</summary>
    /// <param name="activation">Name of the operator.</param>
    /// <exception cref="ArgumentException">It was not measured; the message lists what was.</exception>
    public ActivationCost this[string activation] => Array.Find(Costs, cost => cost.Activation == activation)
        ?? throw new ArgumentException($"'{activation}' was not measured. There are: {string.Join(", ", Costs.Select(cost => cost.Activation))}.", nameof(activation));
}
