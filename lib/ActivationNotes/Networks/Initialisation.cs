using System.Globalization;
using System.Numerics;

namespace ActivationNotes.Networks;

/// <summary>How large the weights of a layer are before training: normally distributed around 0 with a standard deviation that depends on the layer.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="StandardDeviation">From the layer's inputs and outputs.</param>
public sealed record Initialisation(string Name, Func<int, int, double> StandardDeviation)
{
    /// <summary>Variance 1 / inputs: a linear layer keeps the size of its input. Y. LeCun et al., Efficient BackProp, 1998, section 4.6.</summary>
    public static Initialisation LeCun { get; } = new("LeCun", (inputs, _) => Math.Sqrt(1.0 / inputs));

    /// <summary>Variance 2 / (inputs + outputs): a compromise between forward and backward. X. Glorot and Y. Bengio, AISTATS 2010, section 4.2.1, equation 12.</summary>
    public static Initialisation Glorot { get; } = new("Glorot", (inputs, outputs) => Math.Sqrt(2.0 / (inputs + outputs)));

    /// <summary>Variance 2 / inputs, since ReLU halves it. K. He et al., Delving Deep into Rectifiers, ICCV 2015, section 2.2, equation 10.</summary>
    public static Initialisation He { get; } = new("He", (inputs, _) => Math.Sqrt(2.0 / inputs));

    /// <summary>The same with every weight multiplied by a factor.</summary>
    /// <param name="factor">The factor; positive.</param>
    public Initialisation Scaled(double factor) => factor > 0 && double.IsFinite(factor)
        ? new(string.Create(CultureInfo.InvariantCulture, $"{Name} x{factor}"), (inputs, outputs) => factor * StandardDeviation(inputs, outputs))
        : throw new ArgumentOutOfRangeException(nameof(factor), factor, "The factor is positive.");

    /// <summary>Draws the weights of one layer.</summary>
    /// <typeparam name="T">float or double; both get the same draws, rounded.</typeparam>
    /// <param name="inputs">Features that go in.</param>
    /// <param name="outputs">Features that come out.</param>
    /// <param name="random">Where the numbers come from.</param>
    /// <returns>[inputs x outputs] column by column.</returns>
    public T[] Draw<T>(int inputs, int outputs, Random random)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var weights = new double[inputs * outputs];
        DrawnNormals.Fill(random, weights, StandardDeviation(inputs, outputs));
        return Array.ConvertAll(weights, T.CreateChecked);
    }
}
