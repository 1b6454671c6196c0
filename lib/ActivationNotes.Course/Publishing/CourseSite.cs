using System.Net;
using System.Text;
using ActivationNotes.Course.Execution;
using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Publishing;

/// <summary>Hands the executed lessons to the writer of the site.</summary>
public static class CourseSite
{
    /// <summary>Writes the site; a <see cref="SiteRenderer"/>.</summary>
    public static void Render(Workspace workspace, IReadOnlyList<JobResult> lessons, string directory)
    {
        var page = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>ActivationNotes</title>\n<body>\n<h1>ActivationNotes</h1>\n<ul>\n");
        foreach (var lesson in lessons.Select(lesson => lesson.Executed!))
        {
            File.WriteAllText(Path.Combine(directory, lesson.Name + ".ipynb"), JsonText.Indented(lesson.Node));
            page.Append("<li><a href=\"").Append(Uri.EscapeDataString(lesson.Name)).Append(".ipynb\">").Append(WebUtility.HtmlEncode(lesson.Title)).Append("</a></li>\n");
        }

        File.WriteAllText(Path.Combine(directory, "index.html"), page.Append("</ul>\n</body>\n</html>\n").ToString());
    }
}
