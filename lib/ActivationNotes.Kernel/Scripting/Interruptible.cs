using System.Runtime;

namespace ActivationNotes.Kernel.Scripting;

/// <summary>
/// Runs a compiled cell so that it can be ended from outside. Up to its first unfinished await the cell runs on the calling
/// thread: waits there are interrupted, and the runtime can abort its managed code. From then on its continuations run on
/// other threads, which cannot be aborted, so they are no longer waited for: the cell may ask
/// <see cref="Functions.NotebookFunctions.Interrupted"/> itself.
/// </summary>
internal static class Interruptible
{
    private const int Wakings = 10;
    private const int MillisecondsToWake = 50;

    /// <summary>Runs a part of a cell that waits for nothing to its end, on the calling thread.</summary>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public static void Run(Action part, CancellationToken interruption)
    {
        RunOnThisThread(part, interruption);
        interruption.ThrowIfCancellationRequested();
    }

    /// <summary>Runs it to its end.</summary>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public static object? Run(Func<object?[], Task<object?>> cell, object?[] submissions, CancellationToken interruption)
    {
        Task<object?>? task = null;
        Run(() => task = cell(submissions), interruption);
        using (var done = new ManualResetEventSlim())
        {
            _ = task!.ContinueWith(_ => done.Set(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            done.Wait(interruption);
        }

        return task.GetAwaiter().GetResult();
    }

    private static void RunOnThisThread(Action action, CancellationToken interruption)
    {
        var gate = new Lock();
        var thread = Thread.CurrentThread;
        var running = true;
        using var abort = new CancellationTokenSource();
        // Aborting waits for the thread to notice; whoever interrupts does not wait for that.
        using (interruption.Register(() => ThreadPool.QueueUserWorkItem(_ => End())))
        {
            try
            {
#pragma warning disable SYSLIB0046 // An abort may leave the cell's data half-written. That is what a reader who interrupts a cell asks for.
                ControlledExecution.Run(action, abort.Token);
#pragma warning restore SYSLIB0046
            }
            catch (Exception error) when (error.GetBaseException() is ThreadInterruptedException or OperationCanceledException && interruption.IsCancellationRequested)
            {
                // Said again by the caller, who looks at the token. What shows values wraps it.
            }
            finally
            {
                lock (gate) running = false;
                // An interruption that found nothing to wake must not wake what comes next.
                try
                {
                    Thread.Sleep(0);
                }
                catch (ThreadInterruptedException)
                {
                }
            }
        }

        void End()
        {
            // What only waits ends by itself, and more gently: a library aborted while it prepares its first use stays unusable.
            // It is woken more than once, since what shows values may take the first time for an error and wait again.
            for (var waking = 0; waking < Wakings; waking++)
            {
                lock (gate)
                {
                    if (!running) return;
                    thread.Interrupt();
                }

                Thread.Sleep(MillisecondsToWake);
            }

            try
            {
                if (Volatile.Read(ref running)) abort.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // It ended at this very moment.
            }
        }
    }
}
