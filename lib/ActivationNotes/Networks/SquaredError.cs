using System.Numerics;
using System.Numerics.Tensors;
using ActivationNotes.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra;

namespace ActivationNotes.Networks;

/// <summary>Half the squared distance between output and target, averaged over the samples; the gradient is (output - target) / samples.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="targets">[samples x outputs]</param>
public sealed class SquaredError<T>(Matrix<T> targets) : ILoss<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public (T Loss, Matrix<T> Gradient) Of(Matrix<T> outputs)
    {
        if (outputs.RowCount != targets.RowCount || outputs.ColumnCount != targets.ColumnCount)
            throw new ArgumentException(
                $"The outputs are [{outputs.RowCount} x {outputs.ColumnCount}], the targets [{targets.RowCount} x {targets.ColumnCount}].", nameof(outputs));
        var gradient = Dense.Unset<T>(outputs.RowCount, outputs.ColumnCount);
        var (error, samples) = (gradient.Values(), T.CreateChecked(outputs.RowCount));
        TensorPrimitives.Subtract(outputs.Values(), targets.Values(), error);
        var loss = Reduction.SumOfSquares<T>(error) / (samples + samples);
        TensorPrimitives.Divide(error, samples, error);
        return (loss, gradient);
    }
}
