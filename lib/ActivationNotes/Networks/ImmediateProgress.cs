namespace ActivationNotes.Networks;

/// <summary>
/// Hands every report on before the work goes on, on the thread that works: reports keep their order, and none comes after the end. (<see cref="Progress{T}"/>
/// posts them to other threads.)
/// </summary>
/// <typeparam name="T">What is reported.</typeparam>
/// <param name="report">Gets every report: an updating display of a notebook, for example.</param>
/// <example><code>
/// var place = display("");
/// experiment.Run(digits, seeds, new ImmediateProgress&lt;TrainingProgress&gt;(now => place.Update($"{now}")))
/// </code></example>
public sealed class ImmediateProgress<T>(Action<T> report) : IProgress<T>
{
    /// <inheritdoc/>
    public void Report(T value) => report(value);
}
