namespace ActivationNotes.Kernel.Scripting;

/// <summary>A cell does not compile.</summary>
/// <param name="diagnostics">What the compiler says, a line each: "(line,column): error CSnnnn: ...".</param>
/// <param name="firstLine">The line of the cell that the first error is in, counted from 1; 0 when it is elsewhere.</param>
internal sealed class CompilationException(IReadOnlyList<string> diagnostics, int firstLine) : Exception("compilation error")
{
    /// <summary>What the compiler says.</summary>
    public IReadOnlyList<string> Diagnostics { get; } = diagnostics;

    /// <summary>The line of the cell that the first error is in, or 0.</summary>
    public int FirstLine { get; } = firstLine;
}
