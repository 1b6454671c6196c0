using System.Runtime.CompilerServices;
using ActivationNotes.Numbers;

namespace ActivationNotes.Activations;

/// <summary>f' of a piecewise activation, as an operation on elements. Its constant pieces would turn NaN into a number.</summary>
internal readonly struct PiecewiseDerivativeOf<TActivation>(TActivation activation) : IRationalOperation, IRealOperation
    where TActivation : struct, IPiecewiseActivation<TActivation>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Apply<T>(T x)
        where T : struct, IRational<T> => T.KeepNaN(x, activation.Derivative(x));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    T IRealOperation.Apply<T>(T x) => T.KeepNaN(x, activation.Derivative(x));
}
