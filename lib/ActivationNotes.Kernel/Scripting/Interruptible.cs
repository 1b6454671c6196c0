using ActivationNotes.Kernel.Functions;

namespace ActivationNotes.Kernel.Scripting;

/// <summary>
/// Runs a compiled cell so that it can be ended from outside. Up to its first unfinished await the cell runs on the calling thread, whose
/// waits are woken; from then on its continuations run on other threads and are no longer waited for. On every thread the code of cells
/// ends at its next check.
/// </summary>
internal static class Interruptible
{
    /// <summary>Runs a part of a cell on the calling thread.</summary>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public static void Run(Action part, CancellationToken interruption)
    {
        var waiter = InterruptibleWaits.Enter();
        try
        {
            part();
        }
        catch (Exception) when (interruption.IsCancellationRequested)
        {
            // Whatever the interruption has become on its way here. Said again below.
        }
        finally
        {
            InterruptibleWaits.Leave(waiter);
        }

        interruption.ThrowIfCancellationRequested();
    }

    /// <summary>Runs it to its end.</summary>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public static object? Run(Func<object?[], Task<object?>> cell, object?[] submissions, CancellationToken interruption)
    {
        Task<object?>? task = null;
        Run(() => task = cell(submissions), interruption);
        // Not Task.Wait with the token: that is told of an interruption by the thread pool, all of whose threads the cell may occupy.
        if (!task!.IsCompleted) WaitHandle.WaitAny([((IAsyncResult)task).AsyncWaitHandle, interruption.WaitHandle]);
        interruption.ThrowIfCancellationRequested();
        return task.GetAwaiter().GetResult();
    }
}
