namespace ActivationNotes.Course.Claims;

/// <summary>What a measurement says of a claim.</summary>
public enum ClaimVerdict
{
    /// <summary>The measured value keeps the bound.</summary>
    Holds,

    /// <summary>The measured value breaks the bound.</summary>
    DoesNotHold,

    /// <summary>The bound was broken under conditions that allow no verdict, such as times on a busy machine.</summary>
    NotConfirmed,
}
