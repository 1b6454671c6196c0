using System.Text.Json.Nodes;
using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Tests;

/// <summary>Makes notebooks that keep every rule, for tests that break one.</summary>
public sealed class NotebookBuilder
{
    private readonly JsonArray _cells = [];

    public NotebookBuilder Markdown(string source, params string[] tags) => Add("markdown", source, tags, []);

    public NotebookBuilder Code(string source, string[]? tags = null, params JsonObject[] outputs) => Add("code", source, tags ?? [], outputs);

    public static JsonObject Shown(string mimeType, JsonNode content) => new()
    {
        ["data"] = new JsonObject { [mimeType] = content },
        ["metadata"] = new JsonObject(),
        ["output_type"] = "display_data",
    };

    public static JsonObject Answer(string exercise, bool passed) =>
        Shown("application/vnd.activationnotes.exercise+json", new JsonObject { ["exercise"] = exercise, ["passed"] = passed });

    public Notebook Build() => new("lesson", new JsonObject
    {
        ["cells"] = _cells.DeepClone(),
        ["metadata"] = new JsonObject
        {
            ["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" },
            ["language_info"] = new JsonObject { ["name"] = "C#" },
            ["polyglot_notebook"] = new JsonObject { ["kernelInfo"] = new JsonObject { ["defaultKernelName"] = "csharp" } },
        },
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    });

    private NotebookBuilder Add(string kind, string source, string[] tags, JsonObject[] outputs)
    {
        var cell = new JsonObject
        {
            ["cell_type"] = kind,
            ["id"] = $"cell-{_cells.Count + 1}",
            ["metadata"] = new JsonObject { ["tags"] = new JsonArray([.. tags.Select(tag => (JsonNode)tag)]) },
            ["source"] = source,
        };
        if (kind == "code")
        {
            cell["execution_count"] = null;
            cell["outputs"] = new JsonArray([.. outputs]);
        }

        _cells.Add(cell);
        return this;
    }
}
