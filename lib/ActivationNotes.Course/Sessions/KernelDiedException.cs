namespace ActivationNotes.Course.Sessions;

/// <summary>The process of a kernel ended while somebody still needed it.</summary>
/// <param name="message">How it ended, and the last it wrote.</param>
public sealed class KernelDiedException(string message) : Exception(message);
