using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ActivationNotes.Course.Notebooks;

/// <summary>
/// JSON in the form Jupyter gives its files. System.Text.Json refuses strings with half a surrogate pair, which Python writes;
/// here they stay what they are. Numbers keep their spelling and keys their order. Not kept are the spaces between tokens, the
/// spelling of escapes, and all but the last of several members of one name: where every byte counts, see <see cref="Notebook.ToText"/>.
/// </summary>
public static class JsonText
{
    /// <summary>How deep values may lie in one another.</summary>
    internal const int MaxDepth = 256;

    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads one JSON value.</summary>
    /// <param name="utf8">The bytes, without byte order mark.</param>
    /// <exception cref="JsonException">It is not JSON; carries line and byte position.</exception>
    public static JsonNode? Parse(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        reader.Read();
        var value = Value(ref reader);
        reader.Read();
        return value;
    }

    /// <summary>The text of a notebook file: indented by one space, ended by a line feed.</summary>
    public static string Indented(JsonNode? node)
    {
        var text = new StringBuilder();
        Append(text, node, depth: 0);
        return text.Append('\n').ToString();
    }

    /// <summary>The text of a value somewhere in a file.</summary>
    /// <param name="node">The value.</param>
    /// <param name="depth">How many values it lies in.</param>
    /// <param name="indentation">What the file puts before a line for each of them.</param>
    internal static string Indented(JsonNode? node, int depth, string indentation)
    {
        var text = new StringBuilder();
        Append(text, node, depth);
        if (indentation == " ") return text.ToString();
        // No text holds a line feed as such: every line begins with the spaces of its depth.
        var lines = text.ToString().Split('\n');
        for (var index = 1; index < lines.Length; index++)
        {
            var rest = lines[index].TrimStart(' ');
            lines[index] = string.Concat(Enumerable.Repeat(indentation, lines[index].Length - rest.Length)) + rest;
        }

        return string.Join('\n', lines);
    }

    /// <summary>The text on one line, without spaces, as messages carry it.</summary>
    public static string Compact(JsonNode? node)
    {
        var text = new StringBuilder();
        Append(text, node, depth: -1);
        return text.ToString();
    }

    private static JsonNode? Value(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new JsonObject();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = Text(ref reader);
                    reader.Read();
                    members[name] = Value(ref reader);
                }

                return members;
            case JsonTokenType.StartArray:
                var items = new JsonArray();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(Value(ref reader));
                return items;
            case JsonTokenType.String:
                return JsonValue.Create(Text(ref reader));
            case JsonTokenType.Null:
                return null;
            default:
                return JsonValue.Create(JsonElement.ParseValue(ref reader));
        }
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        var raw = s_strict.GetString(reader.ValueSpan);
        if (!reader.ValueIsEscaped) return raw;
        var text = new StringBuilder(raw.Length);
        for (var index = 0; index < raw.Length; index++)
        {
            if (raw[index] != '\\')
            {
                text.Append(raw[index]);
                continue;
            }

            index++;
            text.Append(raw[index] switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => (char)int.Parse(raw.AsSpan(index + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                var same => same,
            });
            if (raw[index] == 'u') index += 4;
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonNode? node, int depth)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject members:
                AppendAll(text, members, depth, '{', '}', (member, inner) =>
                {
                    AppendString(text, member.Key);
                    text.Append(depth < 0 ? ":" : ": ");
                    Append(text, member.Value, inner);
                });
                break;
            case JsonArray items:
                AppendAll(text, items, depth, '[', ']', (item, inner) => Append(text, item, inner));
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                AppendString(text, value.GetValue<string>());
                break;
            default:
                text.Append(node.ToJsonString());
                break;
        }
    }

    private static void AppendAll<T>(StringBuilder text, ICollection<T> parts, int depth, char open, char close, Action<T, int> append)
    {
        text.Append(open);
        var first = true;
        foreach (var part in parts)
        {
            if (!first) text.Append(',');
            first = false;
            if (depth >= 0) text.Append('\n').Append(' ', depth + 1);
            append(part, depth < 0 ? depth : depth + 1);
        }

        if (parts.Count > 0 && depth >= 0) text.Append('\n').Append(' ', depth);
        text.Append(close);
    }

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        for (var index = 0; index < value.Length; index++)
        {
            var character = value[index];
            switch (character)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\b': text.Append("\\b"); break;
                case '\f': text.Append("\\f"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case < ' ':
                    text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
                    break;
                default:
                    if (char.IsHighSurrogate(character) && index + 1 < value.Length && char.IsLowSurrogate(value[index + 1]))
                        text.Append(character).Append(value[++index]);
                    else if (char.IsSurrogate(character))
                        text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
                    else
                        text.Append(character);
                    break;
            }
        }

        text.Append('"');
    }
}
