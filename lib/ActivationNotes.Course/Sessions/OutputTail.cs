namespace ActivationNotes.Course.Sessions;

/// <summary>The last lines a process wrote: enough to see why it died, never more.</summary>
public sealed class OutputTail
{
    private const int MaximumLines = 20;

    private readonly Queue<string> _lines = new();
    private readonly Lock _lock = new();

    /// <summary>Takes a line.</summary>
    public void Add(string? line)
    {
        if (line is null) return;
        lock (_lock)
        {
            _lines.Enqueue(line.Length > 400 ? line[..400] + "…" : line);
            if (_lines.Count > MaximumLines) _lines.Dequeue();
        }
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        lock (_lock) return string.Join('\n', _lines);
    }
}
