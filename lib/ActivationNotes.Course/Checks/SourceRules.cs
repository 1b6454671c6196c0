using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Checks;

/// <summary>What a lesson's file must be before it is run: cleared, valid nbformat 4.5, openable in every host.</summary>
public static partial class SourceRules
{
    private static readonly string[] s_rootKeys = ["cells", "metadata", "nbformat", "nbformat_minor"];
    private static readonly string[] s_proseKeys = ["attachments", "cell_type", "id", "metadata", "source"];
    private static readonly string[] s_codeKeys = ["cell_type", "execution_count", "id", "metadata", "outputs", "source"];

    private static readonly string[] s_libraries = ["ActivationNotes.dll", "ActivationNotes.Charts.dll", "ActivationNotes.Layers.dll", "MathNet.Numerics.dll"];

    /// <summary>What a notebook breaks.</summary>
    /// <param name="notebook">The notebook as it is in the repository.</param>
    /// <param name="file">What findings call it.</param>
    public static IEnumerable<Finding> Check(Notebook notebook, string file) =>
        Format(notebook.Node, file).Concat(Hosts(notebook.Node, file)).Concat(Cells(notebook, file));

    private static IEnumerable<Finding> Format(JsonObject node, string file)
    {
        if (!Is(node["nbformat"], 4) || !Is(node["nbformat_minor"], 5))
            yield return new Finding(file, null, null, "is not of nbformat 4.5. Set \"nbformat\": 4 and \"nbformat_minor\": 5, and give every cell an id.");
        foreach (var key in node.Select(pair => pair.Key).Except(s_rootKeys))
            yield return new Finding(file, null, null, $"has \"{key}\" beside its cells, which nbformat 4.5 does not know. Move it into \"metadata\".");
    }

    private static IEnumerable<Finding> Hosts(JsonObject node, string file)
    {
        var metadata = node["metadata"] as JsonObject;
        var kernel = metadata?["kernelspec"] as JsonObject;
        if (Text(kernel?["name"]) != ".net-csharp" || Text(kernel?["language"]) != "C#" || string.IsNullOrEmpty(Text(kernel?["display_name"])))
            yield return new Finding(file, null, null, "metadata.kernelspec must be {\"display_name\": \".NET (C#)\", \"language\": \"C#\", \"name\": \".net-csharp\"}, or hosts do not know what opens it.");
        if (metadata?["language_info"] is not JsonObject language || Text(language["name"]) is not ("C#" or "csharp" or "polyglot-notebook"))
            yield return new Finding(file, null, null, "metadata.language_info.name must be \"C#\", or Jupyter does not colour the code.");
        if (metadata?["polyglot_notebook"]?["kernelInfo"]?["defaultKernelName"] is not { } kernelName || Text(kernelName) != "csharp")
            yield return new Finding(file, null, null, "metadata.polyglot_notebook.kernelInfo.defaultKernelName must be \"csharp\", or VS Code's Polyglot Notebooks asks for a language.");
    }

    private static IEnumerable<Finding> Cells(Notebook notebook, string file)
    {
        var ids = new Dictionary<string, int>();
        foreach (var cell in notebook.Cells)
        {
            Finding Found(string problem, int? line = null) => new(file, cell.Number, line, problem);
            if (!Id().IsMatch(cell.Id)) yield return Found($"its id \"{cell.Id}\" is not 1 to 64 letters, digits, - or _.");
            else if (!ids.TryAdd(cell.Id, cell.Number)) yield return Found($"has the id \"{cell.Id}\" of cell {ids[cell.Id]}. Give it another.");
            if (cell.Node["metadata"] is null) yield return Found("has no \"metadata\". Add {} at least.");
            foreach (var tag in cell.Tags.Where(tag => tag.Length == 0 || tag.Contains(',', StringComparison.Ordinal))) yield return Found($"the tag \"{tag}\" is empty or has a comma.");
            if (cell.Node["metadata"]?["tags"] is JsonArray tags && tags.Count > cell.Tags.Count) yield return Found("has a tag twice.");
            foreach (var key in cell.Node.Select(pair => pair.Key).Except(cell.Kind == CellKind.Code ? s_codeKeys : s_proseKeys))
                yield return Found($"has \"{key}\", which nbformat 4.5 does not know. Move it into \"metadata\".");
            if (cell.Kind != CellKind.Code) continue;

            if (cell.Node["outputs"] is not JsonArray outputs) yield return Found("has no list \"outputs\". Add [].");
            else if (outputs.Count > 0) yield return Found("has outputs. Clear them: jupyter nbconvert --clear-output --inplace, or \"Clear All Outputs\" in the editor.");
            if (!cell.Node.ContainsKey("execution_count") || cell.Node["execution_count"] is not null) yield return Found("its execution_count is not null. Clear the outputs.");
            if (string.IsNullOrWhiteSpace(cell.Source)) yield return Found("is an empty code cell. Remove it.");
            foreach (var (line, reference) in References(cell.Source).Where(found => !s_libraries.Contains(FileName(found.Reference))))
                yield return Found($"refers to \"{reference}\". Lessons refer to {string.Join(", ", s_libraries)} alone.", line);
        }
    }

    private static IEnumerable<(int Line, string Reference)> References(string source)
    {
        var lines = source.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            if (Reference().Match(lines[index]) is { Success: true } match) yield return (index + 1, match.Groups["path"].Value);
        }
    }

    private static string FileName(string reference) => reference[(reference.LastIndexOfAny(['/', '\\']) + 1)..];

    private static bool Is(JsonNode? node, int number) => node is JsonValue value && value.TryGetValue<int>(out var found) && found == number;

    private static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    [GeneratedRegex("^[a-zA-Z0-9_-]{1,64}$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex("""^\s*#r\s+"(?<path>[^"]*)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
