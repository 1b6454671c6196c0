using System.Numerics;
using System.Numerics.Tensors;

namespace ActivationNotes.Optimizers;

/// <summary>Gradient descent: w := w - learning rate x g. A. Cauchy, Comptes rendus 25 (1847) 536-538.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="learningRate">The learning rate; positive.</param>
public sealed class GradientDescent<T>(double learningRate) : Optimizer<T>(learningRate)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    protected override void Update(int index, Span<T> parameters, ReadOnlySpan<T> gradient) =>
        TensorPrimitives.MultiplyAdd(gradient, T.CreateChecked(-LearningRate), parameters, parameters);
}
