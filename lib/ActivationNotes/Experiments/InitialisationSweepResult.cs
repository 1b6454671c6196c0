namespace ActivationNotes.Experiments;

/// <summary>All networks of an <see cref="InitialisationSweepExperiment"/>.</summary>
/// <param name="Lines">One for each activation and initialisation, the initialisations of one activation together.</param>
public sealed record InitialisationSweepResult(IReadOnlyList<InitialisationSweepLine> Lines)
{
    /// <summary>The activations that were measured.</summary>
    public IReadOnlyList<string> Activations => [.. Lines.Select(line => line.Activation).Distinct(StringComparer.Ordinal)];

    /// <summary>The lines of one activation, in the order of the initialisations.</summary>
    /// <param name="activation">Name of the activation.</param>
    /// <exception cref="ArgumentException">There is none; the message lists those there are.</exception>
    public IReadOnlyList<InitialisationSweepLine> Of(string activation)
    {
        InitialisationSweepLine[] found = [.. Lines.Where(line => line.Activation == activation)];
        return found.Length > 0
            ? found
            : throw new ArgumentException($"There is no network of {activation}. Measured were {string.Join(", ", Activations)}.", nameof(activation));
    }

    /// <summary>One measure of all initialisations of one activation.</summary>
    /// <param name="activation">Name of the activation.</param>
    /// <param name="measure">The measure, for every seed.</param>
    /// <returns>[seeds x initialisations]</returns>
    public double[][] Over(string activation, Func<InitialisationSweepLine, double[]> measure)
    {
        double[][] byInitialisation = [.. Of(activation).Select(measure)];
        return [.. byInitialisation[0].Select((_, seed) => byInitialisation.Select(values => values[seed]).ToArray())];
    }
}
