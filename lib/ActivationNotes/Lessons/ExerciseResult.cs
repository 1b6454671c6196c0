using System.Net;
using System.Text.Json.Nodes;
using ActivationNotes.Rendering;

namespace ActivationNotes.Lessons;

/// <summary>What came of checking an answer. It renders itself in any notebook.</summary>
/// <param name="Exercise">The exercise, such as "01-a".</param>
/// <param name="Passed">Whether the answer is right.</param>
/// <param name="Message">"Right.", or what is wrong.</param>
/// <param name="Hint">What to look at next; empty when the answer is right.</param>
[TypeFormatterSource(typeof(RichOutputFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Exercise, MimeTypes.Text])]
public sealed record ExerciseResult(string Exercise, bool Passed, string Message, string Hint) : IRichOutput
{
    /// <summary>The result as a fragment of a page.</summary>
    public string ToHtml()
    {
        var hint = Hint.Length == 0 ? "" : $"<p><em>Hint:</em> {WebUtility.HtmlEncode(Hint)}</p>";
        return $"<div class=\"exercise-result\"><p><strong>{(Passed ? "✓" : "✗")} {WebUtility.HtmlEncode(Exercise)}</strong> "
            + $"{WebUtility.HtmlEncode(Message)}</p>{hint}</div>";
    }

    /// <summary>The result in a line or two.</summary>
    public override string ToString() => $"{(Passed ? "✓" : "✗")} {Exercise} {Message}" + (Hint.Length == 0 ? "" : $"\nHint: {Hint}");

    string? IRichOutput.Render(string mimeType) => mimeType switch
    {
        MimeTypes.Html => ToHtml(),
        MimeTypes.Text => ToString(),
        MimeTypes.Exercise => new JsonObject { ["exercise"] = Exercise, ["passed"] = Passed, ["message"] = Message, ["hint"] = Hint }.ToJsonString(),
        _ => null,
    };
}
