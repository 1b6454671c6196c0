namespace ActivationNotes.Experiments;

/// <summary>One training with and one without masks.</summary>
/// <param name="Seed">Seed of the split and of the added pixels.</param>
/// <param name="Mask">[128] The learned masks, 0 shut to 1 open: 64 of the image, then 64 of the pixels that say nothing.</param>
/// <param name="Accuracy">Share of test images read rightly with masks.</param>
/// <param name="AccuracyWithoutMask">The same without.</param>
public sealed record SoftMaskRun(int Seed, double[] Mask, double Accuracy, double AccuracyWithoutMask)
{
    /// <summary>Share of the added pixels whose mask is below one half.</summary>
    public double StrangersShut => Mask[(Mask.Length / 2)..].Average(mask => mask < 0.5 ? 1.0 : 0.0);

    /// <summary>Of all masks that stayed open, the share that belongs to the image.</summary>
    public double OpenOnImage =>
        Mask.Index().Where(entry => entry.Item >= 0.5).Select(entry => entry.Index < Mask.Length / 2 ? 1.0 : 0.0).DefaultIfEmpty(0).Average();
}
