using System.Numerics;

namespace ActivationNotes.Networks;

/// <summary>How a network is built, so that an experiment can build it again with another seed.</summary>
/// <param name="Activation">Name of the activation of the hidden layers.</param>
/// <param name="HiddenLayers">How many hidden layers, 0 or more.</param>
/// <param name="Width">Features of each hidden layer.</param>
/// <param name="Initialisation">How large the weights are; Glorot's when left out.</param>
/// <param name="Normalisation">What stands between a dense layer and its activation.</param>
/// <param name="Residual">Whether every hidden layer but the first has a way around it.</param>
public sealed record NetworkRecipe(
    string Activation = "sigmoid", int HiddenLayers = 4, int Width = 64, Initialisation? Initialisation = null,
    Normalisation Normalisation = Normalisation.None, bool Residual = false)
{
    /// <summary>Builds the network.</summary>
    /// <typeparam name="T">float for training, double where gradients are checked.</typeparam>
    /// <param name="inputs">Features that go in.</param>
    /// <param name="outputs">Scores that come out.</param>
    /// <param name="random">Where the weights come from.</param>
    public Network<T> Build<T>(int inputs, int outputs, Random random)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (HiddenLayers < 0) throw new InvalidOperationException($"{HiddenLayers} hidden layers: a network has none or more.");
        var activation = Activations.Activation.Named(Activation);
        var initialisation = Initialisation ?? Networks.Initialisation.Glorot;
        var layers = new List<Layer<T>>();
        var width = inputs;
        for (var hidden = 0; hidden < HiddenLayers; hidden++)
        {
            var parts = new List<Layer<T>> { new DenseLayer<T>(width, Width, initialisation, random) };
            if (Normalisation == Normalisation.Batch) parts.Add(new BatchNormalisation<T>(Width));
            if (Normalisation == Normalisation.Layer) parts.Add(new LayerNormalisation<T>(Width));
            parts.Add(new ActivationLayer<T>(Width, activation));
            if (Residual && hidden > 0) layers.Add(new ResidualBlock<T>(parts));
            else layers.AddRange(parts);
            width = Width;
        }
        layers.Add(new DenseLayer<T>(width, outputs, initialisation, random));
        return new Network<T>(layers);
    }
}
