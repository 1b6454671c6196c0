namespace ActivationNotes.Kernel.Scripting;

/// <summary>A line that begins with <c>#!</c> asks for what cannot be done.</summary>
/// <param name="message">What, and what to do.</param>
/// <param name="line">The line of the cell, counted from 1.</param>
internal sealed class DirectiveException(string message, int line)
    : Exception(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Line {line}: {message}"))
{
    /// <summary>The line of the cell, counted from 1.</summary>
    public int Line { get; } = line;
}
