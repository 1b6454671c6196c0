using System.Text.Json.Nodes;
using ActivationNotes.Course.Checks;
using static ActivationNotes.Course.Tests.NotebookBuilder;

namespace ActivationNotes.Course.Tests.Checks;

public sealed class OutputRulesTests
{
    private const string FigureType = "application/vnd.activationnotes.figure+json";
    private const string ClaimsType = "application/vnd.activationnotes.claims+json";

    private static JsonObject Figure(string alt) => new() { ["title"] = "s(x)", ["alt"] = alt, ["table"] = new JsonObject { ["rows"] = new JsonArray(new JsonArray(1)) } };

    private static JsonObject Claims(bool holds) => new()
    {
        ["claims"] = new JsonArray(new JsonObject { ["id"] = "S1", ["sentence"] = "It stays below 1.", ["measured"] = "1.2", ["bound"] = "< 1", ["holds"] = holds }),
    };

    [Fact]
    public void Good_outputs_have_no_findings_be_their_json_an_object_or_a_text() => Assert.Empty(Check(
        Shown(FigureType, Figure("A curve.")),
        Shown(FigureType, Figure("A curve.").ToJsonString()),
        Shown(ClaimsType, Claims(holds: true)),
        Shown("text/html", "<img src='x' alt='a curve'>")));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_figure_without_alt_text_is_found(string alt) =>
        Assert.StartsWith("lesson.ipynb, cell 1: the figure \"s(x)\" has no alt text.", Assert.Single(Check(Shown(FigureType, Figure(alt)))), StringComparison.Ordinal);

    [Fact]
    public void A_claim_that_does_not_hold_is_found_with_its_numbers() => Assert.Equal(
        "lesson.ipynb, cell 1: the claim S1 does not hold: It stays below 1. Measured: 1.2; must be: < 1.",
        Assert.Single(Check(Shown(ClaimsType, Claims(holds: false)))));

    [Fact]
    public void An_empty_output_is_found() => Assert.Contains("shows something empty", Assert.Single(Check(Shown("text/plain", ""))), StringComparison.Ordinal);

    [Fact]
    public void A_picture_without_words_is_found()
    {
        Assert.Contains("<img> without alt text (x.png)", Assert.Single(Check(Shown("text/html", "<IMG src=\"x.png\">"))), StringComparison.Ordinal);
        Assert.Contains("a picture without alt text", Assert.Single(Check(Shown("image/png", "aGk="))), StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_is_found_unless_it_is_the_point()
    {
        var error = new JsonObject { ["output_type"] = "error", ["ename"] = "Error", ["evalue"] = "Boom\n at x", ["traceback"] = new JsonArray() };
        Assert.Equal("lesson.ipynb, cell 1: ended in an error: Boom", Assert.Single(Check((JsonObject)error.DeepClone())));
        Assert.Empty(OutputRules.Check(new NotebookBuilder().Code("throw", ["raises-exception"], error).Build(), "lesson.ipynb"));
    }

    private static string[] Check(params JsonObject[] outputs) =>
        [.. OutputRules.Check(new NotebookBuilder().Code("1", null, outputs).Build(), "lesson.ipynb").Select(finding => finding.ToString())];
}
