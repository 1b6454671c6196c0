using System.Text.RegularExpressions;

namespace ActivationNotes.Course.Sessions;

/// <summary>What is worth keeping of all that a process wrote: why it died if it said so, otherwise its last lines.</summary>
public sealed partial class OutputTail
{
    private const int MaximumLines = 20;
    private const int MaximumLength = 400;

    // What the .NET runtime says when it gives up, and what that means to whoever wrote the cell.
    private static readonly Dictionary<string, string> s_meanings = new()
    {
        ["Stack overflow."] = "its stack overflowed: most likely something calls itself without end",
        ["Out of memory."] = "its memory was exhausted",
        ["Unhandled exception."] = "nobody caught an exception",
        ["Process terminated."] = "something called Environment.FailFast",
        ["Fatal error."] = "the runtime failed: most likely unsafe code or a native library wrote where it must not",
    };

    private readonly Queue<string> _lines = new();
    private readonly Lock _lock = new();
    private string _cause = "";
    private bool _complete;

    /// <summary>Why the process died, in words; empty when it did not say.</summary>
    public string Cause
    {
        get
        {
            lock (_lock) return s_meanings.GetValueOrDefault(_cause, "");
        }
    }

    /// <summary>Takes a line.</summary>
    public void Add(string? line)
    {
        if (line is null) return;
        lock (_lock)
        {
            if (_complete) return;
            if (_cause.Length == 0 && Announcement().Match(line) is { Success: true } match)
            {
                _cause = match.Value;
                _lines.Clear();
            }

            // Below the cell's own calls the trace goes through the kernel, where nobody looks for the error.
            _complete = _cause.Length > 0 && (_lines.Count == MaximumLines || Machinery().IsMatch(line));
            if (_complete) return;
            _lines.Enqueue(line.Length > MaximumLength ? line[..MaximumLength] + "…" : line);
            if (_lines.Count > MaximumLines) _lines.Dequeue();
        }
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        lock (_lock) return string.Join('\n', _lines);
    }

    [GeneratedRegex(@"^(Stack overflow\.|Out of memory\.|Unhandled exception\.|Process terminated\.|Fatal error\.)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Announcement();

    [GeneratedRegex(@"^\s+at (ActivationNotes\.Kernel\.|System\.Runtime\.CompilerServices\.Async|Submission#\d+\.<(Factory|Initialize)>)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Machinery();
}
