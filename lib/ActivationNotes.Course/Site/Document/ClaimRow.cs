namespace ActivationNotes.Course.Site.Document;

/// <summary>A claim and what was measured for it.</summary>
public sealed record ClaimRow(string Id, string Sentence, string Measured, string Bound, bool Holds)
{
    /// <summary>The name by which links reach it on its lesson's page.</summary>
    public string Anchor => "claim-" + Id;
}
