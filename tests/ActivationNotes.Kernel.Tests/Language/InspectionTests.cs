using System.Text.Json.Nodes;

namespace ActivationNotes.Kernel.Tests.Language;

public sealed class InspectionTests(TestClient client) : IClassFixture<TestClient>
{
    [Theory]
    [InlineData("Math.Sin(1)", 7, "double Math.Sin(double a)")]
    [InlineData("Math.Sin(1)", 7, "sine of the specified angle")]
    [InlineData("Math.Sin(", 9, "double Math.Sin(double a)")]
    [InlineData("display(1)", 3, "Displays a value.")]
    [InlineData("var x = 5;\nx", 12, "int x")]
    public void It_shows_signature_and_documentation(string code, int cursor, string expected) => Assert.Contains(expected, Inspect(code, cursor), StringComparison.Ordinal);

    [Fact]
    public void Its_parts_are_paragraphs()
    {
        var paragraphs = Inspect("Math.Sin(1)", 7)!.Split("\n\n");
        Assert.StartsWith("double Math.Sin", paragraphs[0], StringComparison.Ordinal);
        Assert.StartsWith("Returns the sine", paragraphs[1], StringComparison.Ordinal);
        Assert.StartsWith("Returns:\n  The sine", paragraphs[2], StringComparison.Ordinal);
    }

    [Fact]
    public void It_shows_the_documentation_a_cell_gives_its_own_functions()
    {
        client.Execute("/// <summary>The slope of the curve.</summary>\n/// <param name=\"x\">A place.</param>\ndouble Slope(double x) => x;\nvar steepness = 2.5;");
        var text = Inspect("Slope(1)", 3);
        Assert.Contains("double Slope(double x)", text, StringComparison.Ordinal);
        Assert.Contains("The slope of the curve.", text, StringComparison.Ordinal);
        Assert.Contains("double steepness", Inspect("steepness", 3), StringComparison.Ordinal);
    }

    [Fact]
    public void It_shows_the_documentation_beside_a_library()
    {
        TestAssembly.Compile(Path.Combine(client.Folder, "Documented.dll"),
            "/// <summary>Knows the answer.</summary>\npublic static class Oracle { /// <summary>Forty-two.</summary>\npublic static int Answer(int question) => 42; }");
        client.Execute("#r \"Documented.dll\"");
        var text = Inspect("Oracle.Answer(1)", 9);
        Assert.Contains("int Oracle.Answer(int question)", text, StringComparison.Ordinal);
        Assert.Contains("Forty-two.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("   ", 2)]
    [InlineData("nothing_known", 4)]
    [InlineData("// a comment", 5)]
    public void What_has_no_meaning_is_not_found(string code, int cursor)
    {
        var reply = client.Request("inspect_request", new JsonObject { ["code"] = code, ["cursor_pos"] = cursor });
        Assert.Equal("ok", (string?)reply["status"]);
        Assert.False((bool?)reply["found"]);
        Assert.Empty(reply["data"]!.AsObject());
    }

    private string? Inspect(string code, int cursor) => (string?)client.Request("inspect_request",
        new JsonObject { ["code"] = code, ["cursor_pos"] = cursor, ["detail_level"] = 0 })["data"]!["text/plain"];
}
