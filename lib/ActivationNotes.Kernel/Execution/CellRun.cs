namespace ActivationNotes.Kernel.Execution;

/// <summary>A piece of work of a cell that somebody waits for and somebody else may interrupt.</summary>
/// <param name="firstOwn">How many cells with checks there were before.</param>
internal sealed class CellRun(int firstOwn)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    private readonly object _gate = new();
    private bool _hasEnded;
    private bool _isGivenUp;
    private bool _isInterrupting;
    private bool _isClosed;

    /// <summary>How many cells with checks there were before.</summary>
    public int FirstOwn { get; } = firstOwn;

    /// <summary>Says that the work has ended.</summary>
    public void End()
    {
        lock (_gate)
        {
            _hasEnded = true;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Waits for its end.</summary>
    /// <param name="meanwhile">Called ten times a second.</param>
    /// <returns>Whether it ended; false when it is given up.</returns>
    public bool Wait(Action meanwhile)
    {
        lock (_gate)
        {
            while ((!_hasEnded && !_isGivenUp) || _isInterrupting)
            {
                if (!Monitor.Wait(_gate, s_pause)) meanwhile();
            }

            _isClosed = true;
            return !_isGivenUp;
        }
    }

    /// <summary>Waits for its end, for a time only.</summary>
    /// <returns>Whether it ended.</returns>
    public bool Wait(TimeSpan limit)
    {
        lock (_gate) return _hasEnded || Monitor.Wait(_gate, limit) || _hasEnded;
    }

    /// <summary>Begins to interrupt it: whoever waits for its end waits for the end of the interruption as well.</summary>
    /// <returns>Whether there is something to interrupt, and nobody does so already.</returns>
    public bool BeginInterruption()
    {
        lock (_gate)
        {
            if (_isClosed || _isInterrupting || _hasEnded) return false;
            return _isInterrupting = true;
        }
    }

    /// <summary>Ends an interruption.</summary>
    /// <param name="givenUp">Whether the work goes on and is no longer waited for.</param>
    public void EndInterruption(bool givenUp)
    {
        lock (_gate)
        {
            _isInterrupting = false;
            _isGivenUp = givenUp;
            Monitor.PulseAll(_gate);
        }
    }
}
