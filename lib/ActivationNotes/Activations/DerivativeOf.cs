using System.Runtime.CompilerServices;
using ActivationNotes.Numbers;

namespace ActivationNotes.Activations;

/// <summary>f' of a smooth activation, as an operation on elements.</summary>
internal readonly struct DerivativeOf<TActivation>(TActivation activation) : IRealOperation
    where TActivation : struct, ISmoothActivation<TActivation>
{
    /// <inheritdoc/>
    public static FormulaKind Kind => TActivation.DerivativeKind;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Apply<T>(T x)
        where T : struct, IReal<T> => activation.Derivative(x);
}
