using System.Text.Json.Nodes;

namespace ActivationNotes.Kernel.Tests.Language;

public sealed class IsCompleteTests(TestClient client) : IClassFixture<TestClient>
{
    [Theory]
    [InlineData("")]
    [InlineData("1 + 1")]
    [InlineData("var x = 1;")]
    [InlineData("int F() { return 1; }")]
    [InlineData("using System.IO;")]
    [InlineData("#r \"some.dll\"")]
    [InlineData("#!markdown\n# Title {")]
    [InlineData("// a comment")]
    public void Whole_code_is_complete(string code) => Assert.Equal("complete", (string?)Ask(code)["status"]);

    [Theory]
    [InlineData("int F() {", "    ")]
    [InlineData("int F()\n{\n    if (true)\n    {", "        ")]
    [InlineData("    Foo(", "        ")]
    [InlineData("var x =", "")]
    [InlineData("/* a comment", "")]
    [InlineData("var text = @\"first", "")]
    public void Code_that_goes_on_is_incomplete_and_the_next_line_is_indented(string code, string indent)
    {
        var reply = Ask(code);
        Assert.Equal("incomplete", (string?)reply["status"]);
        Assert.Equal(indent, (string?)reply["indent"]);
    }

    [Theory]
    [InlineData("1 + )")]
    [InlineData("}")]
    [InlineData("class { }")]
    public void Code_that_no_further_line_can_mend_is_invalid(string code) => Assert.Equal("invalid", (string?)Ask(code)["status"]);

    private JsonObject Ask(string code) => client.Request("is_complete_request", new JsonObject { ["code"] = code });
}
