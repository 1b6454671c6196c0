namespace ActivationNotes.Course.Site.Content;

/// <summary>A heading of a page, as a table of contents needs it.</summary>
/// <param name="Level">1 to 6.</param>
/// <param name="Id">The identifier the heading carries in the page.</param>
/// <param name="Text">Its text, formulas as plain characters.</param>
/// <param name="Html">Its content with formulas typeset, without links and identifiers: it may stand within a link.</param>
public sealed record Heading(int Level, string Id, string Text, string Html);
