using System.Numerics;
using System.Numerics.Tensors;

namespace ActivationNotes.Optimizers;

/// <summary>
/// Momentum, the heavy ball: v := decay x v + g, then w := w - learning rate x v. B. Polyak, USSR Computational Mathematics and
/// Mathematical Physics 4 (1964) 1-17, in the form of I. Sutskever et al., ICML 2013, section 2, with the learning rate outside v as in PyTorch.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="learningRate">The learning rate; positive.</param>
/// <param name="decay">Share of the velocity that is left after a step, from 0 to below 1.</param>
public sealed class Momentum<T>(double learningRate, double decay = 0.9) : Optimizer<T>(learningRate)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private T[][] _velocities = [];

    /// <summary>Share of the velocity that is left after a step.</summary>
    public double Decay { get; } = decay is >= 0 and < 1
        ? decay
        : throw new ArgumentOutOfRangeException(nameof(decay), decay, "The decay is at least 0 and below 1.");

    /// <inheritdoc/>
    protected override void Prepare(IReadOnlyList<int> lengths) => _velocities = Zeros(lengths);

    /// <inheritdoc/>
    protected override void Update(int index, Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        Span<T> velocity = _velocities[index];
        TensorPrimitives.MultiplyAdd(velocity, T.CreateChecked(Decay), gradient, velocity);
        TensorPrimitives.MultiplyAdd(velocity, T.CreateChecked(-LearningRate), parameters, parameters);
    }
}
