using System.Text.Json.Nodes;
using ActivationNotes.Course.Checks;
using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Tests.Checks;

public sealed class SourceRulesTests
{
    [Fact]
    public void A_lesson_in_order_has_no_findings() => Assert.Empty(Check(_ => { }));

    public static TheoryData<string, Action<JsonObject>> Breaches => new()
    {
        { "lesson.ipynb: is not of nbformat 4.5.", node => node["nbformat_minor"] = 4 },
        { "lesson.ipynb: has \"worksheets\" beside its cells", node => node["worksheets"] = new JsonArray() },
        { "lesson.ipynb: metadata.kernelspec must be", node => node["metadata"]!["kernelspec"]!["language"] = "F#" },
        { "lesson.ipynb: metadata.language_info.name must be", node => node["metadata"]!.AsObject().Remove("language_info") },
        { "lesson.ipynb: metadata.polyglot_notebook", node => node["metadata"]!.AsObject().Remove("polyglot_notebook") },
        { "lesson.ipynb, cell 2: its id \"no spaces\"", node => node["cells"]![1]!["id"] = "no spaces" },
        { "lesson.ipynb, cell 2: its id \"\"", node => node["cells"]![1]!.AsObject().Remove("id") },
        { "lesson.ipynb, cell 2: has the id \"cell-1\" of cell 1.", node => node["cells"]![1]!["id"] = "cell-1" },
        { "lesson.ipynb, cell 1: has no \"metadata\".", node => node["cells"]![0]!.AsObject().Remove("metadata") },
        { "lesson.ipynb, cell 1: has \"outputs\", which nbformat 4.5 does not know.", node => node["cells"]![0]!["outputs"] = new JsonArray() },
        { "lesson.ipynb, cell 2: has no list \"outputs\".", node => node["cells"]![1]!.AsObject().Remove("outputs") },
        { "lesson.ipynb, cell 2: has outputs. Clear them", node => node["cells"]![1]!["outputs"]!.AsArray().Add(new JsonObject()) },
        { "lesson.ipynb, cell 2: its execution_count is not null.", node => node["cells"]![1]!["execution_count"] = 3 },
        { "lesson.ipynb, cell 2: has a tag twice.", node => node["cells"]![1]!["metadata"] = new JsonObject { ["tags"] = new JsonArray("timing", "timing") } },
        { "lesson.ipynb, cell 2: is an empty code cell.", node => node["cells"]![1]!["source"] = " \n" },
        { "lesson.ipynb, cell 2, line 2: refers to \"../lib/bin/Plotly.NET.dll\".", node => node["cells"]![1]!["source"] = "using System;\n#r \"../lib/bin/Plotly.NET.dll\"" },
        { "lesson.ipynb, cell 2, line 1: refers to \"nuget: Newtonsoft.Json, 13.0.3\".", node => node["cells"]![1]!["source"] = "#r \"nuget: Newtonsoft.Json, 13.0.3\"" },
    };

    [Theory]
    [MemberData(nameof(Breaches))]
    public void A_breach_is_named_with_its_place(string start, Action<JsonObject> damage)
    {
        var finding = Assert.Single(Check(damage));
        Assert.StartsWith(start, finding.ToString(), StringComparison.Ordinal);
    }

    private static Finding[] Check(Action<JsonObject> damage)
    {
        var node = new NotebookBuilder().Markdown("# Title").Code("#r \"../lib/bin/ActivationNotes.Charts.dll\"\n1").Build().Node;
        damage(node);
        return [.. SourceRules.Check(new Notebook("lesson", node), "lesson.ipynb")];
    }
}
