using System.Text;
using System.Text.Json.Nodes;
using ActivationNotes.Kernel.Protocol;

namespace ActivationNotes.Kernel.Execution;

/// <summary>
/// Publishes what cells put out, in the order in which they did. Console text is gathered for a moment, so that a cell that
/// prints a character at a time does not send a message for each; everything else first sends the text gathered so far.
/// </summary>
internal sealed class CellOutputs : IDisposable
{
    private const int LargestStreamMessage = 1 << 16;
    private static readonly TimeSpan s_gatheringTime = TimeSpan.FromMilliseconds(40);

    private readonly KernelSockets _sockets;
    private readonly MessageCodec _codec;
    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();
    private readonly Timer _timer;
    private Cell? _textCell;
    private string _textName = "stdout";

    /// <summary>Publishes through these sockets.</summary>
    public CellOutputs(KernelSockets sockets, MessageCodec codec)
    {
        _sockets = sockets;
        _codec = codec;
        _timer = new Timer(_ => Flush());
    }

    /// <summary>Appends to a stream of a cell.</summary>
    /// <param name="cell">The cell; without one the text has no place to go.</param>
    /// <param name="name">"stdout" or "stderr".</param>
    /// <param name="text">Any text.</param>
    public void Stream(Cell? cell, string name, ReadOnlySpan<char> text)
    {
        if (cell is null || cell.Silent || text.IsEmpty) return;
        lock (_lock)
        {
            if (_text.Length > 0 && (_textCell != cell || _textName != name)) SendText();
            if (_text.Length == 0) _timer.Change(s_gatheringTime, Timeout.InfiniteTimeSpan);
            _textCell = cell;
            _textName = name;
            _text.Append(text);
            if (_text.Length >= LargestStreamMessage) SendText();
        }
    }

    /// <summary>Sends the text gathered so far.</summary>
    public void Flush()
    {
        lock (_lock) SendText();
    }

    /// <summary>Publishes a message of a cell.</summary>
    public void Publish(Cell cell, string type, JsonObject content)
    {
        if (!cell.Silent) Publish(cell.Request, type, content);
    }

    /// <summary>Publishes a message caused by a request.</summary>
    public void Publish(Message? request, string type, JsonObject content)
    {
        lock (_lock)
        {
            SendText();
            Send(request, type, content);
        }
    }

    /// <summary>Says that the kernel has begun ("busy") or ended ("idle") to handle a request.</summary>
    public void Status(Message? request, string state) => Publish(request, "status", new JsonObject { ["execution_state"] = state });

    /// <summary>Sends what is left.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        Flush();
    }

    private void SendText()
    {
        if (_text.Length == 0 || _textCell is null) return;
        // A pair of surrogates must not be torn apart between two messages.
        var length = char.IsHighSurrogate(_text[^1]) && _text.Length > 1 ? _text.Length - 1 : _text.Length;
        var content = new JsonObject { ["name"] = _textName, ["text"] = _text.ToString(0, length) };
        _text.Remove(0, length);
        Send(_textCell.Request, "stream", content);
    }

    private void Send(Message? request, string type, JsonObject content) =>
        _sockets.Send(Channel.Iopub, _codec.Encode([Encoding.UTF8.GetBytes(type)], type, request?.HeaderBytes, content));
}
