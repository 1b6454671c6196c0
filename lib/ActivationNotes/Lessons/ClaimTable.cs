using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ActivationNotes.Rendering;

namespace ActivationNotes.Lessons;

/// <summary>
/// The claims of a lesson beside what was measured. It renders itself as a table in any notebook. A claim that does not hold is marked
/// and stops nothing: a reader sees what was measured, and the course's tool counts it.
/// </summary>
/// <example><code>new ClaimTable(Claim.AtMost("P1a", "The slope beyond |x| = 5 is below 0.0067.", steepest, 0.0067))</code></example>
[TypeFormatterSource(typeof(RichOutputFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Claims, MimeTypes.Text])]
public sealed class ClaimTable : IRichOutput
{
    // A number in two lines reads as two numbers.
    private const string OneLine = "text-align:left;white-space:nowrap";

    /// <summary>Sets claims side by side, whether they hold or not.</summary>
    /// <exception cref="ArgumentException">There are none, or two share an id.</exception>
    public ClaimTable(params IReadOnlyList<Claim> claims)
    {
        if (claims.Count == 0) throw new ArgumentException("A table of claims needs at least one claim.", nameof(claims));
        if (claims.GroupBy(claim => claim.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } repeated)
            throw new ArgumentException($"Two claims have the id {repeated.Key}: give each its own, such as {repeated.Key}.1 and {repeated.Key}.2.", nameof(claims));
        Claims = [.. claims];
    }

    /// <summary>The claims in the order they were given.</summary>
    public IReadOnlyList<Claim> Claims { get; }

    /// <summary>The table as a fragment of a page.</summary>
    public string ToHtml()
    {
        var html = new StringBuilder("<table class=\"claims\"><thead><tr>");
        foreach (var heading in new[] { "Claim", "Kind", "Sentence", "Measured", "Bound", "Holds" }) html.Append($"<th scope=\"col\" style=\"text-align:left\">{heading}</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var claim in Claims)
        {
            html.Append($"<tr><th scope=\"row\" style=\"{OneLine}\">").Append(WebUtility.HtmlEncode(claim.Id)).Append("</th>");
            html.Append($"<td style=\"{OneLine}\">").Append(WriteKind(claim)).Append("</td>");
            html.Append("<td style=\"text-align:left\">").Append(WebUtility.HtmlEncode(claim.Sentence)).Append("</td>");
            foreach (var text in new[] { claim.WriteMeasured(), claim.Bound })
                html.Append($"<td style=\"{OneLine}\">").Append(WebUtility.HtmlEncode(text)).Append("</td>");
            html.Append($"<td style=\"{(claim.Verdict == ClaimVerdict.NotConfirmed ? "text-align:left" : OneLine)}\">").Append(WebUtility.HtmlEncode(WriteMark(claim))).Append("</td>");
            html.Append("</tr>");
        }

        return html.Append("</tbody></table>").ToString();
    }

    /// <summary>The table as text, a line for each claim.</summary>
    public override string ToString() => string.Join('\n', Claims);

    string? IRichOutput.Render(string mimeType) => mimeType switch
    {
        MimeTypes.Html => ToHtml(),
        MimeTypes.Text => ToString(),
        MimeTypes.Claims => ToJson().ToJsonString(),
        _ => null,
    };

    private static string WriteKind(Claim claim) => claim.Kind.ToString().ToLowerInvariant();

    private static string WriteMark(Claim claim) => claim.Verdict switch
    {
        ClaimVerdict.Holds => "✓ yes",
        ClaimVerdict.DoesNotHold => "✗ no",
        _ => $"? {claim.WriteVerdict()}: {claim.Reservation}",
    };

    private JsonObject ToJson() => new()
    {
        ["claims"] = new JsonArray([.. Claims.Select(claim => new JsonObject
        {
            ["id"] = claim.Id,
            ["sentence"] = claim.Sentence,
            ["measured"] = claim.WriteMeasured(),
            ["bound"] = claim.Bound,
            ["holds"] = claim.Holds,
            ["kind"] = WriteKind(claim),
            ["verdict"] = claim.WriteVerdict(),
            ["value"] = double.IsFinite(claim.Measured) ? claim.Measured : null,
            ["reservation"] = claim.Verdict == ClaimVerdict.NotConfirmed ? claim.Reservation : null,
        })]),
    };
}
