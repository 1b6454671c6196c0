using System.Runtime.CompilerServices;
using ActivationNotes.Numbers;

namespace ActivationNotes.Kernels;

/// <summary>e^x, as an operation on elements.</summary>
internal readonly struct ExpOperation : IRealOperation
{
    /// <inheritdoc/>
    public static FormulaKind Kind => FormulaKind.Short;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Apply<T>(T x)
        where T : struct, IReal<T> => T.Exp(x);
}
