namespace ActivationNotes.Rendering;

/// <summary>The forms in which a rich output may reach a notebook.</summary>
internal static class MimeTypes
{
    /// <summary>A fragment of a page.</summary>
    public const string Html = "text/html";

    /// <summary>What a terminal shows.</summary>
    public const string Text = "text/plain";

    /// <summary>A figure as data, from which the site draws its own.</summary>
    public const string Figure = "application/vnd.activationnotes.figure+json";

    /// <summary>A table of claims as data.</summary>
    public const string Claims = "application/vnd.activationnotes.claims+json";

    /// <summary>The result of checking an exercise as data.</summary>
    public const string Exercise = "application/vnd.activationnotes.exercise+json";

    /// <summary>Every mime type there is a formatter for.</summary>
    public static IReadOnlyList<string> All { get; } = [Html, Text, Figure, Claims, Exercise];
}
