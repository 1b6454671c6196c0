using System.Runtime;

namespace ActivationNotes.Kernel.Scripting;

/// <summary>
/// Runs a compiled cell so that it can be ended from outside. Up to its first unfinished await the cell runs on the calling
/// thread, where the runtime can abort managed code; from then on its continuations run on other threads, which cannot be
/// aborted, so they are no longer waited for: the cell may ask <see cref="Display.NotebookFunctions.Interrupted"/> itself.
/// </summary>
internal static class Interruptible
{
    /// <summary>Runs it to its end.</summary>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public static object? Run(Func<object?[], Task<object?>> cell, object?[] submissions, CancellationToken interruption)
    {
        Task<object?>? task = null;
#pragma warning disable SYSLIB0046 // An abort may leave the cell's data half-written. That is what a reader who interrupts a cell asks for.
        ControlledExecution.Run(() => task = cell(submissions), interruption);
#pragma warning restore SYSLIB0046
        interruption.ThrowIfCancellationRequested();
        task!.WaitAsync(interruption).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default)
            .Wait(CancellationToken.None);
        interruption.ThrowIfCancellationRequested();
        return task.GetAwaiter().GetResult();
    }
}
