using System.Text.Json.Nodes;

namespace ActivationNotes.Kernel.Protocol;

/// <summary>A message as it arrived.</summary>
/// <param name="Identities">The routing frames: where a reply must go.</param>
/// <param name="HeaderBytes">The header as bytes, to be quoted as parent of everything the message causes.</param>
/// <param name="Header">The header.</param>
/// <param name="Metadata">The metadata.</param>
/// <param name="Content">The content.</param>
internal sealed record Message(
    IReadOnlyList<byte[]> Identities, byte[] HeaderBytes, JsonObject Header, JsonObject Metadata, JsonObject Content)
{
    /// <summary>"execute_request" and so on; empty when the header lacks it.</summary>
    public string Type => TextOf(Header, "msg_type", "");

    /// <summary>A text of the content, or another when it is missing or no text.</summary>
    public string Text(string property, string otherwise = "") => TextOf(Content, property, otherwise);

    /// <summary>A truth value of the content, or another when it is missing or none.</summary>
    public bool Flag(string property, bool otherwise) =>
        Content[property] is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag : otherwise;

    /// <summary>A whole number of the content, or another when it is missing or none.</summary>
    public int Number(string property, int otherwise) =>
        Content[property] is JsonValue value && value.TryGetValue<int>(out var number) ? number : otherwise;

    private static string TextOf(JsonObject node, string property, string otherwise) =>
        node[property] is JsonValue value && value.TryGetValue<string>(out var text) ? text : otherwise;
}
