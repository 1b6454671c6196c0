namespace ActivationNotes.Course.Site.Document;

/// <summary>HTML that a cell produced, made safe.</summary>
public sealed record MarkupBlock(string Html) : Block;
