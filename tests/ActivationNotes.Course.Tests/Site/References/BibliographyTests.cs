using ActivationNotes.Course.Site.References;

namespace ActivationNotes.Course.Tests.Site.References;

public sealed class BibliographyTests : IDisposable
{
    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("bibliography-").FullName, "references.json");

    [Theory]
    [InlineData("""[{"family":"Nielsen","given":"M."}]""", "Nielsen 2015", "M. Nielsen")]
    [InlineData("""[{"family":"Glorot","given":"X."},{"family":"Bengio","given":"Y."}]""", "Glorot and Bengio 2015", "X. Glorot and Y. Bengio")]
    [InlineData("""[{"family":"LeCun","given":"Y."},{"family":"Bottou","given":"L."},{"literal":"Others"}]""", "LeCun et al. 2015", "Y. LeCun, L. Bottou and Others")]
    public void A_work_is_named_after_its_authors_and_its_year(string authors, string label, string list)
    {
        var work = Read($$"""[{"id":"a","title":"T","author":{{authors}},"issued":{"date-parts":[[2015]]},"container-title":"Journal","volume":"9","page":"1-17","DOI":"10.1/x"}]""").Works["a"];
        Assert.Equal((label, list, "Journal 9, pages 1–17", "https://doi.org/10.1/x"), (work.Label, work.AuthorList, work.Container, work.Address!.AbsoluteUri));
    }

    [Theory]
    [InlineData("{}", "a list of works")]
    [InlineData("[", "not JSON")]
    [InlineData("""[{"title":"T"}]""", "work 1: it has no id")]
    [InlineData("""[{"id":"a b","title":"T"}]""", "letters, digits and hyphens")]
    [InlineData("""[{"id":"a","title":"T","issued":{"date-parts":[[1998]]}}]""", "work \"a\": it has no author")]
    [InlineData("""[{"id":"a","author":[{"family":"B"}],"issued":{"date-parts":[[1998]]}}]""", "work \"a\": it has no title")]
    [InlineData("""[{"id":"a","title":"T","author":[{"family":"B"}]}]""", "work \"a\": it has no year")]
    [InlineData("""[{"id":"a","title":"T","author":[{"family":"B"}],"issued":{"date-parts":[[1998]]}},{"id":"a","title":"T","author":[{"family":"B"}],"issued":{"date-parts":[[1998]]}}]""", "two works")]
    [InlineData("""[{"id":"a","title":"T","author":[{"family":"B"}],"issued":"1998"}]""", "work \"a\": it has no year")]
    [InlineData("""[{"id":"a","title":"T","author":[{"family":"B"}],"issued":{"date-parts":[[1998]]},"URL":"not a url"}]""", "work \"a\": \"not a url\" is no address")]
    [InlineData("""[{"id":"a","title":"T","author":[{"family":"B"}],"issued":{"date-parts":[[1998]]},"URL":"javascript:alert(1)"}]""", "is no address")]
    public void What_a_work_lacks_is_said_with_its_name(string json, string problem) =>
        Assert.Contains(problem, Assert.ThrowsAny<CourseException>(() => Read(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_course_without_the_file_cites_nothing() => Assert.Empty(Bibliography.Read(_file).Works);

    [Fact]
    public void The_courses_own_works_can_be_read() =>
        Assert.Equal("LeCun et al. 1998", Bibliography.Read(Workspace.Find(AppContext.BaseDirectory).Works).Works["lecun1998"].Label);

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);

    private Bibliography Read(string json)
    {
        File.WriteAllText(_file, json);
        return Bibliography.Read(_file);
    }
}
