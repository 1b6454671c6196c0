using System.Text.Json.Nodes;
using System.Threading.Channels;
using NetMQ;
using NetMQ.Sockets;

namespace ActivationNotes.Course.Sessions;

/// <summary>The sockets to one kernel. One thread owns them; everybody else meets queues.</summary>
public sealed class KernelClient : IDisposable
{
    private readonly MessageCodec _codec;
    private readonly NetMQPoller _poller = [];
    private readonly NetMQQueue<(KernelChannel Channel, IReadOnlyList<byte[]> Frames)> _outbox = new();
    private readonly DealerSocket _shell;
    private readonly DealerSocket _control;
    private readonly SubscriberSocket _iopub;
    private readonly Channel<KernelMessage> _inbox = Channel.CreateUnbounded<KernelMessage>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
    private volatile string _answered = "";

    /// <summary>Connects; the kernel may start to listen later.</summary>
    /// <param name="connection">Where it will listen.</param>
    /// <param name="clock">Dates the messages.</param>
    public KernelClient(ConnectionInfo connection, TimeProvider clock)
    {
        _codec = new MessageCodec(connection.Key, clock);
        _shell = Prepare(new DealerSocket());
        _control = Prepare(new DealerSocket());
        _iopub = Prepare(new SubscriberSocket());
        _iopub.SubscribeToAnyTopic();
        Listen(_shell, KernelChannel.Shell);
        Listen(_control, KernelChannel.Control);
        Listen(_iopub, KernelChannel.Iopub);
        _outbox.ReceiveReady += (_, _) =>
        {
            while (_outbox.TryDequeue(out var request, TimeSpan.Zero)) Forward(request.Channel, request.Frames);
        };
        _poller.Add(_outbox);
        _shell.Connect(connection.Shell);
        _control.Connect(connection.Control);
        _iopub.Connect(connection.Iopub);
        _poller.RunAsync("kernel client", true);
    }

    /// <summary>What the kernel says, in the order it arrives.</summary>
    public ChannelReader<KernelMessage> Messages => _inbox.Reader;

    /// <summary>The request that was answered last; its answer may still wait among the messages.</summary>
    public string Answered => _answered;

    /// <summary>Sends a request.</summary>
    /// <param name="channel">Shell or control.</param>
    /// <param name="type">"execute_request" and so on.</param>
    /// <param name="content">What it says.</param>
    /// <param name="metadata">What it says about itself.</param>
    /// <returns>The id that everything it causes carries as its parent.</returns>
    public string Send(KernelChannel channel, string type, JsonObject content, JsonObject? metadata = null)
    {
        var (id, frames) = _codec.Encode(type, content, metadata);
        _outbox.Enqueue((channel, frames));
        return id;
    }

    /// <summary>Takes no more messages: whoever reads them gets those that came, then the end.</summary>
    public void Close() => _inbox.Writer.TryComplete();

    /// <inheritdoc/>
    public void Dispose()
    {
        _poller.Dispose();
        _outbox.Dispose();
        _shell.Dispose();
        _control.Dispose();
        _iopub.Dispose();
        Close();
    }

    private static T Prepare<T>(T socket)
        where T : NetMQSocket
    {
        socket.Options.Linger = TimeSpan.Zero;
        // A cell may print faster than its output is stored: nothing of it may be dropped.
        socket.Options.ReceiveHighWatermark = 0;
        socket.Options.SendHighWatermark = 0;
        // The kernel begins to listen within a second; the default pause of 100 ms between attempts would be felt.
        socket.Options.ReconnectInterval = TimeSpan.FromMilliseconds(10);
        return socket;
    }

    private void Forward(KernelChannel channel, IReadOnlyList<byte[]> frames)
    {
        var message = new NetMQMessage(frames.Count);
        foreach (var frame in frames) message.Append(frame);
        (channel == KernelChannel.Control ? _control : _shell).SendMultipartMessage(message);
    }

    private void Listen(NetMQSocket socket, KernelChannel channel)
    {
        socket.ReceiveReady += (_, _) =>
        {
            NetMQMessage? message = null;
            while (socket.TryReceiveMultipartMessage(TimeSpan.Zero, ref message))
            {
                if (_codec.Decode(channel, [.. message!.Select(frame => frame.ToByteArray())]) is not { } decoded) continue;
                _inbox.Writer.TryWrite(decoded);
                if (channel == KernelChannel.Shell) _answered = decoded.ParentId;
            }
        };
        _poller.Add(socket);
    }
}
