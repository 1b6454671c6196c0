using System.Globalization;
using System.Text;
using ActivationNotes.Course.Site.Document;
using static ActivationNotes.Course.Site.Html.HtmlText;

namespace ActivationNotes.Course.Site.Html;

/// <summary>All claims of the course with what was measured for each.</summary>
internal static class ClaimsPage
{
    /// <summary>The file of the page.</summary>
    public const string Page = "claims.html";

    /// <summary>The page.</summary>
    public static Appendix Of(IReadOnlyList<LessonDocument> lessons)
    {
        var all = lessons.SelectMany(lesson => lesson.Claims).ToArray();
        var content = new StringBuilder("<p>A claim is a sentence of a lesson that was put to the test: a number was measured, and compared with a bound. "
            + "A lesson with a claim that does not hold is not published.</p>\n");
        content.Append(CultureInfo.InvariantCulture, $"<p>In this build {all.Count(claim => claim.Holds)} of {all.Length} claims hold. Each leads to the place where it was measured.</p>\n");
        foreach (var lesson in lessons.Where(lesson => lesson.Claims.Any()))
        {
            content.Append(CultureInfo.InvariantCulture, $"<h2 id=\"{lesson.Name}\"><a href=\"{lesson.FileName}\">{Escape(PageShell.Label(lesson))}</a></h2>\n");
            content.Append(ClaimsTable.Write(lesson.Claims, PageShell.Label(lesson), claim => $"<th scope=\"row\"><a href=\"{lesson.FileName}#{Escape(Uri.EscapeDataString(claim.Anchor))}\">{Escape(claim.Id)}</a></th>"));
        }

        return new Appendix(Page, "All claims", "Every claim of the course with its measured value, its bound and whether it holds.", content.ToString());
    }
}
