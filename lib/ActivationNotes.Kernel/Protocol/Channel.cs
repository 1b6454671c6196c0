namespace ActivationNotes.Kernel.Protocol;

/// <summary>The sockets a message can leave by.</summary>
internal enum Channel
{
    /// <summary>Requests and their replies.</summary>
    Shell,

    /// <summary>Requests that overtake the others.</summary>
    Control,

    /// <summary>Outputs, for everybody who listens.</summary>
    Iopub,

    /// <summary>Questions to the client whose cell runs.</summary>
    Stdin,
}
