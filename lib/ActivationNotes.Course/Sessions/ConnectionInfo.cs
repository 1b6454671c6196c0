using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ActivationNotes.Course.Sessions;

/// <summary>
/// Where a kernel is to listen and the key its messages are signed with.
/// A class, not a record: its text must never show the key.
/// </summary>
public sealed class ConnectionInfo
{
    private const string Loopback = "127.0.0.1";

    private readonly int[] _ports;

    private ConnectionInfo(int[] ports, string key)
    {
        _ports = ports;
        Key = key;
    }

    /// <summary>The key that signs every message.</summary>
    public string Key { get; }

    /// <summary>The address of requests.</summary>
    public string Shell => Address(0);

    /// <summary>The address of requests that overtake the others: interrupt and shutdown.</summary>
    public string Control => Address(1);

    /// <summary>The address on which outputs are published.</summary>
    public string Iopub => Address(2);

    /// <summary>Chooses a key and five ports that are free now; another process may still take one before the kernel does.</summary>
    public static ConnectionInfo Create()
    {
        // All are held until the last is chosen, so that they differ.
        var listeners = Enumerable.Range(0, 5).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        try
        {
            foreach (var listener in listeners) listener.Start();
            return new ConnectionInfo([.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)], RandomNumberGenerator.GetHexString(48, lowercase: true));
        }
        finally
        {
            foreach (var listener in listeners) listener.Dispose();
        }
    }

    /// <summary>Writes the connection file, readable by its owner alone.</summary>
    /// <param name="path">A file that is not there yet.</param>
    /// <param name="kernel">The name of the kernel, which clients that attach later show.</param>
    public void Write(string path, string kernel)
    {
        var node = new JsonObject
        {
            ["shell_port"] = _ports[0],
            ["control_port"] = _ports[1],
            ["iopub_port"] = _ports[2],
            ["stdin_port"] = _ports[3],
            ["hb_port"] = _ports[4],
            ["ip"] = Loopback,
            ["key"] = Key,
            ["transport"] = "tcp",
            ["signature_scheme"] = "hmac-sha256",
            ["kernel_name"] = kernel,
        };
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(path, options);
        stream.Write(Encoding.UTF8.GetBytes(node.ToJsonString()));
    }

    private string Address(int index) => string.Create(CultureInfo.InvariantCulture, $"tcp://{Loopback}:{_ports[index]}");
}
