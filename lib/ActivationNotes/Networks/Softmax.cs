using System.Numerics;
using System.Numerics.Tensors;
using ActivationNotes.LinearAlgebra;
using ActivationNotes.Numbers;
using MathNet.Numerics.LinearAlgebra;

namespace ActivationNotes.Networks;

/// <summary>Softmax: p = e^z / sum of e^z over the scores z of one sample.</summary>
public static class Softmax
{
    /// <summary>The probabilities p.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="scores">[samples x classes]</param>
    /// <returns>[samples x classes]; every row adds up to 1.</returns>
    public static Matrix<T> Probabilities<T>(Matrix<T> scores)
        where T : unmanaged, IFloatingPointIeee754<T> => WithLogarithms(scores).Probabilities;

    /// <summary>The probabilities, and ln of the sum of e^z for every sample.</summary>
    /// <remarks>Column by column, so that all samples go side by side.</remarks>
    internal static (Matrix<T> Probabilities, T[] Logarithms) WithLogarithms<T>(Matrix<T> scores)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(scores);
        var result = Dense.Unset<T>(scores.RowCount, scores.ColumnCount);
        // The largest score of a sample is subtracted first: p does not change, and e^z cannot overflow.
        var largest = scores.ColumnSpan(0).ToArray();
        for (var j = 1; j < scores.ColumnCount; j++) TensorPrimitives.Max(largest, scores.ColumnSpan(j), largest);
        for (var j = 0; j < scores.ColumnCount; j++) TensorPrimitives.Subtract(scores.ColumnSpan(j), largest, result.ColumnSpan(j));
        Dense.Exp(result, result);
        var total = new T[scores.RowCount];
        for (var j = 0; j < scores.ColumnCount; j++) TensorPrimitives.Add(total, result.ColumnSpan(j), total);
        for (var j = 0; j < scores.ColumnCount; j++) TensorPrimitives.Divide(result.ColumnSpan(j), total, result.ColumnSpan(j));
        for (var i = 0; i < total.Length; i++) total[i] = largest[i] + T.CreateChecked(Elementary.Log(double.CreateChecked(total[i])));
        return (result, total);
    }
}
