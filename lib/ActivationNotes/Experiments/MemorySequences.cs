using ActivationNotes.LinearAlgebra;
using ActivationNotes.Numbers;

namespace ActivationNotes.Experiments;

/// <summary>Sequences of the memory task: first the bit, then noise.</summary>
/// <param name="Inputs">
/// [steps][2 x sequences] For each step the signal of every sequence, then its marker: 1 where the signal is the bit, 0 where noise.
/// </param>
/// <param name="Bits">[sequences] 1 for the bit +1, 0 for -1.</param>
internal sealed record MemorySequences(double[][] Inputs, double[] Bits)
{
    /// <summary>Draws sequences with fair bits.</summary>
    /// <param name="count">How many.</param>
    /// <param name="gap">Steps of noise after the bit.</param>
    /// <param name="noise">Standard deviation of the noise.</param>
    /// <param name="random">Where they come from.</param>
    public static MemorySequences Draw(int count, int gap, double noise, Random random)
    {
        double[] bits = [.. Enumerable.Range(0, count).Select(_ => random.Next(2) * 1.0)];
        var inputs = Enumerable.Range(0, gap + 1).Select(_ => Zeros(2 * count)).ToArray();
        for (var sequence = 0; sequence < count; sequence++)
        {
            inputs[0][sequence] = 2 * bits[sequence] - 1;
            inputs[0][count + sequence] = 1;
        }
        var shaken = new double[count];
        foreach (var step in inputs.Skip(1))
        {
            StandardNormals.Fill(random, shaken);
            for (var sequence = 0; sequence < count; sequence++) step[sequence] = noise * shaken[sequence];
        }
        return new MemorySequences(inputs, bits);
    }

    private static double[] Zeros(int length)
    {
        var zeros = Dense.Unset<double>(length, 1).Values();
        Array.Clear(zeros);
        return zeros;
    }
}
