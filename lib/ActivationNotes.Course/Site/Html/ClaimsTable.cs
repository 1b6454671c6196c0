using System.Text;
using ActivationNotes.Course.Site.Document;
using static ActivationNotes.Course.Site.Html.HtmlText;

namespace ActivationNotes.Course.Site.Html;

/// <summary>Claims as a table.</summary>
internal static class ClaimsTable
{
    /// <summary>Writes the table.</summary>
    /// <param name="claims">The claims.</param>
    /// <param name="name">What the table holds, for readers who do not see it.</param>
    /// <param name="head">The cell that names a claim.</param>
    public static string Write(IEnumerable<ClaimRow> claims, string name, Func<ClaimRow, string> head)
    {
        var html = new StringBuilder();
        html.Append($"<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"{Escape(name)}\"><table class=\"claims\"><thead><tr><th scope=\"col\">Claim</th><th scope=\"col\">Sentence</th>"
            + "<th scope=\"col\">Measured</th><th scope=\"col\">Bound</th><th scope=\"col\">Holds</th></tr></thead><tbody>\n");
        foreach (var claim in claims)
        {
            html.Append($"<tr>{head(claim)}<td>{Escape(claim.Sentence)}</td><td class=\"number\">{Escape(claim.Measured)}</td>"
                + $"<td>{Escape(claim.Bound)}</td><td class=\"{(claim.Holds ? "holds" : "fails")}\">{(claim.Holds ? "✓ yes" : "✗ no")}</td></tr>\n");
        }

        return html.Append("</tbody></table></div>\n").ToString();
    }
}
