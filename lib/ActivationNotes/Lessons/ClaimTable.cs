using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ActivationNotes.Rendering;
using ActivationNotes.Timing;

namespace ActivationNotes.Lessons;

/// <summary>
/// The claims of a lesson beside what was measured. It renders itself as a table in any notebook. A claim that does not hold is marked
/// and stops nothing: a reader sees what was measured, and the course's tool counts it.
/// </summary>
/// <example><code>new ClaimTable(Claim.AtMost("P1a", "The slope beyond |x| = 5 is below 0.0067.", steepest, 0.0067))</code></example>
[TypeFormatterSource(typeof(RichOutputFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Claims, MimeTypes.Text])]
public sealed class ClaimTable : IRichOutput
{
    // How often times are measured at most, before the machine is found too busy, or unlike the one that the claim was written on.
    private const int MostMeasurements = 3;

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

    /// <summary>
    /// Claims about times. One that does not hold is measured again, up to three times in all: other work on the machine may have spoilt its
    /// times. One that still does not hold is not confirmed on this machine, and the table says how busy the machine was.
    /// </summary>
    /// <typeparam name="T">What a measurement gives.</typeparam>
    /// <param name="first">The measurement that was made already.</param>
    /// <param name="measureAgain">Measures anew.</param>
    /// <param name="claims">The claims about a measurement, the same ones in the same order for each.</param>
    /// <example><code>ClaimTable.OfTimings(times, () => comparison.Run(kernels), result => [Claim.AtLeast("P3a.1", "exp takes longer.", result.RatioOf("exp", "add").Median, 3)])</code></example>
    public static ClaimTable OfTimings<T>(T first, Func<T> measureAgain, Func<T, IReadOnlyList<Claim>> claims)
    {
        ArgumentNullException.ThrowIfNull(measureAgain);
        ArgumentNullException.ThrowIfNull(claims);
        Claim[] latest = [.. claims(first)];
        List<Claim>[] measured = [.. latest.Select(claim => new List<Claim> { claim })];
        if (latest.All(claim => claim.Holds)) return new([.. latest.Select(claim => claim.AsTiming())]);

        var meter = new LoadMeter();
        for (var measurement = 2; measurement <= MostMeasurements && !latest.All(claim => claim.Holds); measurement++)
        {
            // What held once stays: it is not measured again because something else was disturbed.
            var again = claims(measureAgain());
            for (var i = 0; i < latest.Length; i++)
            {
                if (latest[i].Holds) continue;
                latest[i] = again[i];
                measured[i].Add(again[i]);
            }
        }

        var load = meter.Read();
        return new([.. latest.Zip(measured, (claim, all) =>
            claim.AsTiming().WithReservation($"Measured {all.Count} times: {string.Join(", ", all.Select(one => one.WriteMeasured()))}. {load}"))]);
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
