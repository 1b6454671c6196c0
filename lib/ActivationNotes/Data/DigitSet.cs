using ActivationNotes.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra;

namespace ActivationNotes.Data;

/// <summary>Images and their digits, ready for a network.</summary>
/// <param name="Images">[samples x 64] Standardised brightness.</param>
/// <param name="Labels">The digit of each image.</param>
public sealed record DigitSet(Matrix<float> Images, IReadOnlyList<int> Labels)
{
    /// <summary>How many digits there are, which is how many scores a network gives.</summary>
    internal const int Classes = 10;

    /// <summary>How many images there are.</summary>
    public int Count => Labels.Count;

    /// <summary>Some of the images, in the order asked for.</summary>
    /// <param name="samples">Which, counted from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such image.</exception>
    public DigitSet Batch(ReadOnlySpan<int> samples)
    {
        var images = Dense.Unset<float>(samples.Length, Images.ColumnCount);
        var (from, to) = (Images.AsColumnMajorArray(), images.AsColumnMajorArray());
        var labels = new int[samples.Length];
        for (var i = 0; i < samples.Length; i++)
        {
            if (samples[i] < 0 || samples[i] >= Count)
                throw new ArgumentOutOfRangeException(nameof(samples), samples[i], $"There are the images 0 to {Count - 1}.");
            labels[i] = Labels[samples[i]];
        }
        // Pixel by pixel: one pixel of all images fits the first cache, all pixels of one image lie far apart.
        for (var pixel = 0; pixel < Images.ColumnCount; pixel++)
        {
            var source = from.AsSpan(pixel * Count, Count);
            var target = to.AsSpan(pixel * samples.Length, samples.Length);
            for (var i = 0; i < target.Length; i++) target[i] = source[samples[i]];
        }
        return new DigitSet(images, labels);
    }

    /// <summary>The first images.</summary>
    /// <param name="count">How many: at least 1, and no more than there are.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many images.</exception>
    public DigitSet First(int count) => count >= 1 && count <= Count
        ? Batch([.. Enumerable.Range(0, count)])
        : throw new ArgumentOutOfRangeException(nameof(count), count, $"There are {Count} images: ask for 1 to {Count}.");
}
