using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using NetMQ;
using NetMQ.Sockets;

namespace ActivationNotes.Kernel.Tests;

/// <summary>
/// A Jupyter client written from the protocol's description, sharing no code with the kernel: starts the kernel as a process
/// of its own and talks to it.
/// </summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "They are disposed of in a loop.")]
public sealed class TestClient : IDisposable
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes("a key of this test only");
    private readonly DealerSocket _shell = new();
    private readonly DealerSocket _control = new();
    private readonly DealerSocket _stdin = new();
    private readonly SubscriberSocket _iopub = new();
    private readonly RequestSocket _heartbeat = new();
    private readonly string _connectionFile;
    private readonly StringBuilder _log = new();
    private readonly List<(JsonObject Header, JsonObject Parent, JsonObject Content)> _others = [];
    private int _count;

    public TestClient()
        : this("127.0.0.1")
    {
    }

    /// <summary>Starts a kernel.</summary>
    /// <param name="ip">The address it shall listen on.</param>
    /// <param name="environment">Variables of its environment.</param>
    internal TestClient(string ip, params IReadOnlyList<(string Name, string Value)> environment)
    {
        Folder = Directory.CreateTempSubdirectory("kernel-test-").FullName;
        int[] ports;
        do
        {
            ports = FreePorts(5);
            _connectionFile = Path.Combine(Path.GetTempPath(), $"connection-{Environment.ProcessId}-{ports[0]}.json");
            Process = Start(ip, ports, environment);
        }
        while (!Listens(ip, ports[^1]));
        Ports = ports;

        var identity = Encoding.ASCII.GetBytes("test-client");
        _shell.Options.Identity = identity;
        _stdin.Options.Identity = identity;
        _iopub.SubscribeToAnyTopic();
        Connect(_shell, ports[0]);
        Connect(_control, ports[1]);
        Connect(_iopub, ports[2]);
        Connect(_stdin, ports[3]);
        Connect(_heartbeat, ports[4]);
        // Told that the subscription has arrived, nothing published from now on can be missed.
        var welcome = Read(_iopub);
        while ((string?)welcome.Header["msg_type"] != "iopub_welcome") welcome = Read(_iopub);
        Assert.Equal("", (string?)welcome.Content["subscription"]);

        void Connect(NetMQSocket socket, int port)
        {
            socket.Options.Linger = TimeSpan.Zero;
            socket.Options.IPv4Only = !ip.Contains(':', StringComparison.Ordinal);
            socket.Connect(socket.Options.IPv4Only ? $"tcp://{ip}:{port}" : $"tcp://[{ip}]:{port}");
        }
    }

    public Process Process { get; }

    /// <summary>The kernel as it is delivered, found from where the tests are.</summary>
    public static string KernelFile
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "ActivationNotes.sln"))) folder = folder.Parent!;
            return Path.Combine(folder.FullName, "lib", "ActivationNotes.Kernel", "bin", "ActivationNotes.Kernel.dll");
        }
    }

    public string Folder { get; }

    public string Log
    {
        get
        {
            lock (_log) return _log.ToString();
        }
    }

    /// <summary>Everything published for the latest request, in order, "status" included.</summary>
    public IReadOnlyList<(JsonObject Header, JsonObject Parent, JsonObject Content)> Published { get; private set; } = [];

    /// <summary>Everything published for other requests than the latest, while that ran.</summary>
    public IReadOnlyList<(JsonObject Header, JsonObject Parent, JsonObject Content)> Others => _others;

    /// <summary>Runs a cell, waits for its reply and for everything it publishes.</summary>
    public JsonObject Execute(string code, JsonObject? more = null, JsonObject? metadata = null)
    {
        var content = new JsonObject
        {
            ["code"] = code,
            ["silent"] = false,
            ["store_history"] = true,
            ["allow_stdin"] = false,
            ["stop_on_error"] = true,
        };
        foreach (var (name, value) in more ?? []) content[name] = value?.DeepClone();
        return Request("execute_request", content, metadata);
    }

    /// <summary>Sends a request and waits for its reply and for "idle".</summary>
    public JsonObject Request(string type, JsonObject content, JsonObject? metadata = null, bool control = false)
    {
        var id = Send(type, content, metadata, control);
        return Finish(id, control);
    }

    public JsonObject Finish(string id, bool control = false)
    {
        var reply = Read(control ? _control : _shell);
        while ((string?)reply.Parent["msg_id"] != id) reply = Read(control ? _control : _shell);
        CollectUntilIdle(id);
        return reply.Content;
    }

    /// <summary>Sends a cell and returns once it has begun to run: it must not end by itself.</summary>
    /// <returns>The request, to be finished.</returns>
    public string Begin(string code)
    {
        var id = Send("execute_request", new JsonObject { ["code"] = "Console.WriteLine(\"begun\"); " + code });
        while (true)
        {
            var next = Read(_iopub);
            _others.Add(next);
            if ((string?)next.Parent["msg_id"] == id && (string?)next.Header["msg_type"] == "stream") return id;
        }
    }

    public void CollectUntilIdle(string id)
    {
        // Some of it may have come already, between what another request published.
        var published = _others.FindAll(IsOfRequest);
        _others.RemoveAll(IsOfRequest);
        while (!published.Exists(IsIdle))
        {
            var next = Read(_iopub);
            (IsOfRequest(next) ? published : _others).Add(next);
        }

        Published = published;

        bool IsOfRequest((JsonObject Header, JsonObject Parent, JsonObject Content) message) => (string?)message.Parent["msg_id"] == id;

        static bool IsIdle((JsonObject Header, JsonObject Parent, JsonObject Content) message) =>
            (string?)message.Header["msg_type"] == "status" && (string?)message.Content["execution_state"] == "idle";
    }

    /// <summary>Whatever else is published before the kernel's process ends.</summary>
    public IReadOnlyList<(JsonObject Header, JsonObject Parent, JsonObject Content)> Rest()
    {
        Assert.True(Process.WaitForExit(30_000), "The kernel does not end.");
        var rest = new List<(JsonObject Header, JsonObject Parent, JsonObject Content)>();
        NetMQMessage? message = null;
        while (_iopub.TryReceiveMultipartMessage(TimeSpan.FromMilliseconds(300), ref message)) rest.Add(Parse(message!));
        return rest;
    }

    public string Send(string type, JsonObject content, JsonObject? metadata = null, bool control = false, byte[]? key = null)
    {
        var id = $"test-{++_count}";
        var message = Message(type, id, content, metadata ?? [], key ?? _key);
        (control ? _control : _shell).SendMultipartMessage(message);
        return id;
    }

    /// <summary>Sends parts with a right signature, whatever they are; the header comes first.</summary>
    public void SendParts(params IReadOnlyList<byte[]> parts)
    {
        var message = new NetMQMessage();
        message.Append("<IDS|MSG>");
        message.Append(Sign(parts, _key));
        foreach (var part in parts) message.Append(part);
        _shell.SendMultipartMessage(message);
    }

    /// <summary>Sends frames as they are.</summary>
    public void SendFrames(params IReadOnlyList<byte[]> frames)
    {
        var message = new NetMQMessage();
        foreach (var frame in frames) message.Append(frame);
        _shell.SendMultipartMessage(message);
    }

    /// <summary>The ports of the connection file: shell, control, iopub, stdin, heartbeat.</summary>
    public IReadOnlyList<int> Ports { get; }

    /// <summary>Waits for the kernel's question and answers it.</summary>
    public JsonObject Answer(string text)
    {
        var question = Read(_stdin);
        _stdin.SendMultipartMessage(Message("input_reply", $"test-{++_count}", new JsonObject { ["value"] = text }, [], _key));
        return question.Content;
    }

    public byte[] Beat(byte[] echo)
    {
        _heartbeat.SendFrame(echo);
        Assert.True(_heartbeat.TryReceiveFrameBytes(TimeSpan.FromSeconds(30), out var answer));
        return answer!;
    }

    public IReadOnlyList<string> Kinds => [.. Published.Select(message => (string)message.Header["msg_type"]!)];

    /// <summary>The content of the only message of a kind.</summary>
    public JsonObject Single(string kind) => Published.Single(message => (string?)message.Header["msg_type"] == kind).Content;

    /// <summary>What the latest cell wrote to a stream.</summary>
    public string Stream(string name) => string.Concat(Published
        .Where(message => (string?)message.Header["msg_type"] == "stream" && (string?)message.Content["name"] == name)
        .Select(message => (string?)message.Content["text"]));

    /// <summary>One form of the latest cell's result.</summary>
    public string Result(string mimeType) => (string)Single("execute_result")["data"]![mimeType]!;

    public void Dispose()
    {
        if (!Process.HasExited) Process.Kill(entireProcessTree: true);
        Process.WaitForExit(10_000);
        Process.Dispose();
        foreach (var socket in new NetMQSocket[] { _shell, _control, _stdin, _iopub, _heartbeat }) socket.Dispose();
        File.Delete(_connectionFile);
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (IOException)
        {
            // A process that the kernel had started still writes there.
        }
    }

    private void Append(string? line)
    {
        lock (_log) _log.AppendLine(line);
    }

    private Process Start(string ip, int[] ports, IReadOnlyList<(string Name, string Value)> environment)
    {
        File.WriteAllText(_connectionFile, new JsonObject
        {
            ["transport"] = "tcp",
            ["ip"] = ip,
            ["shell_port"] = ports[0],
            ["control_port"] = ports[1],
            ["iopub_port"] = ports[2],
            ["stdin_port"] = ports[3],
            ["hb_port"] = ports[4],
            ["signature_scheme"] = "hmac-sha256",
            ["key"] = Encoding.UTF8.GetString(_key),
        }.ToJsonString());
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { KernelFile, _connectionFile },
            Environment = { ["JPY_PARENT_PID"] = Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture) },
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    // Between our choosing a port and its binding another program may take it: then the kernel says so and ends, and other ports are due.
    private bool Listens(string ip, int last)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromMinutes(3); Thread.Sleep(20))
        {
            if (Process.HasExited)
            {
                Process.WaitForExit();
                Assert.Contains("Cannot bind", Log, StringComparison.Ordinal);
                File.Delete(_connectionFile);
                lock (_log) _log.Clear();
                Process.Dispose();
                return false;
            }

            try
            {
                using var probe = new TcpClient(ip, last);
                return true;
            }
            catch (SocketException)
            {
                // Not yet.
            }
        }

        return true;
    }

    private (JsonObject Header, JsonObject Parent, JsonObject Content) Read(NetMQSocket socket)
    {
        NetMQMessage? message = null;
        Assert.True(socket.TryReceiveMultipartMessage(TimeSpan.FromSeconds(180), ref message), "The kernel does not answer.\n" + Log);
        return Parse(message!);
    }

    private (JsonObject Header, JsonObject Parent, JsonObject Content) Parse(NetMQMessage message)
    {
        var frames = message.Select(frame => frame.ToByteArray()).ToList();
        var delimiter = frames.FindIndex(frame => frame.AsSpan().SequenceEqual("<IDS|MSG>"u8));
        Assert.Equal(Sign(frames.Skip(delimiter + 2).Take(4), _key), Encoding.ASCII.GetString(frames[delimiter + 1]));
        return (Node(2), Node(3), Node(5));

        JsonObject Node(int offset) => JsonNode.Parse(frames[delimiter + offset])!.AsObject();
    }

    private static NetMQMessage Message(string type, string id, JsonObject content, JsonObject metadata, byte[] key)
    {
        var header = new JsonObject
        {
            ["msg_id"] = id,
            ["session"] = "test",
            ["username"] = "test",
            ["date"] = "2026-01-01T00:00:00Z",
            ["msg_type"] = type,
            ["version"] = "5.3",
        };
        byte[][] parts = [.. new[] { header, [], metadata, content }.Select(part => Encoding.UTF8.GetBytes(part.ToJsonString()))];
        var message = new NetMQMessage();
        message.Append("<IDS|MSG>");
        message.Append(Sign(parts, key));
        foreach (var part in parts) message.Append(part);
        return message;
    }

    private static string Sign(IEnumerable<byte[]> parts, byte[] key) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, parts.SelectMany(part => part).ToArray()));

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        foreach (var listener in listeners) listener.Start();
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        foreach (var listener in listeners) listener.Dispose();
        return ports;
    }
}
