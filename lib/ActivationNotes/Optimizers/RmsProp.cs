using System.Numerics;
using System.Numerics.Tensors;

namespace ActivationNotes.Optimizers;

/// <summary>
/// RMSProp: every weight divides by the recent size of its own gradient. s := decay x s + (1 - decay) g^2, then
/// w := w - learning rate x g / (sqrt(s) + epsilon). G. Hinton, Neural Networks for Machine Learning, lecture 6e, 2012; epsilon as in PyTorch.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="learningRate">The learning rate; positive.</param>
/// <param name="decay">Share of the mean square that is left after a step, from 0 to below 1.</param>
/// <param name="epsilon">Keeps the division from exploding; positive.</param>
public sealed class RmsProp<T>(double learningRate, double decay = 0.99, double epsilon = 1e-8) : Optimizer<T>(learningRate)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private T[][] _meanSquares = [];
    private T[] _step = [];

    /// <summary>Share of the mean square that is left after a step.</summary>
    public double Decay { get; } = decay is >= 0 and < 1
        ? decay
        : throw new ArgumentOutOfRangeException(nameof(decay), decay, "The decay is at least 0 and below 1.");

    /// <summary>Keeps the division from exploding.</summary>
    public double Epsilon { get; } = epsilon > 0
        ? epsilon
        : throw new ArgumentOutOfRangeException(nameof(epsilon), epsilon, "Epsilon is positive.");

    /// <inheritdoc/>
    protected override void Prepare(IReadOnlyList<int> lengths) =>
        (_meanSquares, _step) = (Zeros(lengths), new T[lengths.DefaultIfEmpty().Max()]);

    /// <inheritdoc/>
    protected override void Update(int index, Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        Span<T> meanSquare = _meanSquares[index];
        var step = _step.AsSpan(0, gradient.Length);
        TensorPrimitives.Multiply(gradient, gradient, step);
        TensorPrimitives.Multiply(step, T.CreateChecked(1 - Decay), step);
        TensorPrimitives.MultiplyAdd(meanSquare, T.CreateChecked(Decay), step, meanSquare);
        TensorPrimitives.Sqrt(meanSquare, step);
        TensorPrimitives.Add(step, T.CreateChecked(Epsilon), step);
        TensorPrimitives.Divide(gradient, step, step);
        TensorPrimitives.MultiplyAdd(step, T.CreateChecked(-LearningRate), parameters, parameters);
    }
}
