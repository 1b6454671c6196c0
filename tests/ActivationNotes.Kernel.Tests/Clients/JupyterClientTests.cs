namespace ActivationNotes.Kernel.Tests.Clients;

/// <summary>
/// Jupyter's own client library. It asks what the Jupyter organisation's test suite for kernels asks, which Debian does not have.
/// </summary>
public sealed class JupyterClientTests
{
    private const string Preamble = """
        import queue, time
        from jupyter_client.manager import start_new_kernel
        km, kc = start_new_kernel(kernel_name=".net-csharp", startup_timeout=60)
        def run(code, **more):
            outputs = []
            reply = kc.execute_interactive(code, output_hook=lambda m: outputs.append(m), timeout=60, allow_stdin=False, **more)
            return reply["content"], [(m["msg_type"], m["content"]) for m in outputs if m["msg_type"] not in ("status", "execute_input")]
        def ask(send, *args, **more):
            return kc._recv_reply(send(*args, **more), timeout=60)["content"]
        try:

        """;

    [Theory]
    [InlineData("kernel_info names the language", """
        info = ask(kc.kernel_info)
        assert info["protocol_version"] >= "5.3" and info["implementation"] and info["banner"], info
        assert {"name", "version", "mimetype", "file_extension"} <= set(info["language_info"]), info
        """)]
    [InlineData("stdout and stderr", """
        reply, outputs = run('Console.WriteLine("hello, world"); Console.Error.WriteLine("error");')
        assert reply["status"] == "ok"
        assert [(c["name"], c["text"]) for t, c in outputs] == [("stdout", "hello, world\n"), ("stderr", "error\n")], outputs
        """)]
    [InlineData("execute_result and display_data", """
        reply, outputs = run("display(1); 6 * 7")
        assert [t for t, c in outputs] == ["display_data", "execute_result"], outputs
        assert outputs[1][1]["data"]["text/plain"] == "42" and outputs[1][1]["execution_count"] == reply["execution_count"]
        """)]
    [InlineData("errors", """
        reply, outputs = run('throw new Exception("bad");')
        assert reply["status"] == "error" and outputs[0][0] == "error", outputs
        assert reply["ename"] == outputs[0][1]["ename"] and reply["traceback"], reply
        """)]
    [InlineData("completion", """
        reply = ask(kc.complete, "Console.Wri", 11)
        assert "WriteLine" in reply["matches"] and (reply["cursor_start"], reply["cursor_end"]) == (8, 11), reply
        """)]
    [InlineData("inspection", """
        reply = ask(kc.inspect, "Math.Sin(1)", 7)
        assert reply["found"] and "sine" in reply["data"]["text/plain"], reply
        """)]
    [InlineData("is_complete", """
        for code, status in [("1 + 1", "complete"), ("if (true) {", "incomplete"), ("1 + )", "invalid")]:
            assert ask(kc.is_complete, code)["status"] == status, code
        assert ask(kc.is_complete, "if (true) {")["indent"] == "    "
        """)]
    [InlineData("history", """
        run("1 + 1"); run("2 + 2")
        assert [h[2] for h in ask(kc.history, hist_access_type="tail", n=2)["history"]] == ["1 + 1", "2 + 2"]
        assert [h[2] for h in ask(kc.history, hist_access_type="search", pattern="2*")["history"]] == ["2 + 2"]
        assert [h[2] for h in ask(kc.history, hist_access_type="range", session=0, start=1, stop=2)["history"]] == ["1 + 1"]
        """)]
    [InlineData("clear_output, payload and comm_info", """
        reply, outputs = run("ClearOutput();")
        assert [t for t, c in outputs] == ["clear_output"] and reply["payload"] == []
        assert ask(kc.comm_info)["comms"] == {}
        """)]
    [InlineData("user expressions and silence", """
        reply, outputs = run("var x = 5;", user_expressions={"y": "x + 1", "z": "nothing"})
        assert reply["user_expressions"]["y"]["data"]["text/plain"] == "6" and reply["user_expressions"]["z"]["status"] == "error", reply
        assert run("display(1);", silent=True)[1] == []
        """)]
    [InlineData("input", """
        kc.execute("Console.ReadLine() + ReadPassword(\"secret?\")", allow_stdin=True)
        question = kc.get_stdin_msg(timeout=30)["content"]; kc.input("a")
        secret = kc.get_stdin_msg(timeout=30)["content"]; kc.input("b")
        assert (question["password"], secret["prompt"], secret["password"]) == (False, "secret?", True), (question, secret)
        while (m := kc.get_iopub_msg(timeout=30))["msg_type"] != "execute_result": pass
        assert m["content"]["data"]["text/plain"] == "ab", m
        """)]
    [InlineData("interrupt", """
        kc.execute("while (true) { }"); time.sleep(1); km.interrupt_kernel()
        while (m := kc.get_shell_msg(timeout=30))["msg_type"] != "execute_reply": pass
        assert m["content"]["ename"] == "KeyboardInterrupt", m
        assert run("1")[0]["status"] == "ok"
        """)]
    [InlineData("restart", """
        run("var kept = 1;"); km.restart_kernel(); kc.wait_for_ready(timeout=60)
        assert run("kept")[0]["status"] == "error"
        assert kc.hb_channel.is_beating()
        """)]
    public async Task It_is_served(string what, string script)
    {
        using var debian = new Debian("/usr/lib/python3/dist-packages/jupyter_client/manager.py");
        var body = string.Join('\n', script.ReplaceLineEndings("\n").Split('\n').Select(line => "    " + line));
        var (code, output) = await debian.RunPythonAsync(Preamble.ReplaceLineEndings("\n") + body + "\nfinally:\n    kc.stop_channels(); km.shutdown_kernel(now=True)\n");
        Assert.True(code == 0, $"{what}: {output}");
    }
}
