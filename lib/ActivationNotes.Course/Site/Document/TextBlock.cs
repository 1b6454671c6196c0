namespace ActivationNotes.Course.Site.Document;

/// <summary>Text that a cell produced.</summary>
/// <param name="Text">May hold ANSI colours.</param>
/// <param name="Kind">"stdout", "stderr", "result" or "error".</param>
public sealed record TextBlock(string Text, string Kind) : Block;
