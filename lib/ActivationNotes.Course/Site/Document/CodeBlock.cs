namespace ActivationNotes.Course.Site.Document;

/// <summary>The source of a code cell.</summary>
/// <param name="Code">The source as written.</param>
/// <param name="Language">"csharp", or the language of another kernel.</param>
/// <param name="Folded">Whether a reader has to unfold it.</param>
public sealed record CodeBlock(string Code, string Language, bool Folded) : Block;
