using ActivationNotes.Course.Notebooks;
using ActivationNotes.Course.Tests.Site.Browser;
using AngleSharp.Html.Parser;

namespace ActivationNotes.Course.Tests.Site;

public sealed class SiteWriterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("site-tests-").FullName;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_same_notebooks_give_the_same_bytes(bool withPictures)
    {
        if (withPictures) Chromium.Require();
        foreach (var name in new[] { "one", "two" }) FixtureSite.Write(Path.Combine(_folder, name), withPictures ? Chromium.Path : null, Gallery.First, Gallery.Notebook);
        var first = Files("one");
        Assert.Equal(first, Files("two"));
        Assert.All(first, name => Assert.Equal(File.ReadAllBytes(Path.Combine(_folder, "one", name)), File.ReadAllBytes(Path.Combine(_folder, "two", name))));
        Assert.Equal(withPictures, first.Any(name => name.EndsWith("-dark.svg", StringComparison.Ordinal)));
    }

    [Fact]
    public void Without_a_browser_a_figure_is_still_its_words_and_its_numbers()
    {
        FixtureSite.Write(_folder, null, Gallery.Notebook);
        var page = File.ReadAllText(Path.Combine(_folder, "01-gallery.html"));
        Assert.Contains("One curve rises from 0 at the left over 0.5 in the middle to 1 at the right.", page, StringComparison.Ordinal);
        using var document = new HtmlParser().ParseDocument(page);
        var tables = document.QuerySelectorAll("figure details.data iframe").Select(frame => File.ReadAllText(Path.Combine(_folder, frame.GetAttribute("src")!))).ToArray();
        Assert.Equal(document.QuerySelectorAll("figure").Length, tables.Length);
        Assert.Contains(tables, table => table.Contains("<td>0.27</td>", StringComparison.Ordinal));
        Assert.DoesNotContain("<img class=\"picture", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_plotting_library_is_written_once_however_many_notebooks_carry_it()
    {
        FixtureSite.Write(_folder, null, Gallery.Notebook, new Notebook("02-again", Gallery.Notebook.Node));
        var libraries = Files("").Where(name => name.Contains("plotly", StringComparison.OrdinalIgnoreCase)).ToArray();
        Assert.Equal(PlotCarrier.Library, File.ReadAllBytes(Path.Combine(_folder, Assert.Single(libraries))));
    }

    [Fact]
    public void Figures_carry_the_lessons_number_and_answer_to_their_titles()
    {
        FixtureSite.Write(_folder, null, Gallery.Notebook);
        using var page = new HtmlParser().ParseDocument(File.ReadAllText(Path.Combine(_folder, "01-gallery.html")));
        Assert.StartsWith("Figure 1.1.", page.QuerySelector("#figure-the-sigmoid-more-or-less-steep figcaption")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_to_figures_and_claims_say_their_numbers()
    {
        var links = new NotebookBuilder().Markdown("# Links").Markdown("Look at [the curves](01-gallery.ipynb#figure-the-sigmoid-more-or-less-steep), "
            + "at [Figure 1.1](01-gallery.ipynb#figure-the-sigmoid-more-or-less-steep), at [the middle](01-gallery.ipynb#claim-S1) and at [S1](01-gallery.ipynb#claim-S1).").Build();
        FixtureSite.Write(_folder, null, Gallery.Notebook, new Notebook("02-links", links.Node));
        using var page = new HtmlParser().ParseDocument(File.ReadAllText(Path.Combine(_folder, "02-links.html")));
        Assert.Equal(["the curves, Figure 1.1", "Figure 1.1", "the middle, claim S1", "S1"], page.QuerySelectorAll("article .prose a").Select(link => link.TextContent));
    }

    [Fact]
    public void The_page_of_claims_leads_to_where_each_was_measured()
    {
        FixtureSite.Write(_folder, null, Gallery.Notebook);
        using var claims = new HtmlParser().ParseDocument(File.ReadAllText(Path.Combine(_folder, "claims.html")));
        using var lesson = new HtmlParser().ParseDocument(File.ReadAllText(Path.Combine(_folder, "01-gallery.html")));
        var links = claims.QuerySelectorAll("table.claims a").Select(link => link.GetAttribute("href")!.Split('#')).ToArray();
        Assert.NotEmpty(links);
        Assert.All(links, link =>
        {
            Assert.Equal("01-gallery.html", link[0]);
            Assert.Equal(link[1], "claim-" + lesson.GetElementById(link[1])!.TextContent);
        });
        Assert.Contains(lesson.QuerySelectorAll("footer a"), link => link.GetAttribute("href") == "claims.html");
    }

    [Fact]
    public void A_formula_that_does_not_parse_stops_the_build_and_is_named_with_its_cell()
    {
        var notebook = new NotebookBuilder().Markdown("# Lesson").Markdown(@"A formula: $\frac{1}{$ and more.").Build();
        var error = Assert.ThrowsAny<CourseException>(() => FixtureSite.Write(_folder, null, notebook));
        Assert.Contains("lesson.ipynb", error.Message, StringComparison.Ordinal);
        Assert.Contains("cell 2", error.Message, StringComparison.Ordinal);
        Assert.Contains(@"\frac{1}{", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string[] Files(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(_folder, folder), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Path.Combine(_folder, folder), file)).Order(StringComparer.Ordinal)];
}
