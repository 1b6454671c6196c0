namespace ActivationNotes.Data;

/// <summary>One handwritten digit.</summary>
/// <param name="Pixels">64 brightnesses from 0 (paper) to 1 (ink), row by row from the top left of an 8x8 image.</param>
/// <param name="Label">The digit that was written, 0 to 9.</param>
public sealed record DigitImage(IReadOnlyList<double> Pixels, int Label)
{
    /// <summary>Width and height of an image, in pixels.</summary>
    public const int Side = 8;

    /// <summary>The brightness of one pixel.</summary>
    /// <param name="row">0 at the top to 7.</param>
    /// <param name="column">0 at the left to 7.</param>
    public double At(int row, int column) => Pixels[row * Side + column];
}
