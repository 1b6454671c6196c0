using System.Numerics;
using System.Runtime.CompilerServices;
using ActivationNotes.Activations;
using ActivationNotes.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace ActivationNotes.LinearAlgebra;

/// <summary>
/// What networks need of MathNet's dense matrices, which lie column by column: their numbers as an array, products, and activations element by
/// element. A batch is [samples x features], so a column holds one feature of all samples, side by side.
/// </summary>
internal static class Dense
{
    /// <summary>A matrix of whatever numbers, to be overwritten. In a training step it lives until the next one: see <see cref="StepMemory"/>.</summary>
    public static Matrix<T> Unset<T>(int rows, int columns)
        where T : unmanaged, IFloatingPointIeee754<T> => StepMemory.Take<T>(rows, columns);

    /// <summary>A matrix over an array, column by column, without copying it.</summary>
    public static Matrix<T> Over<T>(int rows, int columns, T[] values)
        where T : unmanaged, IFloatingPointIeee754<T> => Matrix<T>.Build.Dense(rows, columns, values);

    /// <summary>The numbers of a dense matrix, column by column: the matrix itself, not a copy.</summary>
    /// <exception cref="ArgumentException">The matrix is not stored densely.</exception>
    public static T[] Values<T>(this Matrix<T> matrix)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        matrix.AsColumnMajorArray() ?? throw new ArgumentException("The matrix must be dense.", nameof(matrix));

    /// <summary>One column: the matrix itself, not a copy.</summary>
    public static Span<T> ColumnSpan<T>(this Matrix<T> matrix, int column)
        where T : unmanaged, IFloatingPointIeee754<T> => matrix.Values().AsSpan(column * matrix.RowCount, matrix.RowCount);

    /// <summary>op(a) op(b). Floats go to <see cref="MatrixProduct"/> whatever MathNet's provider is.</summary>
    public static Matrix<T> Product<T>(Matrix<T> a, Matrix<T> b, bool transposeA = false, bool transposeB = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (typeof(T) != typeof(float))
            return transposeA ? a.TransposeThisAndMultiply(transposeB ? b.Transpose() : b) : transposeB ? a.TransposeAndMultiply(b) : a.Multiply(b);
        var result = Unset<T>(transposeA ? a.ColumnCount : a.RowCount, transposeB ? b.RowCount : b.ColumnCount);
        MatrixProduct.Compute(
            transposeA, transposeB, 1, Floats(a), a.RowCount, a.ColumnCount, Floats(b), b.RowCount, b.ColumnCount, 0, Floats(result));
        return result;

        static float[] Floats(Matrix<T> matrix) => Unsafe.As<float[]>(matrix.Values());
    }

    /// <summary>e^x of every element, with <see cref="VectorMath"/>.</summary>
    public static void Exp<T>(Matrix<T> x, Matrix<T> result)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float)) VectorMath.Exp(Unsafe.As<float[]>(x.Values()), Unsafe.As<float[]>(result.Values()));
        else VectorMath.Exp(Unsafe.As<double[]>(x.Values()), Unsafe.As<double[]>(result.Values()));
    }

    /// <summary>The activation of every element.</summary>
    public static Matrix<T> Apply<T>(IActivation activation, Matrix<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var result = Unset<T>(x.RowCount, x.ColumnCount);
        if (typeof(T) == typeof(float)) activation.Values(Unsafe.As<float[]>(x.Values()), Unsafe.As<float[]>(result.Values()));
        else activation.Values(Unsafe.As<double[]>(x.Values()), Unsafe.As<double[]>(result.Values()));
        return result;
    }

    /// <summary>The activation's derivative at every element.</summary>
    public static Matrix<T> ApplyDerivative<T>(IActivation activation, Matrix<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var result = Unset<T>(x.RowCount, x.ColumnCount);
        if (typeof(T) == typeof(float)) activation.Derivatives(Unsafe.As<float[]>(x.Values()), Unsafe.As<float[]>(result.Values()));
        else activation.Derivatives(Unsafe.As<double[]>(x.Values()), Unsafe.As<double[]>(result.Values()));
        return result;
    }
}
