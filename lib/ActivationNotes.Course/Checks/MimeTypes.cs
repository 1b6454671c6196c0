namespace ActivationNotes.Course.Checks;

/// <summary>The mime types in which the course's library says what an output means.</summary>
public static class MimeTypes
{
    /// <summary>A figure: title, caption, alt text, table, chart.</summary>
    public const string Figure = "application/vnd.activationnotes.figure+json";

    /// <summary>A table of claims with what was measured.</summary>
    public const string Claims = "application/vnd.activationnotes.claims+json";

    /// <summary>The result of checking an answer.</summary>
    public const string Exercise = "application/vnd.activationnotes.exercise+json";
}
