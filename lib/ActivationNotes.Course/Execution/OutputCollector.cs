using System.Globalization;
using System.Text.Json.Nodes;
using ActivationNotes.Course.Notebooks;
using ActivationNotes.Course.Sessions;

namespace ActivationNotes.Course.Execution;

/// <summary>Turns the output messages of a notebook's cells into the outputs nbformat stores.</summary>
/// <param name="spill">Where the whole of a truncated stream goes.</param>
public sealed class OutputCollector(OutputSpill spill)
{
    private readonly Dictionary<string, List<JsonObject>> _displays = [];
    private readonly List<JsonObject> _outputs = [];
    private readonly List<StreamText> _streams = [];
    private readonly Dictionary<string, StreamText> _open = [];
    private int _cell;
    private int _values;
    private bool _clearBeforeNext;

    /// <summary>Begins with the outputs of a cell.</summary>
    /// <param name="cell">Its number.</param>
    public void Begin(int cell)
    {
        (_cell, _values) = (cell, 0);
        Clear();
    }

    /// <summary>Takes a message of the cell.</summary>
    public void Add(KernelMessage message)
    {
        switch (message.Type)
        {
            case "stream":
                ClearIfDue();
                Stream(message.Text("name") is "stderr" ? "stderr" : "stdout").Append(message.Text("text"));
                break;
            case "display_data":
                AddOutput(Register(message, Bundle(message, "display_data")));
                break;
            case "execute_result":
                AddOutput(Register(message, Bundle(message, "execute_result")));
                break;
            case "update_display_data":
                Update(message);
                break;
            case "error":
                AddOutput(new JsonObject
                {
                    ["ename"] = message.Text("ename"),
                    ["evalue"] = message.Text("evalue"),
                    ["output_type"] = "error",
                    ["traceback"] = message.Content["traceback"] is JsonArray lines ? lines.DeepClone() : new JsonArray(),
                });
                break;
            case "clear_output":
                if (message.Content["wait"] is JsonValue wait && wait.TryGetValue<bool>(out var later) && later) _clearBeforeNext = true;
                else Clear();
                break;
            default:
                // Comms and whatever else needs a live front end has no place in a stored notebook.
                break;
        }
    }

    /// <summary>The outputs of the cell, as nbformat stores them.</summary>
    public JsonArray End()
    {
        foreach (var stream in _streams) stream.Close();
        var outputs = new JsonArray([.. _outputs]);
        _outputs.Clear();
        _streams.Clear();
        _open.Clear();
        return outputs;
    }

    // Front ends merge what a cell prints. Within a run of streams each of the two becomes one output, so that
    // the order in which the kernel's buffers happened to be flushed leaves no trace.
    private StreamText Stream(string name)
    {
        if (_open.TryGetValue(name, out var stream)) return stream;
        var node = new JsonObject { ["name"] = name, ["output_type"] = "stream", ["text"] = new JsonArray() };
        var earlier = _streams.Count(other => other.Name == name);
        var file = string.Create(CultureInfo.InvariantCulture, $"{FileOf(_cell)}.{name}{(earlier == 0 ? "" : $"-{earlier + 1}")}.txt");
        stream = new StreamText(name, node, () => spill.Open(file), spill.FinalName(file));
        _open.Add(name, stream);
        _streams.Add(stream);
        _outputs.Add(node);
        return stream;
    }

    private void AddOutput(JsonObject output)
    {
        ClearIfDue();
        _open.Clear();
        _outputs.Add(output);
    }

    private void ClearIfDue()
    {
        if (_clearBeforeNext) Clear();
    }

    private void Clear()
    {
        _clearBeforeNext = false;
        foreach (var stream in _streams) stream.Close();
        spill.Forget(FileOf(_cell));
        _outputs.Clear();
        _streams.Clear();
        _open.Clear();
    }

    private JsonObject Bundle(KernelMessage message, string kind)
    {
        var output = new JsonObject { ["data"] = Data(message) };
        if (kind == "execute_result") output["execution_count"] = message.Number("execution_count");
        output["metadata"] = message.Content["metadata"] is JsonObject metadata ? metadata.DeepClone() : new JsonObject();
        output["output_type"] = kind;
        return output;
    }

    private JsonObject Data(KernelMessage message)
    {
        var data = new JsonObject();
        if (message.Content["data"] is not JsonObject given) return data;
        foreach (var (type, content) in given)
        {
            var isJson = type == "application/json" || type.EndsWith("+json", StringComparison.Ordinal);
            if (isJson || content is not JsonValue value || !value.TryGetValue<string>(out var text)) data[type] = content?.DeepClone();
            else data[type] = type == "text/plain" && StreamText.IsTooLong(text) ? CutOff(text) : NotebookText.Split(text);
        }

        return data;
    }

    // A long value is as much of a burden to a notebook as a long stream.
    private JsonArray CutOff(string text)
    {
        var holder = new JsonObject();
        var file = string.Create(CultureInfo.InvariantCulture, $"{FileOf(_cell)}.value{(_values++ == 0 ? "" : $"-{_values}")}.txt");
        var stream = new StreamText("value", holder, () => spill.Open(file), spill.FinalName(file));
        stream.Append(text);
        stream.Close();
        var lines = holder["text"]!.AsArray();
        holder.Clear();
        return lines;
    }

    private JsonObject Register(KernelMessage message, JsonObject output)
    {
        if (DisplayId(message) is not { } id) return output;
        if (!_displays.TryGetValue(id, out var shown)) _displays.Add(id, shown = []);
        shown.Add(output);
        return output;
    }

    private void Update(KernelMessage message)
    {
        if (DisplayId(message) is not { } id || !_displays.TryGetValue(id, out var shown)) return;
        foreach (var output in shown)
        {
            output["data"] = Data(message);
            output["metadata"] = message.Content["metadata"] is JsonObject metadata ? metadata.DeepClone() : new JsonObject();
        }
    }

    private static string FileOf(int cell) => string.Create(CultureInfo.InvariantCulture, $"cell-{cell:00}");

    private static string? DisplayId(KernelMessage message) =>
        message.Content["transient"]?["display_id"] is JsonValue value && value.TryGetValue<string>(out var id) ? id : null;
}
