namespace ActivationNotes.Course.Site.Document;

/// <summary>Text: a rendered Markdown cell, or Markdown that a cell gave as its result.</summary>
/// <param name="Html">Safe markup.</param>
public sealed record ProseBlock(string Html) : Block;
