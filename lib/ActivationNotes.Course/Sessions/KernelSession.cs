using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace ActivationNotes.Course.Sessions;

/// <summary>A running kernel that executes cells one after the other.</summary>
public sealed class KernelSession : IAsyncDisposable
{
    private const int StartAttempts = 3;

    private static readonly TimeSpan s_startLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_interruptLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_shutdownLimit = TimeSpan.FromSeconds(2);

    // Outputs and replies travel on two sockets: after a reply the last outputs may still be under way.
    private static readonly TimeSpan s_idleLimit = TimeSpan.FromSeconds(4);

    private readonly KernelSpec _spec;
    private readonly KernelProcess _process;
    private readonly KernelClient _client;
    private readonly TimeProvider _clock;
    private readonly Task _watcher;
    private volatile bool _ending;

    private KernelSession(KernelSpec spec, KernelProcess process, TimeProvider clock)
    {
        _spec = spec;
        _process = process;
        _clock = clock;
        _client = new KernelClient(process.Connection, clock);
        _watcher = WatchAsync();
    }

    /// <summary>The language the kernel says it runs ("C#", "python").</summary>
    public string Language { get; private set; } = "";

    /// <summary>The id of its process.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Starts a kernel and waits until it answers.</summary>
    /// <param name="spec">How it is started.</param>
    /// <param name="folder">The folder relative paths in cells start from.</param>
    /// <param name="clock">Measures limits and dates messages.</param>
    /// <param name="cancellation">Stops waiting; the process is killed.</param>
    /// <exception cref="KernelDiedException">It ended before it answered, or did not answer in time.</exception>
    public static async Task<KernelSession> StartAsync(KernelSpec spec, string folder, TimeProvider clock, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var session = new KernelSession(spec, KernelProcess.Start(spec, folder), clock);
            try
            {
                await session.AwaitReadyAsync(cancellation);
                return session;
            }
            catch (KernelDiedException) when (attempt < StartAttempts && session._process.HasExited)
            {
                // Most likely somebody took one of its ports between our choosing and its binding: new ports, once more.
                await session.DisposeAsync();
            }
            catch
            {
                await session.DisposeAsync();
                throw;
            }
        }
    }

    /// <summary>Executes the code of a cell.</summary>
    /// <param name="code">The code.</param>
    /// <param name="metadata">What the kernel is told about the cell: its notebook and number.</param>
    /// <param name="output">Called for each output message, in order.</param>
    /// <param name="limit">The time the cell may take; null for no limit.</param>
    /// <param name="cancellation">Stops waiting at once; the kernel must be disposed of then.</param>
    /// <exception cref="KernelDiedException">The kernel ended.</exception>
    public async Task<CellReply> ExecuteAsync(string code, JsonObject metadata, Action<KernelMessage> output, TimeSpan? limit, CancellationToken cancellation)
    {
        var content = new JsonObject
        {
            ["code"] = code,
            ["silent"] = false,
            ["store_history"] = true,
            ["user_expressions"] = new JsonObject(),
            ["allow_stdin"] = false,
            ["stop_on_error"] = true,
        };
        var request = _client.Send(KernelChannel.Shell, "execute_request", content, metadata);
        var started = _clock.GetTimestamp();
        var end = limit;
        var (idle, timedOut) = (false, false);
        (KernelMessage? reply, JsonObject? error, int? count) = (null, null, null);
        while (!idle || reply is null)
        {
            // A cell that is done has its reply wait behind outputs that are still being stored: that time is not the cell's.
            var isWaiting = reply is null && _client.Answered == request;
            var left = isWaiting ? null : end - _clock.GetElapsedTime(started);
            KernelMessage? message;
            try
            {
                message = left <= TimeSpan.Zero ? null : await NextAsync(left ?? Timeout.InfiniteTimeSpan, cancellation);
            }
            catch (KernelDiedException) when (timedOut)
            {
                // Some kernels do not survive an interrupt. What it came to is the time that the cell took.
                return new CellReply("", count, error, TimedOut: true, Killed: true);
            }

            if (message is null)
            {
                if (reply is not null) break;
                if (timedOut)
                {
                    _process.Kill();
                    return new CellReply("", count, error, TimedOut: true, Killed: true);
                }

                timedOut = true;
                end = _clock.GetElapsedTime(started) + s_interruptLimit;
                Interrupt();
                continue;
            }

            if (message.ParentId != request) continue;
            switch (message.Type)
            {
                case "execute_reply":
                    reply = message;
                    count = message.Number("execution_count") ?? count;
                    break;
                case "execute_input":
                    count = message.Number("execution_count") ?? count;
                    break;
                case "status":
                    idle = message.Text("execution_state") == "idle";
                    break;
                default:
                    if (message.Type == "error") error = message.Content;
                    output(message);
                    break;
            }

            // As long as outputs arrive, more may follow, however long it takes to store them.
            if (reply is not null) end = _clock.GetElapsedTime(started) + s_idleLimit;
        }

        // Some kernels report an error in the reply alone.
        if (error is null && reply.Text("status") == "error")
        {
            error = reply.Content;
            output(reply with { Type = "error" });
        }

        return new CellReply(reply.Text("status"), count, error, timedOut, Killed: false);
    }

    /// <summary>Asks the kernel to end, and sees to it that it does.</summary>
    public async Task ShutdownAsync()
    {
        _ending = true;
        _client.Send(KernelChannel.Control, "shutdown_request", new JsonObject { ["restart"] = false });
        using var limit = new CancellationTokenSource(s_shutdownLimit, _clock);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }
    }

    /// <summary>Kills the kernel, and all it started, if it still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        _ending = true;
        _process.Kill();
        await _watcher;
        _client.Dispose();
        _process.Dispose();
    }

    private async Task WatchAsync()
    {
        await _process.WaitForExitAsync(CancellationToken.None);
        // Its last words may still be on their way through the sockets.
        await Task.Delay(TimeSpan.FromMilliseconds(_ending ? 0 : 100), _clock);
        _client.Close();
    }

    private void Interrupt()
    {
        if (_spec.InterruptsBySignal) _process.Signal();
        else _client.Send(KernelChannel.Control, "interrupt_request", []);
    }

    private async Task AwaitReadyAsync(CancellationToken cancellation)
    {
        var started = _clock.GetTimestamp();
        var asked = new HashSet<string> { _client.Send(KernelChannel.Shell, "kernel_info_request", []) };
        var (answered, subscribed) = (false, false);
        while (!answered || !subscribed)
        {
            if (_clock.GetElapsedTime(started) > s_startLimit)
                throw new KernelDiedException(string.Create(CultureInfo.InvariantCulture, $"The kernel \"{_spec.Name}\" did not answer within {s_startLimit.TotalSeconds} s of its start."));
            var message = await NextAsync(answered ? TimeSpan.FromMilliseconds(100) : TimeSpan.FromSeconds(1), cancellation);
            if (message is null)
            {
                // It answers, but its outputs do not reach us yet: whatever it says now proves the subscription.
                if (answered) asked.Add(_client.Send(KernelChannel.Shell, "kernel_info_request", []));
            }
            else if (message.Channel == KernelChannel.Iopub)
            {
                subscribed = true;
            }
            else if (message.Type == "kernel_info_reply" && asked.Contains(message.ParentId))
            {
                answered = true;
                if (message.Content["language_info"] is JsonObject language) Language = (string?)language["name"] ?? "";
            }
        }
    }

    // The next message; null when the time is up.
    private async Task<KernelMessage?> NextAsync(TimeSpan limit, CancellationToken cancellation)
    {
        if (_client.Messages.TryRead(out var waiting)) return waiting;
        using var time = new CancellationTokenSource(limit, _clock);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(cancellation, time.Token);
        try
        {
            return await _client.Messages.ReadAsync(any.Token);
        }
        catch (OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            return null;
        }
        catch (ChannelClosedException)
        {
            throw new KernelDiedException($"The kernel \"{_spec.Name}\" {_process.Epitaph()}");
        }
    }
}
