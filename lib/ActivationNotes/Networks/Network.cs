using System.Numerics;
using ActivationNotes.Activations;

namespace ActivationNotes.Networks;

/// <summary>The networks of the lessons.</summary>
public static class Network
{
    /// <summary>
    /// The plain network of the lessons: dense layers with an activation after each but the last, whose outputs are scores (logits).
    /// </summary>
    /// <typeparam name="T">float for training, double where gradients are checked.</typeparam>
    /// <param name="widths">Features of the input, of each hidden layer and of the output: 64, 64, 64, 10 has two hidden layers.</param>
    /// <param name="activation">The activation of the hidden layers.</param>
    /// <param name="initialisation">How large the weights are.</param>
    /// <param name="random">Where they come from.</param>
    public static Network<T> Plain<T>(IReadOnlyList<int> widths, IActivation activation, Initialisation initialisation, Random random)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(widths);
        if (widths.Count < 2) throw new ArgumentException("Give the width of the input and of the output at least.", nameof(widths));
        var layers = new List<Layer<T>>();
        for (var i = 1; i < widths.Count; i++)
        {
            layers.Add(new DenseLayer<T>(widths[i - 1], widths[i], initialisation, random));
            if (i < widths.Count - 1) layers.Add(new ActivationLayer<T>(widths[i], activation));
        }
        return new Network<T>(layers);
    }
}
