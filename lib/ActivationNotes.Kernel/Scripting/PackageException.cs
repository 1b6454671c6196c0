namespace ActivationNotes.Kernel.Scripting;

/// <summary>A package could not be had; the message says which source refused what.</summary>
internal sealed class PackageException(string message) : Exception(message);
