namespace ActivationNotes.Course.Sessions;

/// <summary>The sockets of a kernel that this client uses.</summary>
public enum KernelChannel
{
    /// <summary>Requests, one after the other.</summary>
    Shell,

    /// <summary>Requests that overtake the others: interrupt and shutdown.</summary>
    Control,

    /// <summary>What the kernel publishes: outputs and its state.</summary>
    Iopub,
}
