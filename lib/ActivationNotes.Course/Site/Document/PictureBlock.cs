namespace ActivationNotes.Course.Site.Document;

/// <summary>A picture that a cell produced, other than a figure.</summary>
/// <param name="Address">A data address, so that nothing is fetched and an SVG cannot run script.</param>
/// <param name="Description">What it shows, for a reader who does not see it.</param>
public sealed record PictureBlock(string Address, string Description) : Block;
