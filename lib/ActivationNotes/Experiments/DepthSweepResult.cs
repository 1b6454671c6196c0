namespace ActivationNotes.Experiments;

/// <summary>All networks of a <see cref="DepthSweepExperiment"/>.</summary>
/// <param name="Networks">One for each activation, initialisation, depth and seed.</param>
public sealed record DepthSweepResult(IReadOnlyList<DepthSweepNetwork> Networks)
{
    /// <summary>The networks of one kind, one for each seed.</summary>
    /// <param name="activation">Name of the activation.</param>
    /// <param name="initialisation">Name of the initialisation.</param>
    /// <param name="depth">Hidden layers.</param>
    /// <exception cref="ArgumentException">There is none; the message lists what there is.</exception>
    public IReadOnlyList<DepthSweepNetwork> Of(string activation, string initialisation, int depth)
    {
        DepthSweepNetwork[] found = [.. Networks.Where(network => network.Activation == activation && network.Initialisation == initialisation && network.Depth == depth)];
        return found.Length > 0
            ? found
            : throw new ArgumentException(
                $"There is no network with {activation}, {initialisation} and {depth} hidden layers. Measured were "
                + $"{List(network => network.Activation)}; {List(network => network.Initialisation)}; depths {List(network => network.Depth)}.", nameof(activation));

        string List<T>(Func<DepthSweepNetwork, T> of) => string.Join(", ", Networks.Select(of).Distinct());
    }

    /// <summary>The depths that were measured, in ascending order.</summary>
    public IReadOnlyList<int> Depths => [.. Networks.Select(network => network.Depth).Distinct().Order()];

    /// <summary>The activations that were measured.</summary>
    public IReadOnlyList<string> Activations => [.. Networks.Select(network => network.Activation).Distinct(StringComparer.Ordinal)];

    /// <summary>The initialisations that were measured.</summary>
    public IReadOnlyList<string> Initialisations => [.. Networks.Select(network => network.Initialisation).Distinct(StringComparer.Ordinal)];

    /// <summary>For each seed the share of the last layer's gradient that reaches the first, at every depth.</summary>
    /// <param name="activation">Name of the activation.</param>
    /// <param name="initialisation">Name of the initialisation.</param>
    /// <returns>[seeds x depths]</returns>
    public double[][] FirstToLast(string activation, string initialisation) => Over(activation, initialisation, network => network.FirstToLast);

    /// <summary>One measure of every network of a kind, at every depth.</summary>
    /// <param name="activation">Name of the activation.</param>
    /// <param name="initialisation">Name of the initialisation.</param>
    /// <param name="measure">The measure.</param>
    /// <returns>[seeds x depths]</returns>
    public double[][] Over(string activation, string initialisation, Func<DepthSweepNetwork, double> measure)
    {
        var byDepth = Depths.Select(depth => Of(activation, initialisation, depth)).ToArray();
        return [.. byDepth[0].Select((_, seed) => byDepth.Select(networks => measure(networks[seed])).ToArray())];
    }
}
