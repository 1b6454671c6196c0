namespace ActivationNotes.Course.Site.Figures;

/// <summary>One picture of a figure in both themes.</summary>
/// <param name="Light">Address of the picture on a light page, relative to the page.</param>
/// <param name="Dark">Address of the picture on a dark page.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
public sealed record PicturePair(string Light, string Dark, int Width, int Height);
