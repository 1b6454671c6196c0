using System.ComponentModel;

namespace ActivationNotes.Kernel.Functions;

/// <summary>
/// The threads of cells that may be woken when a cell is interrupted: the one that runs the cell, and others while they wait. The kernel puts
/// calls to this class around the waits in compiled cells; notebooks have no use for it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class InterruptibleWaits
{
    private static readonly HashSet<Waiter> s_waiters = new(ReferenceEqualityComparer.Instance);

    /// <summary>From now on the calling thread may be woken.</summary>
    /// <returns>What <see cref="Leave"/> takes.</returns>
    public static object Enter()
    {
        var waiter = new Waiter(Thread.CurrentThread);
        lock (s_waiters) s_waiters.Add(waiter);
        return waiter;
    }

    /// <summary>From now on the calling thread may no longer be woken.</summary>
    /// <param name="waiter">What <see cref="Enter"/> gave.</param>
    public static void Leave(object waiter)
    {
        var own = (Waiter)waiter;
        for (var registered = true; registered;)
        {
            try
            {
                lock (s_waiters) s_waiters.Remove(own);
                registered = false;
            }
            catch (ThreadInterruptedException)
            {
                // Woken while it waits for the lock.
            }
        }

        if (!own.Woken) return;
        // An interruption that found nothing to wake must not wake what comes next.
        try
        {
            Thread.Sleep(1);
        }
        catch (ThreadInterruptedException)
        {
        }
    }

    /// <summary>Wakes all of them.</summary>
    internal static void WakeAll()
    {
        lock (s_waiters)
        {
            foreach (var waiter in s_waiters)
            {
                waiter.Woken = true;
                waiter.Thread.Interrupt();
            }
        }
    }

    private sealed class Waiter(Thread thread)
    {
        public Thread Thread { get; } = thread;

        public volatile bool Woken;
    }
}
