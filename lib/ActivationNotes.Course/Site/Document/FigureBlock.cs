using ActivationNotes.Course.Site.Figures;

namespace ActivationNotes.Course.Site.Document;

/// <summary>A figure.</summary>
/// <param name="Number">The number of the lesson and its number on the page: "2.3".</param>
/// <param name="Anchor">The name by which links reach it; it comes from the title, since numbers move and the content's hash changes.</param>
/// <param name="Figure">What it shows.</param>
public sealed record FigureBlock(string Number, string Anchor, FigureData Figure) : Block;
