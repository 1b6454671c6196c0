namespace ActivationNotes.Course.Site.Document;

/// <summary>Blocks behind a heading that a reader opens: a hint, a solution.</summary>
public sealed record FoldedBlock(string Kind, string Summary, IReadOnlyList<Block> Blocks) : Block;
