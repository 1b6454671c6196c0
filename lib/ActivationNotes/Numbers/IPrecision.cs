namespace ActivationNotes.Numbers;

/// <summary>How precise a result is wanted; a type, so that the compiler builds a loop for each.</summary>
internal interface IPrecision
{
    /// <summary>True when results are rounded to float.</summary>
    static abstract bool IsSingle { get; }
}
