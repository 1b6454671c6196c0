namespace ActivationNotes.Charts;

/// <summary>One value for each category, with an interval where it is known.</summary>
/// <example><code>new BarSeries("ours", nanoseconds) { Low = quartile1, High = quartile3 }</code></example>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Values">One for each category, in the unit of the value axis; NaN leaves the bar out.</param>
public sealed record BarSeries(string Name, IReadOnlyList<double> Values)
{
    /// <summary>Lower ends of the intervals, one for each category; null without intervals.</summary>
    public IReadOnlyList<double>? Low { get; init; }

    /// <summary>Upper ends of the intervals, one for each category; null without intervals.</summary>
    public IReadOnlyList<double>? High { get; init; }
}
