namespace ActivationNotes.Numbers;

/// <summary>Results are floats, computed in double.</summary>
internal readonly struct SinglePrecision : IPrecision
{
    /// <inheritdoc/>
    public static bool IsSingle => true;
}
