using System.Text.Json.Nodes;
using ActivationNotes.Course.Checks;
using ActivationNotes.Course.Notebooks;
using static ActivationNotes.Course.Tests.NotebookBuilder;

namespace ActivationNotes.Course.Tests.Checks;

public sealed class LessonRulesTests
{
    private static JsonObject Claims => Shown("application/vnd.activationnotes.claims+json", new JsonObject { ["claims"] = new JsonArray() });

    [Fact]
    public void A_lesson_with_all_its_parts_has_no_findings() => Assert.Empty(Check(_ => { }));

    public static TheoryData<string, Action<JsonArray>> Breaches => new()
    {
        { "lesson.ipynb, cell 1: does not open with a title.", cells => cells[0]!["source"] = "## Not the title" },
        { "lesson.ipynb: has no setup cell.", cells => cells[1]!["source"] = "1 + 1" },
        { "lesson.ipynb, cell 4: refers to libraries, as the setup cell 2 does.", cells => cells[3]!["source"] = "#r \"../lib/bin/ActivationNotes.dll\"" },
        { "lesson.ipynb, cell 3: is the setup cell, but code cell 2 comes before it.", cells => cells.Insert(1, new JsonObject { ["cell_type"] = "code", ["source"] = "1 + 1" }) },
        { "lesson.ipynb: has no counterexample box.", cells => cells[2]!["source"] = "Nothing against it" },
        { "lesson.ipynb, cell 4: is the last code cell before the exercises and shows no table of claims.", cells => cells[3]!["outputs"] = new JsonArray() },
        { "lesson.ipynb: has 2 exercises; a lesson has at least 3.", cells => cells.RemoveAt(6) },
        { "lesson.ipynb, cell 4: uses firstSeed, and no cell is tagged parameters.", cells => cells[3]!["source"] = "Console.WriteLine(firstSeed);" },
        { "lesson.ipynb, cell 4: is tagged parameters, as cell 2 is.", cells => Array.ForEach([1, 3], index => Tag(cells, index)) },
        { "lesson.ipynb, cell 4: is tagged parameters and does not declare both seeds with numbers.", cells => { cells[3]!["source"] = "int firstSeed = 1;"; Tag(cells, 3); } },
        { "lesson.ipynb, cell 2: uses a seed before cell 4, which is tagged parameters, declares it.", cells => { cells[1]!["source"] = "#r \"../lib/bin/ActivationNotes.dll\"\nseedCount"; cells[3]!["source"] = "int firstSeed = 1; int seedCount = 10;"; Tag(cells, 3); } },
        { "lesson.ipynb: has no heading \"Further reading\".", cells => cells[7]!["source"] = "Further reading" },
    };

    [Theory]
    [MemberData(nameof(Breaches))]
    public void What_a_lesson_lacks_is_named(string start, Action<JsonArray> damage) =>
        Assert.StartsWith(start, Assert.Single(Check(damage)), StringComparison.Ordinal);

    [Fact]
    public void Claims_are_looked_for_in_executed_copies_alone() =>
        Assert.Empty(Check(cells => cells[3]!["outputs"] = new JsonArray(), isExecuted: false));

    private static void Tag(JsonArray cells, int index) => cells[index]!["metadata"]!["tags"]!.AsArray().Add("parameters");

    private static string[] Check(Action<JsonArray> damage, bool isExecuted = true)
    {
        var node = new NotebookBuilder()
            .Markdown("# 07 The lesson\n\nWhy?").Code("#r \"../lib/bin/ActivationNotes.dll\"").Markdown("**Counterexample box.** But.").Code("claims", null, Claims)
            .Markdown("One", "exercise").Markdown("Two", "exercise").Markdown("Three", "exercise").Markdown("## 8. Further reading").Build().Node;
        damage(node["cells"]!.AsArray());
        return [.. LessonRules.Check(new Notebook("lesson", node), "lesson.ipynb", isExecuted).Select(finding => finding.ToString())];
    }
}
