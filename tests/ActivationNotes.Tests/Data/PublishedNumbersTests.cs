using ActivationNotes.Data;

namespace ActivationNotes.Tests.Data;

public sealed class PublishedNumbersTests : IDisposable
{
    private const string Header = "id,quantity,setting,value,unit,source,place\n";
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Every_number_of_the_course_names_its_source_and_the_place_in_it()
    {
        Assert.NotEmpty(PublishedNumbers.All);
        Assert.All(PublishedNumbers.All, number => Assert.Matches("[12][0-9]{3}", number.Source));
        Assert.All(PublishedNumbers.All, number => Assert.Matches("(table|figure|section|page) ", number.Place));
        Assert.Equal(2.21, PublishedNumbers.Named("glorot-2010-sigmoid-mnist").Value);
    }

    [Fact]
    public void Quoted_fields_keep_their_commas_and_quotes()
    {
        File.WriteAllText(_file, Header + "a,error,\"x, \"\"y\"\"\",1.5,%,S 2010,table 1\n");
        Assert.Equal("x, \"y\"", Assert.Single(PublishedNumbers.Load(_file)).Setting);
    }

    [Fact]
    public void An_unknown_id_gives_the_known_ones()
    {
        var error = Assert.Throws<ArgumentException>(() => PublishedNumbers.Named("glorot"));
        Assert.Contains("glorot-2010-sigmoid-mnist", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id,value\n", "line 1: the header is not")]
    [InlineData(Header + "a,b,c,two,%,S,T\n", "line 2: the value is 'two'")]
    [InlineData(Header + "a,b,c,2,%,,T\n", "line 2: 'source' is empty")]
    [InlineData(Header + "a,b,c,2\n", "line 2: 4 values, expected 7")]
    [InlineData(Header + "a,b,c,2,%,S,T\na,b,c,2,%,S,T\n", "line 3: the id 'a' was used before")]
    [InlineData(Header + "\"a,b,c,2,%,S,T\n", "line 2: a quote is opened and never closed")]
    public void A_bad_line_is_named_with_what_is_wrong(string text, string expected)
    {
        File.WriteAllText(_file, text);
        Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => PublishedNumbers.Load(_file)).Message, StringComparison.Ordinal);
    }
}
