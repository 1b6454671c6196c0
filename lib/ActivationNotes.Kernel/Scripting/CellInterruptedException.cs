namespace ActivationNotes.Kernel.Scripting;

/// <summary>Ends the code of cells where it meets one of the checks the kernel has put into it.</summary>
internal sealed class CellInterruptedException() : OperationCanceledException("The cell was interrupted.");
