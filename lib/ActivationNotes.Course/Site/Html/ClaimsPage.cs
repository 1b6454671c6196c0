using System.Globalization;
using System.Text;
using ActivationNotes.Course.Claims;
using ActivationNotes.Course.Replication;
using ActivationNotes.Course.Site.Document;
using static ActivationNotes.Course.Site.Html.HtmlText;

namespace ActivationNotes.Course.Site.Html;

/// <summary>All claims of the course with what was measured for each.</summary>
internal static class ClaimsPage
{
    /// <summary>The file of the page.</summary>
    public const string Page = "claims.html";

    /// <summary>The page.</summary>
    /// <param name="lessons">The lessons.</param>
    /// <param name="replications">What other seeds said of their claims.</param>
    public static Appendix Of(IReadOnlyList<LessonDocument> lessons, ReplicationTable replications)
    {
        var all = lessons.SelectMany(lesson => lesson.Claims.Select(claim => (Lesson: lesson, Claim: claim))).ToArray();
        var content = new StringBuilder("<p>A claim is a sentence of a lesson that was put to the test: a number was measured, and compared with a bound. "
            + "Each leads to the place where it was measured.</p>\n");
        content.Append(CultureInfo.InvariantCulture, $"<p>In this build {all.Count(pair => pair.Claim.Verdict == ClaimVerdict.Holds)} of {all.Length} claims hold.</p>\n");
        Exceptions(ClaimVerdict.DoesNotHold, "Claims that do not hold");
        Exceptions(ClaimVerdict.NotConfirmed, "Claims that were not confirmed on the machine that made this page");
        content.Append(Seeds([.. all.Select(pair => (pair.Claim, replications.Of(pair.Lesson.Name).GetValueOrDefault(pair.Claim.Id)))]));
        content.Append(Filter([.. all.Select(pair => pair.Claim)]));
        foreach (var lesson in lessons.Where(lesson => lesson.Claims.Any()))
        {
            content.Append(CultureInfo.InvariantCulture, $"<section class=\"claims-of\">\n<h2 id=\"{lesson.Name}\"><a href=\"{lesson.FileName}\">{Escape(PageShell.Label(lesson))}</a></h2>\n");
            content.Append(ClaimsTable.Write(lesson.Claims, PageShell.Label(lesson), replications.Of(lesson.Name), claim => $"<th scope=\"row\">{Link(lesson, claim)}</th>"));
            content.Append("</section>\n");
        }

        return new Appendix(Page, "All claims", "Every claim of the course with its kind, its measured value, its bound and whether it holds.", content.ToString());

        void Exceptions(ClaimVerdict verdict, string words)
        {
            var found = all.Where(pair => pair.Claim.Verdict == verdict).Select(pair => Link(pair.Lesson, pair.Claim)).ToArray();
            if (found.Length > 0) content.Append($"<p class=\"exceptions\"><b>{words}:</b> {string.Join(", ", found)}.</p>\n");
        }
    }

    private static string Link(LessonDocument lesson, Claim claim) => $"<a href=\"{lesson.FileName}#{Escape(Uri.EscapeDataString(claim.Anchor))}\">{Escape(claim.Id)}</a>";

    private static string Seeds(IReadOnlyList<(Claim Claim, Replicated? Found)> claims)
    {
        var found = claims.Where(pair => pair.Claim.Kind == ClaimKind.Measured).Select(pair => pair.Found).OfType<Replicated>().ToArray();
        return found.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture,
            $"<p>Measured claims that depend on random numbers were measured again with other seeds. <b>Held in 40 of 40</b>, say, means that the claim held with each of 40 other sets of seeds. Of {found.Length} such claims {found.Count(claim => claim.Held == claim.Sets)} held with every set.</p>\n");
    }

    // Boxes and style sheet alone: without scripts it works as well, and where the style sheet does not know :has everything shows.
    private static string Filter(IReadOnlyList<Claim> claims)
    {
        var boxes = string.Concat(ClaimMarks.Meanings.Select(entry => (entry.Kind, entry.Meaning, Count: claims.Count(claim => claim.Kind == entry.Kind))).Where(entry => entry.Count > 0).Select(entry =>
            string.Create(CultureInfo.InvariantCulture, $"<div><input type=\"checkbox\" id=\"show-{ClaimMarks.Name(entry.Kind)}\" checked autocomplete=\"off\"><label for=\"show-{ClaimMarks.Name(entry.Kind)}\">{ClaimMarks.Write(entry.Kind)} <span class=\"count\">{entry.Count}</span> <span class=\"meaning\">{entry.Meaning}</span></label></div>\n")));
        return $"<fieldset class=\"kinds\"><legend>Kinds of claims to show</legend>\n{boxes}<p class=\"shown\" role=\"status\"></p></fieldset>\n";
    }
}
