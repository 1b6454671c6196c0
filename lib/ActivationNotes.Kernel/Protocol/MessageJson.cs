using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ActivationNotes.Kernel.Protocol;

/// <summary>
/// Reads the parts of messages at once and whole, so that nothing in them can fail later: System.Text.Json looks at texts and
/// at names given twice only when asked for them. Bytes that are no UTF-8 become U+FFFD; of a name given twice the last value
/// counts, as in Python.
/// </summary>
internal static class MessageJson
{
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 256 };

    /// <summary>Reads an object.</summary>
    /// <param name="bytes">Its text.</param>
    /// <exception cref="JsonException">It is not JSON, or no object.</exception>
    public static JsonObject ReadObject(ReadOnlySpan<byte> bytes)
    {
        using var document = JsonDocument.Parse(Encoding.UTF8.GetString(bytes), s_options);
        try
        {
            return Node(document.RootElement) as JsonObject ?? throw new JsonException("It is no object.");
        }
        catch (InvalidOperationException error)
        {
            throw new JsonException("It holds a name with half a surrogate pair.", error);
        }
    }

    private static JsonNode? Node(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new JsonObject();
                foreach (var member in element.EnumerateObject()) members[member.Name] = Node(member.Value);
                return members;
            case JsonValueKind.Array:
                return new JsonArray([.. element.EnumerateArray().Select(Node)]);
            case JsonValueKind.String:
                return JsonValue.Create(Text(element));
            case JsonValueKind.Null:
                return null;
            default:
                return JsonValue.Create(element.Clone());
        }
    }

    private static string Text(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, which JSON allows and Python writes, is no text to System.Text.Json. The escapes of JSON are
            // all escapes of regular expressions, which do not mind.
            return Regex.Unescape(element.GetRawText()[1..^1]);
        }
    }
}
