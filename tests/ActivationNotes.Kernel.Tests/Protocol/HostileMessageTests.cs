using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace ActivationNotes.Kernel.Tests.Protocol;

/// <summary>Whatever arrives, the kernel goes on: each test ends with a cell that runs.</summary>
public sealed class HostileMessageTests(TestClient client) : IClassFixture<TestClient>
{
    private const string Header = """{"msg_id":"hostile","session":"s","username":"u","date":"","version":"5.3","msg_type":"execute_request"}""";

    [Theory]
    [InlineData("no parts")]
    [InlineData("one part", "{}")]
    [InlineData("no JSON", Header, "{}", "{}", "{\"code\": ")]
    [InlineData("no objects", "[]", "3", "null", "\"x\"")]
    [InlineData("a header without a type", "{}", "{}", "{}", "{}")]
    [InlineData("a type that is no text", """{"msg_type":7}""", "{}", "{}", "{}")]
    [InlineData("code that is no text", Header, "{}", "{}", """{"code":[1,{"a":null}],"silent":"perhaps","user_expressions":{"a":5,"b":null,"c":{}}}""")]
    [InlineData("metadata that is no text", Header, "{}", """{"notebook":{},"cell":"x"}""", """{"code":"1"}""")]
    [InlineData("a name given twice", Header, "{}", "{}", """{"code":"1","code":"2","x":{"y":1,"y":2}}""")]
    [InlineData("half a surrogate pair in a name", Header, "{}", "{}", """{"code":"1","\ud83d":1}""")]
    [InlineData("half a surrogate pair in the header", """{"msg_id":"\udc00","msg_type":"execute_request"}""", "{}", "{}", """{"code":"1"}""")]
    [InlineData("numbers too large", """{"msg_type":"history_request"}""", "{}", "{}", """{"hist_access_type":"tail","n":1e999}""")]
    [InlineData("an unknown type", """{"msg_type":"format_disk_request"}""", "{}", "{}", "{}")]
    [InlineData("a negative place", """{"msg_type":"complete_request"}""", "{}", "{}", """{"code":"abc","cursor_pos":-5}""")]
    [InlineData("a place behind the end", """{"msg_type":"inspect_request"}""", "{}", "{}", """{"code":"abc","cursor_pos":5000}""")]
    [InlineData("an unknown history", """{"msg_type":"history_request"}""", "{}", "{}", """{"hist_access_type":3,"n":-1}""")]
    public void A_signed_message_that_is_malformed_is_survived(string what, params string[] parts)
    {
        client.SendParts([.. parts.Select(Encoding.UTF8.GetBytes)]);
        Lives(what);
    }

    [Fact]
    public void Frames_that_are_no_message_are_survived()
    {
        client.SendFrames([[]]);
        client.SendFrames("<IDS|MSG>"u8.ToArray());
        client.SendFrames([.. Enumerable.Range(0, 1000).Select(_ => Array.Empty<byte>())]);
        client.SendFrames([[0xff, 0xfe], "<IDS|MSG>"u8.ToArray(), [1], [2], [3], [4], [5]]);
        Lives("frames");
    }

    [Fact]
    public void Bytes_that_are_no_text_and_nesting_without_end_are_survived()
    {
        client.SendParts(Encoding.UTF8.GetBytes(Header), "{}"u8.ToArray(), "{}"u8.ToArray(), [.. "{\"code\":\"//"u8, 0xff, 0xc3, .. "\"}"u8]);
        client.SendParts(Encoding.UTF8.GetBytes(Header), "{}"u8.ToArray(), "{}"u8.ToArray(),
            Encoding.UTF8.GetBytes("{\"code\":" + new string('[', 100_000) + new string(']', 100_000) + "}"));
        Lives("bytes");
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("\u0000\u0001\u0002\u0003")]
    public void Something_else_that_connects_to_the_ports_is_survived(string greeting)
    {
        foreach (var port in client.Ports)
        {
            using var socket = new TcpClient("127.0.0.1", port);
            socket.GetStream().Write(Encoding.Latin1.GetBytes(greeting));
        }

        Assert.Equal("ping"u8.ToArray(), client.Beat("ping"u8.ToArray()));
        Lives("sockets");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_peer_whose_handshake_holds_a_negative_length_harms_nobody_else(int port)
    {
        byte[] ready = [5, .. "READY"u8, 11, .. "Socket-Type"u8, 0xff, 0xff, 0xff, 0xff];
        // The greeting of ZMTP 3.0: signature, version, mechanism, no server, filler.
        byte[] greeting = [0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f, 3, 0, .. "NULL"u8, .. new byte[16], 0, .. new byte[31]];
        using var socket = new TcpClient("127.0.0.1", client.Ports[port]);
        socket.GetStream().Write([.. greeting, 4, (byte)ready.Length, .. ready]);
        Thread.Sleep(200);
        Assert.Equal("ping"u8.ToArray(), client.Beat("ping"u8.ToArray()));
        Assert.Equal("ok", (string?)client.Request("kernel_info_request", [], control: true)["status"]);
        Lives("a negative length");
    }

    [Fact]
    public void Half_a_surrogate_pair_in_code_is_run_and_its_output_arrives_as_text()
    {
        var header = Header.Replace("hostile", "half a pair", StringComparison.Ordinal);
        client.SendParts(Encoding.UTF8.GetBytes(header), "{}"u8.ToArray(), "{}"u8.ToArray(), """{"code":"Console.Write(\"a\ud83db\" + (int)\"\ud83d\"[0]);"}"""u8.ToArray());
        client.CollectUntilIdle("half a pair");
        Assert.Equal("a\ufffdb55357", client.Stream("stdout"));
        Lives("code");
    }

    [Theory]
    [InlineData("is_complete_request")]
    [InlineData("execute_request")]
    public void Code_nested_too_deep_for_the_compiler_gets_an_answer(string type)
    {
        var deep = new string('(', 3_000) + "1" + new string(')', 3_000);
        var reply = client.Request(type, new JsonObject { ["code"] = deep });
        Assert.Contains((string?)reply["status"], (string[])["ok", "error", "invalid", "complete"]);
        Lives("depth");
    }

    [Fact]
    public void A_pattern_made_to_take_for_ever_is_answered()
    {
        client.Execute("// " + new string('a', 2000));
        var reply = client.Request("history_request", new JsonObject
        {
            ["hist_access_type"] = "search",
            ["pattern"] = string.Concat(Enumerable.Repeat("*a", 30)) + "b",
        });
        Assert.Equal("ok", (string?)reply["status"]);
    }

    private void Lives(string what)
    {
        var reply = client.Execute("6 * 7");
        Assert.True((string?)reply["status"] == "ok", what);
        Assert.Equal("42", client.Result("text/plain"));
    }
}
