using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Tests.Notebooks;

public sealed class JsonTextTests
{
    [Fact]
    public void A_notebook_as_nbformat_writes_it_survives_byte_for_byte()
    {
        var bytes = File.ReadAllBytes(CourseFolder.Fixture("unknown-metadata"));
        Assert.Equal(Encoding.UTF8.GetString(bytes), JsonText.Indented(JsonText.Parse(bytes)));
    }

    [Theory]
    [InlineData("1.0")]
    [InlineData("1e-07")]
    [InlineData("-0")]
    [InlineData("100000000000000000000000000000001")]
    [InlineData("\"\\ud83d\"")]
    [InlineData("\"a\\ude00b\\ud83d\"")]
    [InlineData("\"\\u0000\\u001f\\b\\f\\n\\r\\t\\\"\\\\/\"")]
    [InlineData("{\"z\":1,\"a\":{},\"m\":[]}")]
    [InlineData("[null,true,false]")]
    [InlineData("\"😀é\u2028\"")]
    public void Values_keep_their_spelling(string text) => Assert.Equal(text, JsonText.Compact(JsonText.Parse(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void Half_a_surrogate_pair_is_a_character_like_any_other()
    {
        var text = JsonText.Parse("\"a\\uD83Db\""u8)!.GetValue<string>();
        Assert.Equal("a\ud83db", text);
    }

    [Fact]
    public void Escaped_pairs_become_the_character_they_mean() =>
        Assert.Equal("😀", JsonText.Parse("\"\\ud83d\\ude00\""u8)!.GetValue<string>());

    [Theory]
    [InlineData("{")]
    [InlineData("[1,]")]
    [InlineData("1 2")]
    [InlineData("\"\\x\"")]
    public void What_is_not_JSON_is_refused(string text) =>
        Assert.ThrowsAny<JsonException>(() => JsonText.Parse(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void What_is_written_is_JSON_for_the_framework_too()
    {
        var node = new JsonObject { ["text"] = "</script>\u0001\u007f\"", ["list"] = new JsonArray(1, 2.5, null) };
        using var parsed = JsonDocument.Parse(JsonText.Indented(node));
        Assert.Equal("</script>\u0001\u007f\"", parsed.RootElement.GetProperty("text").GetString());
        Assert.Equal(3, parsed.RootElement.GetProperty("list").GetArrayLength());
    }
}
