namespace ActivationNotes.Numbers;

/// <summary>Results are doubles.</summary>
internal readonly struct DoublePrecision : IPrecision
{
    /// <inheritdoc/>
    public static bool IsSingle => false;
}
