using System.Runtime.CompilerServices;
using ActivationNotes.Numbers;

namespace ActivationNotes.Activations;

/// <summary>f' of a piecewise activation, as an operation on elements.</summary>
internal readonly struct PiecewiseDerivativeOf<TActivation>(TActivation activation) : IRationalOperation, IRealOperation
    where TActivation : struct, IPiecewiseActivation<TActivation>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Apply<T>(T x)
        where T : struct, IRational<T> => activation.Derivative(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    T IRealOperation.Apply<T>(T x) => activation.Derivative(x);
}
