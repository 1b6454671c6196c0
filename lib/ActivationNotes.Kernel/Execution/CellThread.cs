using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using ActivationNotes.Kernel.Functions;
using ActivationNotes.Kernel.Scripting;

namespace ActivationNotes.Kernel.Execution;

/// <summary>
/// The thread on which cells run, one after the other. A cell that cannot be interrupted keeps its thread for as long as it takes, and the next
/// cell gets a new one.
/// </summary>
/// <param name="code">The compiled cells.</param>
internal sealed class CellThread(CheckedCode code)
{
    // Readers wait two seconds at most; what cannot be ended after this time never can.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1.2);
    private static readonly TimeSpan s_wakingPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_pauseForOthers = TimeSpan.FromMilliseconds(60);

    private BlockingCollection<Action>? _work;
    private CellRun? _run;

    /// <summary>Runs work of a cell to its end.</summary>
    /// <param name="work">Must not throw.</param>
    /// <returns>Whether it ended; false when it was interrupted, cannot be ended, and goes on.</returns>
    public bool Run(Action work)
    {
        var queue = _work ??= StartThread();
        var run = new CellRun(code.Count);
        Volatile.Write(ref _run, run);
        queue.Add(() =>
        {
            work();
            run.End();
        });
        var pool = new PoolWatch();
        var hasEnded = run.Wait(pool.Look);
        pool.End();
        Volatile.Write(ref _run, null);
        if (hasEnded) return true;
        // Should its work ever end, the thread finds nothing more to do.
        queue.CompleteAdding();
        _work = null;
        return false;
    }

    /// <summary>Interrupts what runs now, in the background.</summary>
    public void Interrupt()
    {
        if (Volatile.Read(ref _run) is not { } run || !run.BeginInterruption()) return;
        // No thread of the pool: the cell may occupy them all.
        new Thread(() => Interrupt(run)) { Name = "interruption", IsBackground = true }.Start();
    }

    private void Interrupt(CellRun run)
    {
        var started = Stopwatch.GetTimestamp();
        code.Stop();
        var hasEnded = run.Wait(s_wakingPause);
        // What only waits is woken, and more than once: what shows values may take the first time for an error and wait again.
        while (!hasEnded && Stopwatch.GetElapsedTime(started) < s_patience)
        {
            InterruptibleWaits.WakeAll();
            hasEnded = run.Wait(s_wakingPause);
        }

        // What the cell left to other threads gets the time to meet a check, too.
        InterruptibleWaits.WakeAll();
        Thread.Sleep(s_pauseForOthers);
        InterruptibleWaits.WakeAll();
        if (hasEnded) code.Resume(0, 0);
        else code.Resume(run.FirstOwn, code.Count - run.FirstOwn);
        run.EndInterruption(givenUp: !hasEnded);
    }

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "Its thread waits for it to the end.")]
    private static BlockingCollection<Action> StartThread()
    {
        var queue = new BlockingCollection<Action>();
        new Thread(() =>
        {
            foreach (var work in queue.GetConsumingEnumerable()) work();
        })
        { Name = "cells", IsBackground = true }.Start();
        return queue;
    }
}
