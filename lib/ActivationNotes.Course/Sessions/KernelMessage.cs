using System.Text.Json.Nodes;

namespace ActivationNotes.Course.Sessions;

/// <summary>A message of a kernel.</summary>
/// <param name="Channel">Where it came from.</param>
/// <param name="Type">"execute_reply", "stream", "status" and so on.</param>
/// <param name="ParentId">The id of the request that caused it; empty when there was none.</param>
/// <param name="Content">What it says.</param>
public sealed record KernelMessage(KernelChannel Channel, string Type, string ParentId, JsonObject Content)
{
    /// <summary>A text of the content; empty when it is missing or no text.</summary>
    public string Text(string property) => Content[property] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    /// <summary>A whole number of the content; null when it is missing or none.</summary>
    public int? Number(string property) => Content[property] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;
}
