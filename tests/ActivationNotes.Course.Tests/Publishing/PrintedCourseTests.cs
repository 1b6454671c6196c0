using System.Text;
using ActivationNotes.Course.Publishing;
using ActivationNotes.Course.Tests.Site.Browser;
using AngleSharp.Html.Parser;

namespace ActivationNotes.Course.Tests.Publishing;

public sealed class PrintedCourseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("site-tests-").FullName;

    [Fact]
    public void All_lessons_become_one_page_whose_links_and_names_agree()
    {
        FixtureSite.Write(_folder, null, Gallery.First, Gallery.Notebook);
        using var page = new HtmlParser().ParseDocument(PrintedCourse.Join(_folder));
        Assert.Equal(["00-first", "01-gallery", "claims"], page.QuerySelectorAll("section.chapter").Select(chapter => chapter.Id));
        Assert.Empty(page.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(group => group.Count() > 1).Select(group => group.Key));
        var links = page.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!).Where(link => !link.Contains("://", StringComparison.Ordinal)).ToArray();
        Assert.Contains("#01-gallery", links);
        Assert.All(links, link => Assert.NotNull(page.GetElementById(link[1..])));
    }

    [Fact]
    public void Paper_hides_nothing_and_needs_no_script()
    {
        FixtureSite.Write(_folder, null, Gallery.Notebook);
        using var page = new HtmlParser().ParseDocument(PrintedCourse.Join(_folder));
        Assert.NotEmpty(page.QuerySelectorAll("details"));
        Assert.All(page.QuerySelectorAll("details"), fold => Assert.True(fold.HasAttribute("open")));
        Assert.Empty(page.QuerySelectorAll("script, .only-dark, img[loading]"));
        Assert.Contains("Think of the chain rule.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_browser_prints_it_as_a_pdf_with_an_outline()
    {
        Chromium.Require();
        FixtureSite.Write(_folder, Chromium.Path, Gallery.First, Gallery.Notebook);
        var path = Path.Combine(_folder, "course.pdf");
        PrintedCourse.Write(_folder, Chromium.Path!, path);
        var pdf = Encoding.Latin1.GetString(File.ReadAllBytes(path));
        Assert.StartsWith("%PDF-", pdf, StringComparison.Ordinal);
        Assert.Contains("/Outlines", pdf, StringComparison.Ordinal);
    }

    [Fact]
    public void A_course_without_all_its_pictures_is_not_printed()
    {
        FixtureSite.Write(_folder, null, Gallery.Notebook);
        var path = Path.Combine(_folder, "course.pdf");
        File.WriteAllText(path, "before");
        var error = Assert.Throws<CourseException>(() => PrintedCourse.Write(_folder, "/bin/false", path));
        Assert.Contains("Some figures of the site have no picture", error.Message, StringComparison.Ordinal);
        Assert.Equal("before", File.ReadAllText(path));
    }

    [Fact]
    public void A_browser_that_prints_nothing_leaves_the_file_of_before()
    {
        FixtureSite.Write(_folder, null, Gallery.First);
        var path = Path.Combine(_folder, "course.pdf");
        File.WriteAllText(path, "before");
        var error = Assert.Throws<CourseException>(() => PrintedCourse.Write(_folder, "/bin/false", path));
        Assert.Contains("/bin/false printed nothing", error.Message, StringComparison.Ordinal);
        Assert.Equal("before", File.ReadAllText(path));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
