using System.Runtime.CompilerServices;

namespace ActivationNotes.Numbers;

/// <summary>A formula on real numbers, bound to one kind of number.</summary>
internal readonly struct RealOn<TOperation, T>(TOperation operation) : IOperation<T>
    where TOperation : struct, IRealOperation
    where T : struct, IReal<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Apply(T x) => operation.Apply(x);
}
