using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;
using MathNet.Numerics.Statistics;

namespace ActivationNotes.Data;

/// <summary>The digits, divided into what a network learns from and what it is tested on.</summary>
/// <param name="Training">To learn from.</param>
/// <param name="Test">Never seen in training.</param>
public sealed record DigitSplit(DigitSet Training, DigitSet Test)
{
    /// <summary>
    /// Divides images at random. All brightnesses are then shifted and scaled by the same two numbers, so that those of the training images have mean 0
    /// and standard deviation 1 together: initialisations are derived for such inputs.
    /// </summary>
    /// <param name="images">All images.</param>
    /// <param name="seed">The same seed gives the same division.</param>
    /// <param name="trainingShare">Share of the images to learn from, between 0 and 1.</param>
    /// <exception cref="ArgumentException">One of the two parts would be empty.</exception>
    public static DigitSplit Of(IReadOnlyList<DigitImage> images, int seed = 1, double trainingShare = 0.8)
    {
        ArgumentNullException.ThrowIfNull(images);
        var count = (int)Math.Round(trainingShare * images.Count);
        if (count < 1 || count >= images.Count)
            throw new ArgumentException($"{trainingShare} of {images.Count} images leaves one part empty.", nameof(trainingShare));
        var order = Combinatorics.GeneratePermutation(images.Count, new MersenneTwister(seed));
        var (mean, deviation) = order.Take(count).SelectMany(i => images[i].Pixels).MeanStandardDeviation();
        return new DigitSplit(Set(order[..count]), Set(order[count..]));

        DigitSet Set(int[] chosen) => new(
            Matrix<float>.Build.DenseOfRowArrays(chosen.Select(i => images[i].Pixels.Select(pixel => (float)((pixel - mean) / deviation)).ToArray())),
            [.. chosen.Select(i => images[i].Label)]);
    }
}
