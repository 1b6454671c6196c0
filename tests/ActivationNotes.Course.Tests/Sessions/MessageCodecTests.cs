using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ActivationNotes.Course.Sessions;

namespace ActivationNotes.Course.Tests.Sessions;

public sealed class MessageCodecTests
{
    private static readonly MessageCodec s_codec = new("secret", TimeProvider.System);

    [Fact]
    public void The_signature_is_the_hmac_of_the_four_parts_in_lower_case()
    {
        var (_, frames) = s_codec.Encode("execute_request", new JsonObject { ["code"] = "1" });
        var parts = frames.Skip(2).SelectMany(part => part).ToArray();
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData("secret"u8, parts));
        Assert.Equal("<IDS|MSG>", Encoding.ASCII.GetString(frames[0]));
        Assert.Equal(expected, Encoding.ASCII.GetString(frames[1]));
    }

    [Fact]
    public void A_message_comes_back_as_it_was_sent()
    {
        var (_, frames) = s_codec.Encode("stream", new JsonObject { ["text"] = "half a pair: \ud83d" });
        var message = s_codec.Decode(KernelChannel.Iopub, [Encoding.ASCII.GetBytes("topic"), .. frames]);
        Assert.Equal("stream", message!.Type);
        Assert.Equal("half a pair: \ud83d", message.Text("text"));
        Assert.Equal(KernelChannel.Iopub, message.Channel);
    }

    [Fact]
    public void A_message_signed_with_another_key_is_dropped()
    {
        var (_, frames) = new MessageCodec("another", TimeProvider.System).Encode("status", []);
        Assert.Null(s_codec.Decode(KernelChannel.Iopub, frames));
    }

    [Fact]
    public void A_changed_message_is_dropped()
    {
        var (_, frames) = s_codec.Encode("status", []);
        byte[][] changed = [.. frames];
        changed[5] = "{\"execution_state\":\"idle\"}"u8.ToArray();
        Assert.Null(s_codec.Decode(KernelChannel.Iopub, changed));
    }

    [Fact]
    public void Ids_differ()
    {
        var ids = Enumerable.Range(0, 100).Select(_ => s_codec.Encode("status", []).Id).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }
}
