using System.Diagnostics;
using System.Text.Json;

namespace ActivationNotes.Kernel.Tests.Clients;

/// <summary>A kernel started by Jupyter's own client library, for all tests: starting Python and the kernel takes far longer than what each of them asks.</summary>
public sealed class JupyterClient : IDisposable
{
    private const string Answer = "answer: ";

    private const string Program = """
        import json, sys, time, traceback
        from jupyter_client.manager import start_new_kernel
        def start():
            return start_new_kernel(kernel_name=".net-csharp", startup_timeout=60)
        def stop():
            kc.stop_channels(); km.shutdown_kernel(now=True)
        def run(code, **more):
            outputs = []
            reply = kc.execute_interactive(code, output_hook=lambda m: outputs.append(m), timeout=60, allow_stdin=False, **more)
            return reply["content"], [(m["msg_type"], m["content"]) for m in outputs if m["msg_type"] not in ("status", "execute_input")]
        def ask(send, *args, **more):
            return kc._recv_reply(send(*args, **more), timeout=60)["content"]
        km, kc = start()
        try:
            for line in sys.stdin:
                try:
                    exec(compile(json.loads(line), "test", "exec"), globals()); trouble = ""
                except Exception:
                    # What else is asked must not suffer for it.
                    trouble = traceback.format_exc(); stop(); km, kc = start()
                print("answer: " + json.dumps(trouble), flush=True)
        finally:
            stop()
        """;

    private Debian? _debian;
    private Process? _python;
    private Task<string>? _errors;

    /// <summary>Runs a Python script in which km is the kernel's manager, kc a client of it, run(code) executes and ask(kc.something, ...) waits for the reply.</summary>
    /// <returns>The exception it ended with; empty when it did not.</returns>
    public async Task<string> RunAsync(string script)
    {
        var cancellation = TestContext.Current.CancellationToken;
        if (_python is null)
        {
            _debian = new Debian("/usr/lib/python3/dist-packages/jupyter_client/manager.py");
            _python = _debian.Start(Debian.Python, ["-c", Program.ReplaceLineEndings("\n")]);
            _errors = _python.StandardError.ReadToEndAsync(CancellationToken.None);
        }
        await _python.StandardInput.WriteLineAsync(JsonSerializer.Serialize(script.ReplaceLineEndings("\n")).AsMemory(), cancellation);
        await _python.StandardInput.FlushAsync(cancellation);
        while (await _python.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            if (line.StartsWith(Answer, StringComparison.Ordinal)) return JsonSerializer.Deserialize<string>(line[Answer.Length..])!;
        }
        return "Python has ended: " + await _errors!;
    }

    public void Dispose()
    {
        if (_python is not null)
        {
            // Python stops the kernel when nothing more is asked.
            _python.StandardInput.Close();
            if (!_python.WaitForExit(TimeSpan.FromSeconds(30))) _python.Kill(entireProcessTree: true);
            _python.Dispose();
        }
        _debian?.Dispose();
    }
}
