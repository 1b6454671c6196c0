namespace ActivationNotes.Networks;

/// <summary>The progress of a training as one line with a bar, which is written over at every report: for a terminal.</summary>
/// <param name="writer">The terminal: <c>Console.Out</c>.</param>
/// <example><code>experiment.Run(digits, seeds, new ProgressLine(Console.Out))</code></example>
public sealed class ProgressLine(TextWriter writer) : IProgress<TrainingProgress>
{
    private int _written;

    /// <inheritdoc/>
    public void Report(TrainingProgress value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var text = value.ToString();
        // A shorter line does not hide the end of the longer one before it.
        writer.Write('\r' + text.PadRight(_written));
        if (value.Epoch == value.Epochs) writer.WriteLine();
        writer.Flush();
        _written = text.Length;
    }
}
