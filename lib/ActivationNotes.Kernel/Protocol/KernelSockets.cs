using System.Net.Sockets;
using NetMQ;
using NetMQ.Sockets;

namespace ActivationNotes.Kernel.Protocol;

/// <summary>
/// The kernel's five sockets. ZeroMQ's sockets belong to one thread each: requests, outputs and input share one, control
/// requests have their own so that they are answered while another thread sends megabytes, and so has the heartbeat.
/// Anybody may send: messages pass through queues.
/// </summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2213:Disposable fields should be disposed",
    Justification = "They are disposed of in a loop.")]
internal sealed class KernelSockets : IDisposable
{
    private readonly RouterSocket _shell = new();
    private readonly XPublisherSocket _iopub = new();
    private readonly RouterSocket _stdin = new();
    private readonly RouterSocket _control = new();
    private readonly ResponseSocket _heartbeat = new();
    private readonly NetMQQueue<(Channel Channel, NetMQMessage Message)> _outgoing = new();
    private readonly NetMQQueue<NetMQMessage> _outgoingControl = new();
    private readonly NetMQPoller _mainPoller;
    private readonly NetMQPoller _controlPoller;
    private readonly NetMQPoller _heartbeatPoller;
    private readonly List<Thread> _threads = [];
    private readonly MessageCodec _codec;

    /// <summary>Binds the sockets where the connection file says; nothing is received before <see cref="Start"/>.</summary>
    /// <exception cref="InvalidOperationException">A port is taken, or the address is none of this machine's.</exception>
    public KernelSockets(ConnectionInfo connection, MessageCodec codec)
    {
        _codec = codec;
        // Nothing may be lost: a cell can print a million lines before its client reads the first.
        foreach (var socket in new NetMQSocket[] { _shell, _iopub, _stdin, _control })
        {
            socket.Options.SendHighWatermark = 0;
            socket.Options.ReceiveHighWatermark = 0;
            socket.Options.Linger = TimeSpan.FromSeconds(2);
        }

        _heartbeat.Options.Linger = TimeSpan.Zero;
        _iopub.Options.XPubVerbose = true;
        Bind(_shell, "shell", connection.ShellPort);
        Bind(_iopub, "iopub", connection.IopubPort);
        Bind(_stdin, "stdin", connection.StdinPort);
        Bind(_control, "control", connection.ControlPort);
        Bind(_heartbeat, "heartbeat", connection.HeartbeatPort);

        _shell.ReceiveReady += (_, _) => Receive(_shell, ShellMessage);
        _stdin.ReceiveReady += (_, _) => Receive(_stdin, InputReply);
        _control.ReceiveReady += (_, _) => Receive(_control, ControlMessage);
        _iopub.ReceiveReady += (_, _) => Welcome();
        _heartbeat.ReceiveReady += (_, _) =>
        {
            var echo = _heartbeat.ReceiveMultipartMessage();
            _heartbeat.SendMultipartMessage(echo);
        };
        _outgoing.ReceiveReady += (_, _) =>
        {
            while (_outgoing.TryDequeue(out var next, TimeSpan.Zero))
            {
                NetMQSocket socket = next.Channel switch
                {
                    Channel.Iopub => _iopub,
                    Channel.Stdin => _stdin,
                    _ => _shell,
                };
                socket.SendMultipartMessage(next.Message);
            }
        };
        _outgoingControl.ReceiveReady += (_, _) =>
        {
            while (_outgoingControl.TryDequeue(out var next, TimeSpan.Zero)) _control.SendMultipartMessage(next);
        };

        _mainPoller = [_shell, _iopub, _stdin, _outgoing];
        _controlPoller = [_control, _outgoingControl];
        _heartbeatPoller = [_heartbeat];

        void Bind(NetMQSocket socket, string name, int port)
        {
            try
            {
                socket.Options.IPv4Only = !connection.IsVersion6;
                socket.Bind(connection.Address(port));
            }
            catch (Exception error) when (error is NetMQException or SocketException)
            {
                throw new InvalidOperationException($"Cannot bind the {name} socket to {connection.Address(port)}: {error.Message}", error);
            }
        }
    }

    /// <summary>Called on the sockets' thread for every valid request.</summary>
    public Action<Message> ShellMessage { get; set; } = _ => { };

    /// <summary>Called on the control thread for every valid request.</summary>
    public Action<Message> ControlMessage { get; set; } = _ => { };

    /// <summary>Called on the sockets' thread for every valid answer to a question.</summary>
    public Action<Message> InputReply { get; set; } = _ => { };

    /// <summary>Called when a message is dropped, with the reason.</summary>
    public Action<string> Dropped { get; set; } = _ => { };

    /// <summary>Begins to receive.</summary>
    public void Start()
    {
        Run(_mainPoller, "jupyter sockets");
        Run(_controlPoller, "jupyter control");
        Run(_heartbeatPoller, "jupyter heartbeat");

        void Run(NetMQPoller poller, string name)
        {
            var thread = new Thread(poller.Run) { Name = name, IsBackground = true };
            thread.Start();
            _threads.Add(thread);
        }
    }

    /// <summary>Queues a message; messages of the same channel leave in the order of these calls.</summary>
    public void Send(Channel channel, IReadOnlyList<byte[]> frames)
    {
        var message = new NetMQMessage(frames.Count);
        foreach (var frame in frames) message.Append(frame);
        try
        {
            if (channel == Channel.Control) _outgoingControl.Enqueue(message);
            else _outgoing.Enqueue((channel, message));
        }
        catch (ObjectDisposedException)
        {
            // The kernel is ending; nobody is there to read this.
        }
    }

    /// <summary>Stops receiving, sends what is queued, closes the sockets.</summary>
    public void Dispose()
    {
        // The queues are asked by the pollers; let them run dry first, but never wait for a client that is gone.
        for (var attempt = 0; attempt < 200 && (!_outgoing.IsEmpty || !_outgoingControl.IsEmpty); attempt++) Thread.Sleep(5);
        foreach (var poller in new[] { _mainPoller, _controlPoller, _heartbeatPoller })
        {
            if (poller.IsRunning) poller.Stop();
        }

        foreach (var thread in _threads) thread.Join(TimeSpan.FromSeconds(1));
        foreach (var poller in new[] { _mainPoller, _controlPoller, _heartbeatPoller }) poller.Dispose();
        _outgoing.Dispose();
        _outgoingControl.Dispose();
        foreach (var socket in new NetMQSocket[] { _shell, _iopub, _stdin, _control, _heartbeat }) socket.Dispose();
        NetMQConfig.Cleanup(block: true);
    }

    private void Receive(NetMQSocket socket, Action<Message> handle)
    {
        NetMQMessage? frames = null;
        while (socket.TryReceiveMultipartMessage(ref frames))
        {
            if (_codec.Decode([.. frames.Select(frame => frame.ToByteArray())], out var reason) is not { } message)
            {
                Dropped($"A message was dropped: {reason}.");
                continue;
            }

            try
            {
                handle(message);
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                // One request that cannot be handled must not end the thread that receives all others.
                Dropped($"A request failed ({message.Type}): {error}");
            }
        }
    }

    // A client that subscribes is told so (JEP 65): from then on it misses nothing.
    private void Welcome()
    {
        var subscription = _iopub.ReceiveFrameBytes();
        if (subscription.Length == 0 || subscription[0] != 1) return;
        var topic = subscription[1..];
        var content = new System.Text.Json.Nodes.JsonObject { ["subscription"] = System.Text.Encoding.UTF8.GetString(topic) };
        Send(Channel.Iopub, _codec.Encode([topic], "iopub_welcome", null, content));
    }
}
