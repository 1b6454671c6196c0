using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace ActivationNotes.Networks;

/// <summary>Gradient of the loss at one layer.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="Upstream">[samples x outputs] With respect to the layer's output.</param>
/// <param name="Downstream">[samples x inputs] With respect to its input.</param>
/// <param name="Parameters">With respect to its parameters: an array for each of <see cref="Layer{T}.Parameters"/>, in the same order.</param>
public sealed record LayerGradient<T>(Matrix<T> Upstream, Matrix<T> Downstream, IReadOnlyList<T[]> Parameters)
    where T : unmanaged, IFloatingPointIeee754<T>;
