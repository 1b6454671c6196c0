namespace ActivationNotes.Kernel.Scripting;

/// <summary>A package could not be had; the message says which source refused what.</summary>
internal sealed class PackageException(string message) : Exception(message)
{
    /// <summary>The line of the cell that asks for it, counted from 1; 0 when it stands elsewhere.</summary>
    public int Line { get; set; }
}
