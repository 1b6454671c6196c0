using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace ActivationNotes.LinearAlgebra;

/// <summary>
/// The matrices of one training step, used again in the next. Steps on equally large batches ask for the same matrices in the same order, and need
/// none of those of the step before: made anew they cost a third of the time of a small network, most of it for clearing memory and collecting it.
/// </summary>
/// <remarks>
/// A step is what happens between <see cref="Begin"/> and the end of what it returns, on one thread. Whatever a step leaves behind must be copied
/// before the next one begins.
/// </remarks>
internal sealed class StepMemory
{
    [ThreadStatic]
    private static StepMemory? s_current;

    private readonly List<object> _matrices = [];
    private int _taken;

    /// <summary>Begins a step: until the result is disposed of, this thread's matrices come from here.</summary>
    public Step Begin()
    {
        (_taken, var outer) = (0, s_current);
        s_current = this;
        return new Step(outer);
    }

    /// <summary>A matrix of whatever numbers, to be overwritten: one of this thread's step if there is a step, else a new one.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="rows">Its rows.</param>
    /// <param name="columns">Its columns.</param>
    public static Matrix<T> Take<T>(int rows, int columns)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        s_current?.TakeNext<T>(rows, columns) ?? New<T>(rows, columns);

    private static Matrix<T> New<T>(int rows, int columns)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Matrix<T>.Build.Dense(rows, columns, GC.AllocateUninitializedArray<T>(rows * columns));

    private Matrix<T> TakeNext<T>(int rows, int columns)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var place = _taken++;
        if (place < _matrices.Count && _matrices[place] is Matrix<T> matrix && matrix.RowCount == rows && matrix.ColumnCount == columns) return matrix;
        var made = New<T>(rows, columns);
        if (place < _matrices.Count) _matrices[place] = made;
        else _matrices.Add(made);
        return made;
    }

    /// <summary>A step under way.</summary>
    public readonly struct Step(StepMemory? outer) : IDisposable
    {
        /// <summary>Ends the step.</summary>
        public void Dispose() => s_current = outer;
    }
}
