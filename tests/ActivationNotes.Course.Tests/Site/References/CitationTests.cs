using ActivationNotes.Course.Site.Content;
using ActivationNotes.Course.Site.References;

namespace ActivationNotes.Course.Tests.Site.References;

public sealed class CitationTests
{
    private static readonly Bibliography s_works = new(new Dictionary<string, Work>(StringComparer.Ordinal)
    {
        ["one"] = new("one", [("First", "A."), ("Second", "B.")], 1998, "Title", "", null),
        ["two"] = new("two", [("O'Neil", "C.")], 2010, "Other", "", null),
    });

    [Theory]
    [InlineData("Said [@one].", "Said (<a href=\"references.html#one\">First and Second 1998</a>).")]
    [InlineData("[@one, section 4.3; @two, table 1]", "(<a href=\"references.html#one\">First and Second 1998</a>, section 4.3; <a href=\"references.html#two\">O'Neil 2010</a>, table 1)")]
    public void A_citation_becomes_a_link_to_the_list_of_works(string markdown, string html) => Assert.Equal($"<p>{html}</p>", Render(markdown).Html.Trim());

    [Theory]
    [InlineData("`[@one]`")]
    [InlineData("[@one](https://example.org)")]
    [InlineData("[@]")]
    [InlineData("[mail@one]")]
    [InlineData("$[@one]$ is a formula")]
    public void What_only_looks_like_one_is_left_alone(string markdown) => Assert.Empty(Render(markdown).Citations);

    [Fact]
    public void A_text_tells_each_work_it_cites_once() => Assert.Equal(["two", "one"], Render("[@two] and [@one] and [@two, page 3]").Citations);

    [Fact]
    public void A_work_that_nobody_knows_is_named_with_the_place() =>
        Assert.Contains("here: the work \"three\" is cited but is not in data/references.json", Assert.ThrowsAny<CourseException>(() => Render("[@three]")).Message, StringComparison.Ordinal);

    private static MarkdownContent Render(string markdown) => new MarkdownRenderer(new Mathematics(), s_works).Render(markdown, "here");
}
