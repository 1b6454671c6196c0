using ActivationNotes.Activations;
using ActivationNotes.Networks;
using MathNet.Numerics.LinearAlgebra;

namespace ActivationNotes.Diagnostics;

/// <summary>Where activations are flat.</summary>
public static class Saturation
{
    /// <summary>An input is in a flat part where the slope is below this share of the largest slope.</summary>
    public const double FlatShare = 0.01;

    // Sought once for each activation (records are equal when their parameters are).
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<IActivation, double> s_largestSlopes = new();

    /// <summary>Share of the inputs at which the activation is flat: for a sigmoid both ends, for ReLU everything below 0.</summary>
    /// <param name="inputs">[samples x features] What the activation is applied to.</param>
    /// <param name="activation">The activation.</param>
    public static double FlatFraction(Matrix<float> inputs, IActivation activation)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var slopes = new float[inputs.RowCount * inputs.ColumnCount];
        activation.Derivatives(inputs.AsColumnMajorArray(), slopes);
        // Compared as floats: a slope of exactly 1 %, as that of the leaky ReLU, is not below it.
        var flat = (float)(FlatShare * LargestSlope(activation));
        var count = 0;
        foreach (var slope in slopes) count += Math.Abs(slope) < flat ? 1 : 0;
        return count / (double)slopes.Length;
    }

    /// <summary>The flat fraction of each activation layer of a pass, from the first to the last.</summary>
    /// <param name="pass">The pass.</param>
    public static double[] FlatFractions(ForwardPass<float> pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        return [.. pass.Hidden.Select(layer => FlatFraction(layer.Input, ((ActivationLayer<float>)layer.Layer).Activation))];
    }

    /// <summary>The largest slope of an activation in size, sought between -20 and 20 in steps of 1/100.</summary>
    /// <param name="activation">The activation.</param>
    public static double LargestSlope(IActivation activation) => s_largestSlopes.GetOrAdd(activation, Search);

    private static double Search(IActivation activation)
    {
        var x = Enumerable.Range(-2000, 4001).Select(i => i / 100.0).ToArray();
        var slopes = new double[x.Length];
        activation.Derivatives(x, slopes);
        return slopes.Max(Math.Abs);
    }
}
