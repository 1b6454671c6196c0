using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ActivationNotes.Kernel.Protocol;

/// <summary>
/// Where a kernel listens and how its messages are signed: the content of a connection file.
/// A class, not a record: its text must never show the key.
/// </summary>
internal sealed class ConnectionInfo
{
    /// <summary>The network address to bind to, as the file says it ("127.0.0.1").</summary>
    public required string Ip { get; init; }

    /// <summary>The port of requests.</summary>
    public required int ShellPort { get; init; }

    /// <summary>The port of requests that overtake the others: interrupt and shutdown.</summary>
    public required int ControlPort { get; init; }

    /// <summary>The port on which outputs are published.</summary>
    public required int IopubPort { get; init; }

    /// <summary>The port on which the kernel asks its client for input.</summary>
    public required int StdinPort { get; init; }

    /// <summary>The port that echoes whatever it gets.</summary>
    public required int HeartbeatPort { get; init; }

    /// <summary>The key messages are signed with; empty when they are not signed.</summary>
    public required string Key { get; init; }

    /// <summary>Whether the network address is one of IP version 6 ("::1").</summary>
    public bool IsVersion6 => IPAddress.TryParse(Ip, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6;

    /// <summary>The address of a port in ZeroMQ's form.</summary>
    public string Address(int port) => string.Create(CultureInfo.InvariantCulture, $"tcp://{(IsVersion6 ? $"[{Ip.Trim('[', ']')}]" : Ip)}:{port}");

    /// <summary>Reads a connection file.</summary>
    /// <param name="path">The file Jupyter names on the command line.</param>
    /// <exception cref="InvalidDataException">The file cannot be read, is not JSON, or lacks what a kernel needs to know.</exception>
    public static ConnectionInfo Read(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InvalidDataException($"The connection file '{path}' cannot be read: {error.Message}", error);
        }

        return Parse(text, path);
    }

    /// <summary>Reads the text of a connection file.</summary>
    /// <param name="text">The JSON.</param>
    /// <param name="name">What messages call the file.</param>
    /// <exception cref="InvalidDataException">It is not JSON, or lacks what a kernel needs to know.</exception>
    public static ConnectionInfo Parse(string text, string name)
    {
        JsonObject root;
        try
        {
            root = MessageJson.ReadObject(Encoding.UTF8.GetBytes(text));
        }
        catch (JsonException)
        {
            // The parser's message may quote the text, and with it the key: it must not travel along.
#pragma warning disable MA0054
            throw new InvalidDataException($"The connection file '{name}' is not a JSON object.");
#pragma warning restore MA0054
        }

        if (Text("transport", "tcp") is var transport && transport != "tcp")
            throw new InvalidDataException($"The connection file '{name}' asks for transport '{transport}'; this kernel speaks tcp only.");

        var key = Text("key", "");
        if (key.Length > 0 && Text("signature_scheme", "hmac-sha256") is var scheme && scheme != "hmac-sha256")
            throw new InvalidDataException($"The connection file '{name}' asks for signature scheme '{scheme}'; this kernel signs with hmac-sha256 only.");

        // ZeroMQ would take the machine's own name for it, and listen to the network.
        if (Text("ip", "127.0.0.1").Trim() is not { Length: > 0 } ip)
            throw new InvalidDataException($"The connection file '{name}': 'ip' is empty; it must be an address of this machine.");

        return new ConnectionInfo
        {
            Ip = ip,
            ShellPort = Port("shell_port"),
            ControlPort = Port("control_port"),
            IopubPort = Port("iopub_port"),
            StdinPort = Port("stdin_port"),
            HeartbeatPort = Port("hb_port"),
            Key = key,
        };

        string Text(string property, string otherwise) => root[property] switch
        {
            null => otherwise,
            JsonValue value when value.TryGetValue<string>(out var found) => found,
            _ => throw new InvalidDataException($"The connection file '{name}': '{property}' must be text."),
        };

        int Port(string property) => root[property] is JsonValue value && value.TryGetValue<int>(out var port) && port is > 0 and <= 65535
            ? port
            : throw new InvalidDataException($"The connection file '{name}': '{property}' must be a port from 1 to 65535.");
    }
}
