using ActivationNotes.Course.Site.Figures;

namespace ActivationNotes.Course.Site.Document;

/// <summary>A figure.</summary>
/// <param name="Number">Its number on the page, from 1.</param>
/// <param name="Figure">What it shows.</param>
public sealed record FigureBlock(int Number, FigureData Figure) : Block;
