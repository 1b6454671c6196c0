using System.Text;
using ActivationNotes.Course.Claims;
using ActivationNotes.Course.Replication;
using static ActivationNotes.Course.Site.Html.HtmlText;

namespace ActivationNotes.Course.Site.Html;

/// <summary>Claims as a table.</summary>
internal static class ClaimsTable
{
    /// <summary>Writes the table.</summary>
    /// <param name="claims">The claims.</param>
    /// <param name="name">What the table holds, for readers who do not see it.</param>
    /// <param name="replications">What other seeds said of the claims of this lesson, by their ids.</param>
    /// <param name="head">The cell that names a claim.</param>
    public static string Write(IEnumerable<Claim> claims, string name, IReadOnlyDictionary<string, Replicated> replications, Func<Claim, string> head)
    {
        var html = new StringBuilder();
        html.Append($"<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"{Escape(name)}\"><table class=\"claims\"><thead><tr><th scope=\"col\">Claim</th><th scope=\"col\"><span class=\"word\">Kind</span></th><th scope=\"col\">Sentence</th>"
            + "<th scope=\"col\">Measured</th><th scope=\"col\">Bound</th><th scope=\"col\">Holds</th></tr></thead><tbody>\n");
        foreach (var claim in claims)
        {
            html.Append($"<tr data-kind=\"{ClaimMarks.Name(claim.Kind)}\" data-verdict=\"{Class(claim.Verdict)}\">{head(claim)}<td>{ClaimMarks.Write(claim.Kind)}</td><td>{Escape(claim.Sentence)}</td><td class=\"number\">{Escape(claim.Measured)}</td>"
                + $"<td>{Escape(claim.Bound)}</td><td>{Verdict(claim)}{Seeds(claim, replications)}</td></tr>\n");
        }

        return html.Append("</tbody></table></div>\n").ToString();
    }

    private static string Class(ClaimVerdict verdict) => verdict switch
    {
        ClaimVerdict.Holds => "holds",
        ClaimVerdict.DoesNotHold => "fails",
        _ => "unconfirmed",
    };

    private static string Verdict(Claim claim)
    {
        var (sign, word) = claim.Verdict switch
        {
            ClaimVerdict.Holds => ("✓", "yes"),
            ClaimVerdict.DoesNotHold => ("✗", "no"),
            _ => ("?", "not confirmed on this machine"),
        };
        var reservation = claim.Reservation is null ? "" : $"<small class=\"reservation\">{Escape(claim.Reservation)}</small>";
        return $"<span class=\"{Class(claim.Verdict)}\"><span aria-hidden=\"true\">{sign}</span> {word}</span>{reservation}";
    }

    // What draws nothing by chance says the same with every seed.
    private static string Seeds(Claim claim, IReadOnlyDictionary<string, Replicated> replications) =>
        claim.Kind == ClaimKind.Measured && replications.TryGetValue(claim.Id, out var found)
            ? $"<small class=\"replicated{(found.Held < found.Sets ? " in-part" : "")}\">{Escape(found.Words)}</small>"
            : "";
}
