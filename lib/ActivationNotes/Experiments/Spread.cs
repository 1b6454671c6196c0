namespace ActivationNotes.Experiments;

/// <summary>A measure over the seeds of an experiment.</summary>
/// <param name="Mean">Its mean.</param>
/// <param name="Low">The lowest of the seeds.</param>
/// <param name="High">The highest of the seeds.</param>
public readonly record struct Spread(double Mean, double Low, double High)
{
    /// <summary>The spread of some values.</summary>
    /// <param name="values">One for each seed; at least one.</param>
    public static Spread Of(IEnumerable<double> values)
    {
        double[] all = [.. values];
        return new Spread(all.Average(), all.Min(), all.Max());
    }
}
