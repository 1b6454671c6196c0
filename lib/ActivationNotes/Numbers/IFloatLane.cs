namespace ActivationNotes.Numbers;

/// <summary>A register full of floats.</summary>
/// <typeparam name="T">The register.</typeparam>
internal interface IFloatLane<T> : ILane<T>, ISpanLane<T, float>
    where T : struct, IFloatLane<T>
{
    /// <summary>The number in every place.</summary>
    static abstract T Repeat(float number);
}
