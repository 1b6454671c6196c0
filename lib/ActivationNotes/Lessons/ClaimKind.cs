namespace ActivationNotes.Lessons;

/// <summary>Why a claim is true, if it is: what a reader has to doubt when it does not hold.</summary>
public enum ClaimKind
{
    /// <summary>An experiment of the course measured it; other seeds or data could say otherwise.</summary>
    Measured,

    /// <summary>Mathematics says so: it can fail only if the code is wrong.</summary>
    Theorem,

    /// <summary>Somebody else measured and published it; the course only quotes the number.</summary>
    Published,

    /// <summary>A comparison of times: it depends on the machine and on what else the machine does.</summary>
    Timing,
}
