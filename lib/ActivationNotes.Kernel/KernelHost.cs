using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using ActivationNotes.Kernel.Display;
using ActivationNotes.Kernel.Execution;
using ActivationNotes.Kernel.Functions;
using ActivationNotes.Kernel.Language;
using ActivationNotes.Kernel.Protocol;
using ActivationNotes.Kernel.Scripting;

namespace ActivationNotes.Kernel;

/// <summary>A running kernel: takes requests in the order they come, one at a time, except for those on the control channel.</summary>
[SuppressMessage("Usage", "CA2213:Disposable fields should be disposed",
    Justification = "The thread that serves requests may still wait for these queues while the process ends.")]
internal sealed class KernelHost : IDisposable
{
    private readonly Action<string> _log;
    private readonly MessageCodec _codec;
    private readonly KernelSockets _sockets;
    private readonly CellOutputs _outputs;
    private readonly BlockingCollection<Message> _requests = [];
    private readonly BlockingCollection<Message> _questions = [];
    private readonly BlockingCollection<Message> _answers = [];
    private readonly TaskCompletionSource<bool> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _disposed;
    private readonly List<Message> _aborted = [];
    private readonly CellConsole _console;
    private readonly CellExecutor _executor;
    private readonly LanguageService _language;

    /// <summary>Binds the sockets.</summary>
    /// <param name="connection">Where to listen.</param>
    /// <param name="folder">The notebook's folder.</param>
    /// <param name="log">Takes what an administrator may want to know.</param>
    public KernelHost(ConnectionInfo connection, string folder, Action<string> log)
    {
        _log = log;
        _codec = new MessageCodec(connection.Key, TimeProvider.System);
        _sockets = new KernelSockets(connection, _codec) { Dropped = log };
        _outputs = new CellOutputs(_sockets, _codec);
        var session = new ScriptSession(folder, PackageRestorer.DefaultCacheFolder) { Log = log };
        _console = new CellConsole(_outputs, prompt => Ask(prompt, hidden: false));
        _executor = new CellExecutor(session, _outputs, Environment.GetEnvironmentVariable("JPY_SESSION_NAME"));
        _language = new LanguageService(session);
        // What an editor asks while a cell runs is answered at once, and holds no cell up.
        _sockets.ShellMessage = request => (request.Type is "complete_request" or "inspect_request" or "is_complete_request" ? _questions : _requests).Add(request);
        _sockets.ControlMessage = HandleControl;
        _sockets.InputReply = _answers.Add;
        NotebookFunctions.Host = new NotebookHost(_outputs, Ask);
    }

