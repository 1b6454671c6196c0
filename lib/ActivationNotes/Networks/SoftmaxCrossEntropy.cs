using System.Numerics;
using System.Numerics.Tensors;
using ActivationNotes.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra;

namespace ActivationNotes.Networks;

/// <summary>
/// Softmax and cross-entropy: p = e^z / sum of e^z for the scores z of one sample, loss = -ln of the p of the right class, averaged over the
/// samples. The gradient with respect to the scores is (p - y) / samples, with y 1 for the right class and 0 elsewhere.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="labels">The right class of each sample, counted from 0.</param>
public sealed class SoftmaxCrossEntropy<T>(IReadOnlyList<int> labels) : ILoss<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public (T Loss, Matrix<T> Gradient) Of(Matrix<T> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        if (outputs.RowCount != labels.Count)
            throw new ArgumentException($"The outputs are [{outputs.RowCount} x {outputs.ColumnCount}], but there are {labels.Count} labels.", nameof(outputs));
        var (gradient, logarithms) = Softmax.WithLogarithms(outputs);
        var loss = T.Zero;
        var entries = gradient.Values();
        for (var sample = 0; sample < labels.Count; sample++)
        {
            var label = labels[sample];
            if (label < 0 || label >= outputs.ColumnCount)
                throw new ArgumentException($"The label of sample {sample} is {label}; the outputs have the classes 0 to {outputs.ColumnCount - 1}.", nameof(outputs));
            loss += logarithms[sample] - outputs.At(sample, label);
            entries[label * labels.Count + sample] -= T.One;
        }
        var samples = T.CreateChecked(labels.Count);
        TensorPrimitives.Divide(entries, samples, entries);
        return (loss / samples, gradient);
    }
}
