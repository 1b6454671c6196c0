using System.Numerics;
using System.Numerics.Tensors;
using ActivationNotes.Numbers;

namespace ActivationNotes.Optimizers;

/// <summary>
/// Adam: momentum on the gradient, divided by the root of its mean square, both corrected for having started at 0.
/// m := b1 m + (1 - b1) g; s := b2 s + (1 - b2) g^2; w := w - learning rate x (m / (1 - b1^t)) / (sqrt(s / (1 - b2^t)) + epsilon).
/// D. Kingma and J. Ba, Adam: A Method for Stochastic Optimization, ICLR 2015, algorithm 1.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="learningRate">The learning rate; positive.</param>
/// <param name="meanDecay">b1: share of the mean that is left after a step, from 0 to below 1.</param>
/// <param name="squareDecay">b2: share of the mean square that is left after a step, from 0 to below 1.</param>
/// <param name="epsilon">Keeps the division from exploding; positive.</param>
public sealed class Adam<T>(double learningRate = 0.001, double meanDecay = 0.9, double squareDecay = 0.999, double epsilon = 1e-8)
    : Optimizer<T>(learningRate)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private T[][] _means = [];
    private T[][] _meanSquares = [];
    private T[] _step = [];
    private double _rate;
    private double _rootOfCorrection;

    /// <summary>b1: share of the mean that is left after a step.</summary>
    public double MeanDecay { get; } = meanDecay is >= 0 and < 1
        ? meanDecay
        : throw new ArgumentOutOfRangeException(nameof(meanDecay), meanDecay, "The decay of the mean is at least 0 and below 1.");

    /// <summary>b2: share of the mean square that is left after a step.</summary>
    public double SquareDecay { get; } = squareDecay is >= 0 and < 1
        ? squareDecay
        : throw new ArgumentOutOfRangeException(nameof(squareDecay), squareDecay, "The decay of the mean square is at least 0 and below 1.");

    /// <summary>Keeps the division from exploding.</summary>
    public double Epsilon { get; } = epsilon > 0
        ? epsilon
        : throw new ArgumentOutOfRangeException(nameof(epsilon), epsilon, "Epsilon is positive.");

    /// <inheritdoc/>
    protected override void Prepare(IReadOnlyList<int> lengths) =>
        (_means, _meanSquares, _step) = (Zeros(lengths), Zeros(lengths), new T[lengths.DefaultIfEmpty().Max()]);

    // Both corrections are numbers of the step, not of the weight: section 2 of the paper moves them into the rate in the same way.
    /// <inheritdoc/>
    protected override void BeginStep()
    {
        _rootOfCorrection = Math.Sqrt(1 - Elementary.Pow(SquareDecay, Steps));
        _rate = LearningRate * _rootOfCorrection / (1 - Elementary.Pow(MeanDecay, Steps));
    }

    /// <inheritdoc/>
    protected override void Update(int index, Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        Span<T> mean = _means[index], meanSquare = _meanSquares[index];
        var step = _step.AsSpan(0, gradient.Length);
        TensorPrimitives.Multiply(gradient, T.CreateChecked(1 - MeanDecay), step);
        TensorPrimitives.MultiplyAdd(mean, T.CreateChecked(MeanDecay), step, mean);
        TensorPrimitives.Multiply(gradient, gradient, step);
        TensorPrimitives.Multiply(step, T.CreateChecked(1 - SquareDecay), step);
        TensorPrimitives.MultiplyAdd(meanSquare, T.CreateChecked(SquareDecay), step, meanSquare);
        TensorPrimitives.Sqrt(meanSquare, step);
        TensorPrimitives.Add(step, T.CreateChecked(Epsilon * _rootOfCorrection), step);
        TensorPrimitives.Divide(mean, step, step);
        TensorPrimitives.MultiplyAdd(step, T.CreateChecked(-_rate), parameters, parameters);
    }
}
