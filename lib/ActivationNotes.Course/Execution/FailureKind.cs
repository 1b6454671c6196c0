namespace ActivationNotes.Course.Execution;

/// <summary>Why a notebook did not get through.</summary>
public enum FailureKind
{
    /// <summary>A cell threw, or did not compile.</summary>
    Error,

    /// <summary>A cell took longer than it may.</summary>
    Timeout,

    /// <summary>The kernel's process ended, or never answered.</summary>
    KernelDeath,

    /// <summary>What a cell put out cannot be stored.</summary>
    Storage,

    /// <summary>A cell tagged raises-exception raised none.</summary>
    MissingError,
}
