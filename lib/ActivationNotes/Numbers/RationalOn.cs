using System.Runtime.CompilerServices;

namespace ActivationNotes.Numbers;

/// <summary>A formula of arithmetic and choice, bound to one kind of number.</summary>
internal readonly struct RationalOn<TOperation, T>(TOperation operation) : IOperation<T>
    where TOperation : struct, IRationalOperation
    where T : struct, IRational<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Apply(T x) => operation.Apply(x);
}
