namespace ActivationNotes.Charts.Drawing;

/// <summary>A colour by its meaning; a <see cref="Theme"/> says which colour that is on a light and on a dark page.</summary>
/// <param name="Role">What is painted.</param>
/// <param name="Index">Which series, for <see cref="PaintRole.Series"/> and <see cref="PaintRole.Words"/>.</param>
/// <param name="Opacity">From 0 to 1.</param>
internal sealed record Paint(PaintRole Role, int Index = 0, double Opacity = 1)
{
    /// <summary>The colour of a series, cycling through the theme's.</summary>
    public static Paint Series(int index, double opacity = 1) => new(PaintRole.Series, index, opacity);
}
