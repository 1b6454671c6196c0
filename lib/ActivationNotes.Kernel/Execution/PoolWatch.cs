namespace ActivationNotes.Kernel.Execution;

/// <summary>
/// Sees to it that the thread pool has a thread left while a cell runs. The sockets need one to receive anything, an interruption too, and a cell may
/// start hundreds of tasks that only wait. Tasks that end, however many there are, are left to the pool's own judgement.
/// </summary>
internal sealed class PoolWatch
{
    private const int PatientLooks = 3;
    private const int Growth = 64;

    private readonly int _threads;
    private readonly int _completionThreads;
    private volatile bool _isAnswered = true;
    private bool _hasGrown;
    private int _looks;
    private long _completed;

    /// <summary>Begins to watch.</summary>
    public PoolWatch() => ThreadPool.GetMinThreads(out _threads, out _completionThreads);

    /// <summary>Looks whether the pool gets on; called ten times a second or so.</summary>
    public void Look()
    {
        if (_isAnswered)
        {
            End();
            _isAnswered = false;
            _looks = 0;
            _completed = ThreadPool.CompletedWorkItemCount;
            ThreadPool.UnsafeQueueUserWorkItem(_ => _isAnswered = true, null);
            return;
        }

        if (++_looks < PatientLooks) return;
        if (ThreadPool.CompletedWorkItemCount > _completed)
        {
            _looks = 0;
            _completed = ThreadPool.CompletedWorkItemCount;
            return;
        }

        _hasGrown = true;
        ThreadPool.SetMinThreads(ThreadPool.ThreadCount + Growth, _completionThreads);
    }

    /// <summary>Ends; the pool grows as it did before.</summary>
    public void End()
    {
        if (!_hasGrown) return;
        _hasGrown = false;
        ThreadPool.SetMinThreads(_threads, _completionThreads);
    }
}
