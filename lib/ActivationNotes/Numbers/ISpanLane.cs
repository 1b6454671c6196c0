namespace ActivationNotes.Numbers;

/// <summary>A number that is read from and written to spans.</summary>
/// <typeparam name="T">The number itself.</typeparam>
/// <typeparam name="TElement">What the span holds: double or float.</typeparam>
internal interface ISpanLane<T, TElement>
    where T : struct, ISpanLane<T, TElement>
{
    /// <summary>How many elements one number holds.</summary>
    static abstract int Count { get; }

    /// <summary>Reads <see cref="Count"/> elements.</summary>
    static abstract T Load(ref readonly TElement source);

    /// <summary>Writes <see cref="Count"/> elements, each rounded once.</summary>
    static abstract void Store(T value, ref TElement target);

    /// <summary>
    /// The same past the caches, straight to memory. The target must lie at a whole multiple of a register and must not move.
    /// </summary>
    static abstract void StorePastCaches(T value, ref TElement target);
}
