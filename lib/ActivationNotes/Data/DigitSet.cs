using MathNet.Numerics.LinearAlgebra;

namespace ActivationNotes.Data;

/// <summary>Images and their digits, ready for a network.</summary>
/// <param name="Images">[samples x 64] Standardised brightness.</param>
/// <param name="Labels">The digit of each image.</param>
public sealed record DigitSet(Matrix<float> Images, IReadOnlyList<int> Labels)
{
    /// <summary>How many images there are.</summary>
    public int Count => Labels.Count;

    /// <summary>Some of the images, in the order asked for.</summary>
    /// <param name="samples">Which, counted from 0.</param>
    public DigitSet Batch(ReadOnlySpan<int> samples)
    {
        var (from, to) = (Images.AsColumnMajorArray(), new float[samples.Length * Images.ColumnCount]);
        var labels = new int[samples.Length];
        for (var i = 0; i < samples.Length; i++)
        {
            labels[i] = Labels[samples[i]];
            for (var pixel = 0; pixel < Images.ColumnCount; pixel++) to[pixel * samples.Length + i] = from[pixel * Count + samples[i]];
        }
        return new DigitSet(Matrix<float>.Build.Dense(samples.Length, Images.ColumnCount, to), labels);
    }

    /// <summary>The first images.</summary>
    /// <param name="count">How many; no more than there are.</param>
    public DigitSet First(int count) => Batch([.. Enumerable.Range(0, count)]);
}
