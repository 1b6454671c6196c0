using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace ActivationNotes.Networks;

/// <summary>Numbers that training changes.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="Name">What they are called in the field: "weights", "bias", "gain", "shift".</param>
/// <param name="Rows">Rows of the matrix they form.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Values">[rows x columns] column by column. Changing them changes the layer.</param>
public sealed record Parameter<T>(string Name, int Rows, int Columns, T[] Values)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The same numbers as a matrix; it shares <see cref="Values"/>.</summary>
    public Matrix<T> Matrix { get; } = Matrix<T>.Build.Dense(Rows, Columns, Values);
}
