namespace ActivationNotes.Kernel.Tests.Clients;

/// <summary>
/// Jupyter's own client library. It asks what the Jupyter organisation's test suite for kernels asks, which Debian does not have.
/// </summary>
public sealed class JupyterClientTests(JupyterClient client) : IClassFixture<JupyterClient>
{
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
        first = run("1 + 1")[0]["execution_count"]; run("2 + 2")
        assert [h[2] for h in ask(kc.history, hist_access_type="tail", n=2)["history"]] == ["1 + 1", "2 + 2"]
        assert [h[2] for h in ask(kc.history, hist_access_type="search", pattern="2*")["history"]] == ["2 + 2"]
        assert [h[2] for h in ask(kc.history, hist_access_type="range", session=0, start=first, stop=first + 1)["history"]] == ["1 + 1"]
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
        request = kc.execute("Console.ReadLine() + ReadPassword(\"secret?\")", allow_stdin=True)
        question = kc.get_stdin_msg(timeout=30)["content"]; kc.input("a")
        secret = kc.get_stdin_msg(timeout=30)["content"]; kc.input("b")
        assert (question["password"], secret["prompt"], secret["password"]) == (False, "secret?", True), (question, secret)
        while (m := kc.get_iopub_msg(timeout=30))["msg_type"] != "execute_result": pass
        assert m["content"]["data"]["text/plain"] == "ab" and kc._recv_reply(request, timeout=30)["content"]["status"] == "ok", m
        """)]
    [InlineData("interrupt", """
        request = kc.execute("while (true) { }"); time.sleep(1); km.interrupt_kernel()
        reply = kc._recv_reply(request, timeout=30)["content"]
        assert reply["ename"] == "KeyboardInterrupt", reply
        assert run("1")[0]["status"] == "ok"
        """)]
    [InlineData("restart", """
        run("var kept = 1;"); km.restart_kernel(); kc.wait_for_ready(timeout=60)
        assert run("kept")[0]["status"] == "error"
        patience = time.time() + 60
        while not kc.hb_channel.is_beating() and time.time() < patience: time.sleep(0.1)
        assert kc.hb_channel.is_beating()
        """)]
    public async Task It_is_served(string what, string script)
    {
        var trouble = await client.RunAsync(script);
        Assert.True(trouble.Length == 0, $"{what}: {trouble}");
    }
}
