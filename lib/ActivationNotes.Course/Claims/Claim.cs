namespace ActivationNotes.Course.Claims;

/// <summary>A claim of a lesson and what was measured for it, as the table in an executed notebook says.</summary>
/// <param name="Id">Its number in the course: "P1a".</param>
/// <param name="Sentence">What is claimed.</param>
/// <param name="Measured">What was measured, as a reader sees it.</param>
/// <param name="Bound">What it must be, as a reader sees it.</param>
/// <param name="Kind">Why it is true, if it is.</param>
/// <param name="Verdict">What the measurement says of it.</param>
/// <param name="Value">What was measured; null where it is no finite number, or an older library did not say.</param>
/// <param name="Reservation">Why a broken bound is no verdict; null where it is one, or the claim holds.</param>
public sealed record Claim(string Id, string Sentence, string Measured, string Bound, ClaimKind Kind, ClaimVerdict Verdict, double? Value, string? Reservation)
{
    /// <summary>The name by which links reach it on its lesson's page.</summary>
    public string Anchor => "claim-" + Id;

    /// <summary>The kind as tables and files write it.</summary>
    public string KindName => Kind.ToString().ToLowerInvariant();

    /// <summary>The sentence with what was measured for it and what that must be.</summary>
    public string Numbers => $"{Sentence} Measured: {Measured}; must be: {Bound}.";
}
