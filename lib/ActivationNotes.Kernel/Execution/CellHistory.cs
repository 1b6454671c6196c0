using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ActivationNotes.Kernel.Protocol;

namespace ActivationNotes.Kernel.Execution;

/// <summary>The sources of the cells run so far, for clients that offer them again.</summary>
internal sealed class CellHistory
{
    private readonly List<(int Count, string Source, string? Output)> _entries = [];

    /// <summary>Remembers a cell.</summary>
    /// <param name="count">The number of its execution.</param>
    /// <param name="source">Its source.</param>
    /// <param name="output">Its result as plain text; null without one.</param>
    public void Add(int count, string source, string? output) => _entries.Add((count, source, output));

    /// <summary>Answers a history_request: "tail", "search" or "range".</summary>
    public JsonObject Answer(Message request)
    {
        IEnumerable<(int Count, string Source, string? Output)> found = _entries;
        switch (request.Text("hist_access_type"))
        {
            case "range":
                // Sessions before this one are not kept; 0 and 1 both mean this one.
                var stop = request.Number("stop", int.MaxValue);
                found = request.Number("session", 0) is 0 or 1
                    ? _entries.Where(entry => entry.Count >= request.Number("start", 0) && entry.Count < stop)
                    : [];
                break;
            case "search":
                var pattern = "^" + Regex.Escape(request.Text("pattern", "*")).Replace("\\*", ".*", StringComparison.Ordinal)
                    .Replace("\\?", ".", StringComparison.Ordinal) + "$";
                found = _entries.Where(entry => Regex.IsMatch(entry.Source, pattern, RegexOptions.Singleline | RegexOptions.NonBacktracking));
                if (request.Flag("unique", false)) found = found.Reverse().DistinctBy(entry => entry.Source).Reverse();
                found = found.TakeLast(request.Number("n", int.MaxValue));
                break;
            case "tail":
                found = _entries.TakeLast(request.Number("n", int.MaxValue));
                break;
        }

        var withOutput = request.Flag("output", false);
        return new JsonObject
        {
            ["status"] = "ok",
            ["history"] = new JsonArray([.. found.Select(entry => (JsonNode)new JsonArray(
                1, entry.Count, withOutput ? new JsonArray(entry.Source, entry.Output) : entry.Source))]),
        };
    }
}
