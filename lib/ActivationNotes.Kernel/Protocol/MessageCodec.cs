using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ActivationNotes.Kernel.Protocol;

/// <summary>
/// The wire form of messages: routing frames, a delimiter, the signature, then header, parent header, metadata and content.
/// Source: "Messaging in Jupyter", section "The wire protocol".
/// </summary>
internal sealed class MessageCodec(string key, TimeProvider clock)
{
    private static readonly byte[] s_delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly byte[] s_emptyObject = "{}"u8.ToArray();

    // Lone surrogates become replacement characters, and nothing is escaped that need not be: outputs are mostly markup.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);
    private readonly string _session = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    private long _count;

    /// <summary>The frames of a message of this kernel.</summary>
    /// <param name="identities">The routing frames; for published messages the topic.</param>
    /// <param name="type">The message's type.</param>
    /// <param name="parent">The header of the request that caused it; empty when none did.</param>
    /// <param name="content">The content.</param>
    /// <param name="metadata">The metadata; empty when null.</param>
    public IReadOnlyList<byte[]> Encode(
        IEnumerable<byte[]> identities, string type, byte[]? parent, JsonObject content, JsonObject? metadata = null)
    {
        var header = Bytes(new JsonObject
        {
            ["msg_id"] = string.Create(CultureInfo.InvariantCulture, $"{_session}_{Interlocked.Increment(ref _count)}"),
            ["session"] = _session,
            ["username"] = "kernel",
            ["date"] = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            ["msg_type"] = type,
            ["version"] = ProtocolVersion,
        });
        byte[][] parts = [header, parent ?? s_emptyObject, metadata is null ? s_emptyObject : Bytes(metadata), Bytes(content)];
        return [.. identities, s_delimiter, Sign(parts), .. parts];
    }

    /// <summary>The version of the protocol this kernel speaks.</summary>
    public const string ProtocolVersion = "5.4";

    /// <summary>The message in these frames; null, with the reason, when it is malformed or its signature is wrong.</summary>
    public Message? Decode(IReadOnlyList<byte[]> frames, out string? reason)
    {
        var delimiter = 0;
        while (delimiter < frames.Count && !frames[delimiter].AsSpan().SequenceEqual(s_delimiter)) delimiter++;
        if (frames.Count < delimiter + 6)
        {
            reason = "it has too few frames";
            return null;
        }

        byte[][] parts = [.. frames.Skip(delimiter + 2).Take(4)];
        if (!CryptographicOperations.FixedTimeEquals(frames[delimiter + 1], Sign(parts)))
        {
            reason = "its signature is wrong";
            return null;
        }

        try
        {
            reason = null;
            var header = MessageJson.ReadObject(parts[0]);
            return new Message([.. frames.Take(delimiter)], Bytes(header), header, MessageJson.ReadObject(parts[2]), MessageJson.ReadObject(parts[3]));
        }
        catch (JsonException)
        {
            reason = "its parts are not JSON objects";
            return null;
        }
    }

    private byte[] Sign(byte[][] parts)
    {
        if (_key.Length == 0) return [];
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        foreach (var part in parts) hash.AppendData(part);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static byte[] Bytes(JsonObject node)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, s_options)) node.WriteTo(writer);
        return stream.ToArray();
    }
}
