using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace ActivationNotes.Networks;

/// <summary>How wrong a network's outputs are, knowing what they should have been.</summary>
/// <typeparam name="T">float or double.</typeparam>
public interface ILoss<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The loss, averaged over the samples, and its gradient with respect to the outputs.</summary>
    /// <param name="outputs">[samples x outputs]</param>
    /// <returns>The loss, and [samples x outputs].</returns>
    /// <exception cref="ArgumentException">The outputs have another shape than the targets.</exception>
    (T Loss, Matrix<T> Gradient) Of(Matrix<T> outputs);
}