    /// <summary>Serves until a client asks for the end, or the token does.</summary>
    /// <returns>Whether the client means to start another kernel in place of this one.</returns>
    public bool Run(CancellationToken stop)
    {
        _console.Attach();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            _ = _executor.Interrupt();
        });
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
            SayWhyItEnds(string.Create(CultureInfo.InvariantCulture, $"The kernel process ended: the cell called Environment.Exit({Environment.ExitCode})."));
        // A thread that a cell started itself ends with the interruption, and not the process.
        ExceptionHandling.SetUnhandledExceptionHandler(failure =>
            failure.GetBaseException() is CellInterruptedException or ThreadInterruptedException || InputThreads.Revive(failure, _log));
        AppDomain.CurrentDomain.UnhandledException += (_, failure) =>
            SayWhyItEnds($"The kernel process ended: an exception on another thread was not handled.\n{failure.ExceptionObject}");
        using var registration = stop.Register(() =>
        {
            EndCell();
            _ended.TrySetResult(false);
        });
        _sockets.Start();
        _outputs.Status(null, "starting");
        new Thread(() => Serve(_requests)) { Name = "requests", IsBackground = true }.Start();
        new Thread(() => Serve(_questions)) { Name = "editor", IsBackground = true }.Start();
        return _ended.Task.GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        _requests.CompleteAdding();
        _questions.CompleteAdding();
        _outputs.Dispose();
        _sockets.Dispose();
    }

    // The last chance to tell the client why its cell gets no answer; called on the thread that ends the process.
    private void SayWhyItEnds(string reason)
    {
        if (_ended.Task.IsCompleted) return;
        if (_executor.Running is { } cell)
        {
            var report = new ErrorReport("KernelDied", reason, reason.Split('\n'), cell.Origin, 0);
            _outputs.Publish(cell, "error", report.ToContent());
            var reply = report.ToContent();
            reply["status"] = "error";
            reply["execution_count"] = _executor.Count;
            Reply(Channel.Shell, cell.Request, "execute_reply", reply);
            _outputs.Status(cell.Request, "idle");
        }

        Dispose();
    }

    private void Serve(BlockingCollection<Message> requests)
    {
        foreach (var request in requests.GetConsumingEnumerable())
        {
            _outputs.Status(request, "busy");
            try
            {
                HandleShell(request);
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                // Whatever a request does to the kernel's own code, its client gets an answer and the next request is served.
                _log($"A request failed ({request.Type}): {error}");
                Reply(Channel.Shell, request, request.Type.Replace("_request", "_reply", StringComparison.Ordinal), new JsonObject
                {
                    ["status"] = "error",
                    ["ename"] = error.GetType().Name,
                    ["evalue"] = error.Message,
                    ["traceback"] = new JsonArray(error.ToString()),
                });
            }

            Complete(request);
            if (requests == _requests) AnswerAborted();
            // Whoever answers questions, or asks what a terminal or an editor asks, will soon ask for completions. A notebook that
            // is only executed is spared the work.
            if (request.Flag("allow_stdin", false) || request.Type is "comm_info_request" or "is_complete_request" or "history_request")
                _language.StartWarmUp();
        }
    }

    private void HandleShell(Message request)
    {
        switch (request.Type)
        {
            case "execute_request":
                Execute(request);
                break;
            case "kernel_info_request":
                Reply(Channel.Shell, request, "kernel_info_reply", KernelInfo());
                break;
            case "shutdown_request":
                Shutdown(Channel.Shell, request);
                break;
            case "is_complete_request":
                Reply(Channel.Shell, request, "is_complete_reply", LanguageService.IsComplete(request.Text("code")));
                break;
            case "complete_request":
                Reply(Channel.Shell, request, "complete_reply", _language.Complete(request.Text("code"), request.Number("cursor_pos", 0)));
                break;
            case "inspect_request":
                Reply(Channel.Shell, request, "inspect_reply", _language.Inspect(request.Text("code"), request.Number("cursor_pos", 0)));
                break;
            case "history_request":
                Reply(Channel.Shell, request, "history_reply", _executor.History.Answer(request));
                break;
            case "comm_open":
                // This kernel knows no targets; the protocol's answer to an unknown one is to close it.
                _outputs.Publish(request, "comm_close", new JsonObject { ["comm_id"] = request.Text("comm_id"), ["data"] = new JsonObject() });
                break;
            case "comm_info_request":
                Reply(Channel.Shell, request, "comm_info_reply", new JsonObject { ["status"] = "ok", ["comms"] = new JsonObject() });
                break;
        }
    }

    private void HandleControl(Message request)
    {
        _outputs.Status(request, "busy");
        switch (request.Type)
        {
            case "interrupt_request":
                _ = _executor.Interrupt();
                Reply(Channel.Control, request, "interrupt_reply", new JsonObject { ["status"] = "ok" });
                break;
            case "kernel_info_request":
                Reply(Channel.Control, request, "kernel_info_reply", KernelInfo());
                break;
            case "shutdown_request":
                Shutdown(Channel.Control, request);
                break;
        }

        Complete(request);
    }

    private void Complete(Message request)
    {
        _outputs.Status(request, "idle");
        if (request.Type == "shutdown_request") _ended.TrySetResult(request.Flag("restart", false));
    }

    private void Execute(Message request)
    {
        // A cell that redirected the console and did not put it back keeps its own output from the reader, not that of later cells.
        _console.Attach();
        var reply = _executor.Execute(request);
        // Nobody sees a silent request fail, so it stops none: editors ask such things beside the reader's cells.
        if ((string?)reply["status"] == "error" && request.Flag("stop_on_error", true) && !request.Flag("silent", false)) _aborted.AddRange(TakeQueuedCells());
        Reply(Channel.Shell, request, "execute_reply", reply);
    }

    // The cells that were sent before the client could know of the failure, which are not run: they are taken before it is told.
    private List<Message> TakeQueuedCells()
    {
        var queued = new List<Message>();
        while (_requests.TryTake(out var next)) queued.Add(next);
        foreach (var other in queued.Where(each => each.Type != "execute_request")) _requests.Add(other);
        return queued.FindAll(each => each.Type == "execute_request");
    }

    private void AnswerAborted()
    {
        foreach (var cell in _aborted)
        {
            _outputs.Status(cell, "busy");
            Reply(Channel.Shell, cell, "execute_reply", new JsonObject { ["status"] = "aborted", ["execution_count"] = _executor.Count });
            _outputs.Status(cell, "idle");
        }

        _aborted.Clear();
    }

    private string Ask(string prompt, bool hidden)
    {
        if (Cell.Current is not { AllowsInput: true } cell)
            throw new InvalidOperationException("This cell asks for input, and the notebook runs without a reader who could answer.");
        while (_answers.TryTake(out _)) { }
        _outputs.Flush();
        var frames = _codec.Encode(cell.Request.Identities, "input_request", cell.Request.HeaderBytes,
            new JsonObject { ["prompt"] = prompt, ["password"] = hidden });
        _sockets.Send(Channel.Stdin, frames);
        return _answers.Take(cell.Interruption.Token).Text("value");
    }

    private void Shutdown(Channel channel, Message request)
    {
        EndCell();
        Reply(channel, request, "shutdown_reply", new JsonObject { ["status"] = "ok", ["restart"] = request.Flag("restart", false) });
    }

    // What the cell started (a restore of packages, say) must not outlive the kernel; a cell that does not listen is not waited for.
    private void EndCell() => ((IAsyncResult)_executor.Interrupt()).AsyncWaitHandle.WaitOne(TimeSpan.FromSeconds(1));

    private void Reply(Channel channel, Message request, string type, JsonObject content) =>
        _sockets.Send(channel, _codec.Encode(request.Identities, type, request.HeaderBytes, content));

    private static JsonObject KernelInfo() => new()
    {
        ["status"] = "ok",
        ["protocol_version"] = MessageCodec.ProtocolVersion,
        ["implementation"] = "ActivationNotes.Kernel",
        ["implementation_version"] = typeof(KernelHost).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
        ["language_info"] = new JsonObject
        {
            ["name"] = "C#",
            ["version"] = "14.0",
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
            ["codemirror_mode"] = "text/x-csharp",
            ["nbconvert_exporter"] = "script",
        },
        ["banner"] = "C# (ActivationNotes)",
        ["debugger"] = false,
        ["help_links"] = new JsonArray(new JsonObject
        {
            ["text"] = "C# reference",
            ["url"] = "https://learn.microsoft.com/dotnet/csharp/language-reference/",
        }),
    };
}
