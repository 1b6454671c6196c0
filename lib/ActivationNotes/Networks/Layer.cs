using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace ActivationNotes.Networks;

/// <summary>One layer of a network. A batch of inputs is [samples x features].</summary>
/// <typeparam name="T">float for training, double where gradients are checked.</typeparam>
/// <param name="inputs">Features that go in.</param>
/// <param name="outputs">Features that come out.</param>
public abstract class Layer<T>(int inputs, int outputs)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Features that go in.</summary>
    public int Inputs { get; } = Positive(inputs, nameof(inputs));

    /// <summary>Features that come out.</summary>
    public int Outputs { get; } = Positive(outputs, nameof(outputs));

    /// <summary>What it is, for tables and messages.</summary>
    public abstract string Description { get; }

    /// <summary>What training changes, in a fixed order; empty for a layer without parameters.</summary>
    public virtual IReadOnlyList<Parameter<T>> Parameters => [];

    /// <summary>The layer's output, and all it needs to find its way back.</summary>
    /// <param name="input">[samples x <see cref="Inputs"/>]</param>
    /// <param name="training">Whether normalisation uses this batch's statistics (and remembers them) or those it remembers.</param>
    /// <exception cref="ArgumentException">The input has another number of features.</exception>
    public LayerPass<T> Forward(Matrix<T> input, bool training = false)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.ColumnCount == Inputs
            ? ForwardCore(input, training)
            : throw new ArgumentException($"The layer '{Description}' takes {Inputs} features, the batch has the shape [{input.RowCount} x {input.ColumnCount}].", nameof(input));
    }

    /// <inheritdoc cref="Forward"/>
    protected abstract LayerPass<T> ForwardCore(Matrix<T> input, bool training);

    private static int Positive(int features, string name) =>
        features > 0 ? features : throw new ArgumentOutOfRangeException(name, features, "A layer has at least one feature.");
}
