using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Sessions;

/// <summary>
/// The wire form of messages: routing frames, a delimiter, the signature, then header, parent header, metadata and content
/// ("Messaging in Jupyter", section "The wire protocol").
/// </summary>
/// <param name="key">The key of the connection file.</param>
/// <param name="clock">Dates the headers.</param>
public sealed class MessageCodec(string key, TimeProvider clock)
{
    private static readonly byte[] s_delimiter = "<IDS|MSG>"u8.ToArray();

    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);
    private readonly string _session = RandomNumberGenerator.GetHexString(32, lowercase: true);
    private int _sent;

    /// <summary>The frames of a request, and the id its replies will carry.</summary>
    /// <param name="type">"execute_request" and so on.</param>
    /// <param name="content">What it says.</param>
    /// <param name="metadata">What it says about itself; empty when null.</param>
    public (string Id, IReadOnlyList<byte[]> Frames) Encode(string type, JsonObject content, JsonObject? metadata = null)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{_session}_{Interlocked.Increment(ref _sent)}");
        var header = new JsonObject
        {
            ["msg_id"] = id,
            ["msg_type"] = type,
            ["username"] = "course",
            ["session"] = _session,
            ["date"] = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            ["version"] = "5.4",
        };
        byte[][] parts = [Bytes(header), "{}"u8.ToArray(), metadata is null ? "{}"u8.ToArray() : Bytes(metadata), Bytes(content)];
        return (id, [s_delimiter, Encoding.ASCII.GetBytes(Sign(parts)), .. parts]);
    }

    /// <summary>The message in frames; null when they are no message or not signed with the key.</summary>
    public KernelMessage? Decode(KernelChannel channel, IReadOnlyList<byte[]> frames)
    {
        var start = 0;
        while (start < frames.Count && !frames[start].AsSpan().SequenceEqual(s_delimiter)) start++;
        if (frames.Count < start + 6) return null;
        byte[][] parts = [frames[start + 2], frames[start + 3], frames[start + 4], frames[start + 5]];
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(parts)), frames[start + 1])) return null;
        try
        {
            var header = JsonText.Parse(parts[0]) as JsonObject;
            var parent = JsonText.Parse(parts[1]) as JsonObject;
            return JsonText.Parse(parts[3]) is JsonObject content && (string?)header?["msg_type"] is { } type
                ? new KernelMessage(channel, type, (string?)parent?["msg_id"] ?? "", content)
                : null;
        }
        catch (Exception error) when (error is JsonException or DecoderFallbackException)
        {
            return null;
        }
    }

    private static byte[] Bytes(JsonObject node) => Encoding.UTF8.GetBytes(JsonText.Compact(node));

    private string Sign(byte[][] parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        foreach (var part in parts) hash.AppendData(part);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
