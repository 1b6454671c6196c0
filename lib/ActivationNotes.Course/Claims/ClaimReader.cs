using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ActivationNotes.Course.Checks;
using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Claims;

/// <summary>Reads the claims that executed notebooks carry. Tables of older libraries lack the kind and the verdict: then it was measured, and holds or not.</summary>
public static class ClaimReader
{
    /// <summary>Reads a table.</summary>
    /// <param name="json">The content of the mime type.</param>
    /// <param name="place">The notebook and cell it comes from.</param>
    /// <exception cref="CourseException">It is no table of claims.</exception>
    public static IReadOnlyList<Claim> Read(string json, string place)
    {
        try
        {
            return [.. JsonText.Parse(Encoding.UTF8.GetBytes(json))!["claims"]!.AsArray().Select(claim => Read(claim!.AsObject()))];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException or NullReferenceException or ArgumentNullException)
        {
            throw new CourseException($"{place}: a table of claims that cannot be read: {error.Message}", error);
        }
    }

    /// <summary>The claims of an executed notebook with the cell that measures each, in their order. One that is shown again in a later table counts once.</summary>
    /// <param name="notebook">The notebook; what is no table of claims in it is passed over.</param>
    public static IReadOnlyList<(Cell Cell, Claim Claim)> Of(Notebook notebook) =>
    [
        .. notebook.Cells.SelectMany(cell => cell.Outputs.SelectMany(output => Of(output) ?? []).Select(claim => (Cell: cell, Claim: claim)))
            .DistinctBy(pair => pair.Claim.Id, StringComparer.Ordinal),
    ];

    /// <summary>The claims of an output; null when it is no table of claims, or cannot be read.</summary>
    public static IReadOnlyList<Claim>? Of(Output output)
    {
        try
        {
            return output.Content(MimeTypes.Claims) is { } json ? Read(json, "") : null;
        }
        catch (CourseException)
        {
            return null;
        }
    }

    private static Claim Read(JsonObject claim)
    {
        var verdict = (string?)claim["verdict"] switch
        {
            "not confirmed on this machine" => ClaimVerdict.NotConfirmed,
            _ => (bool)claim["holds"]! ? ClaimVerdict.Holds : ClaimVerdict.DoesNotHold,
        };
        return new Claim(
            (string)claim["id"]!,
            (string)claim["sentence"]!,
            claim["measured"]!.ToString(),
            claim["bound"]!.ToString(),
            Enum.TryParse<ClaimKind>((string?)claim["kind"], ignoreCase: true, out var kind) ? kind : ClaimKind.Measured,
            verdict,
            claim["value"] is JsonValue value && value.TryGetValue<double>(out var number) ? number : null,
            (string?)claim["reservation"]);
    }
}
