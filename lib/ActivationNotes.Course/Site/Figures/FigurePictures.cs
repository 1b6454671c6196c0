namespace ActivationNotes.Course.Site.Figures;

/// <summary>The static pictures of a figure, on a page that is wide or narrow, light or dark.</summary>
/// <param name="Wide">The pictures for a wide page.</param>
/// <param name="Narrow">The pictures for a page of a phone; null when the figure has but one width.</param>
public sealed record FigurePictures(PicturePair Wide, PicturePair? Narrow);
