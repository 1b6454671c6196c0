namespace ActivationNotes.Course.Claims;

/// <summary>Why a claim is true, if it is.</summary>
public enum ClaimKind
{
    /// <summary>An experiment of the course measured it; other seeds could say otherwise.</summary>
    Measured,

    /// <summary>Mathematics says so.</summary>
    Theorem,

    /// <summary>Somebody else measured and published it.</summary>
    Published,

    /// <summary>A comparison of times, which depends on the machine.</summary>
    Timing,
}
