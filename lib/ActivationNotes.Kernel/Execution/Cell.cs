using ActivationNotes.Kernel.Protocol;

namespace ActivationNotes.Kernel.Execution;

/// <summary>A cell while it runs, and afterwards for as long as its tasks write.</summary>
/// <param name="request">The request that brought it.</param>
/// <param name="count">The number of the execution.</param>
/// <param name="origin">What error messages call it: "01-the-sigmoid, cell 3" or "In [3]".</param>
internal sealed class Cell(Message request, int count, string origin)
{
    private static readonly AsyncLocal<Cell?> s_current = new();
    private static volatile Cell? s_latest;

    private readonly bool _isSilent = request.Flag("silent", false);
    private volatile bool _isAbandoned;

    /// <summary>
    /// The cell that the calling code belongs to: tasks and threads remember the cell that started them. Code nobody
    /// started (a timer of an earlier library call) belongs to the latest cell. Null before the first.
    /// </summary>
    public static Cell? Current => s_current.Value ?? s_latest;

    /// <summary>The request that brought it.</summary>
    public Message Request { get; } = request;

    /// <summary>The number of the execution.</summary>
    public int Count { get; } = count;

    /// <summary>What error messages call it.</summary>
    public string Origin { get; } = origin;

    /// <summary>Whether nothing of it may be published.</summary>
    public bool Silent => _isAbandoned || _isSilent;

    /// <summary>Whether its client answers questions.</summary>
    public bool AllowsInput { get; } = request.Flag("allow_stdin", false);

    /// <summary>Cancelled when somebody interrupts the cell.</summary>
    public CancellationTokenSource Interruption { get; } = new();

    /// <summary>Publishes nothing more of it, though it may go on.</summary>
    public void Abandon() => _isAbandoned = true;

    /// <summary>Makes this the cell of the calling thread and of all it starts.</summary>
    public void Enter()
    {
        s_current.Value = this;
        s_latest = this;
    }
}
