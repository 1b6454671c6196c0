namespace ActivationNotes.Kernel.Scripting;

/// <summary>A part of a cell in one language.</summary>
/// <param name="Directive">"csharp", "markdown", "html", "mermaid", "import", or a name this kernel does not know.</param>
/// <param name="Argument">What follows the directive on its line.</param>
/// <param name="Text">The lines of the part; in C# with an empty line for each that comes before, so that line numbers are the cell's.</param>
/// <param name="Line">The line of the cell at which the directive stands, counted from 1; 0 when there is none.</param>
internal sealed record CellSegment(string Directive, string Argument, string Text, int Line);
