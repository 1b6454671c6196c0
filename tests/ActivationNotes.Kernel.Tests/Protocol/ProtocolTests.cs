using System.Text;
using System.Text.Json.Nodes;

namespace ActivationNotes.Kernel.Tests.Protocol;

public sealed class ProtocolTests : IDisposable
{
    private readonly TestClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public void Kernel_info_names_the_language_and_the_protocol()
    {
        var info = _client.Request("kernel_info_request", []);
        Assert.Equal("ok", (string?)info["status"]);
        Assert.Equal("C#", (string?)info["language_info"]!["name"]);
        Assert.Equal(".cs", (string?)info["language_info"]!["file_extension"]);
        Assert.StartsWith("5.", (string?)info["protocol_version"], StringComparison.Ordinal);
        Assert.Equal(["status", "status"], _client.Kinds);
    }

    [Fact]
    public void The_heartbeat_echoes() => Assert.Equal("ping"u8.ToArray(), _client.Beat("ping"u8.ToArray()));

    [Fact]
    public void A_message_with_a_wrong_signature_is_dropped_and_the_key_is_not_logged()
    {
        _client.Send("execute_request", new JsonObject { ["code"] = "var smuggled = 1;" }, key: Encoding.UTF8.GetBytes("guessed"));
        var reply = _client.Execute("smuggled");
        Assert.Equal("error", (string?)reply["status"]);
        Assert.Equal(1, (int?)reply["execution_count"]);
        Assert.Contains("CS0103", _client.Stream("stderr"), StringComparison.Ordinal);
        Assert.Contains("its signature is wrong", _client.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("a key of this test only", _client.Log, StringComparison.Ordinal);
    }

    [Fact]
    public void Streams_displays_and_the_result_arrive_in_the_order_of_the_cell()
    {
        _client.Execute("Console.Write(1); Console.Write(2); display(3); Console.Error.Write(4); Console.Write(5); 6");
        Assert.Equal(["status", "execute_input", "stream", "display_data", "stream", "stream", "execute_result", "status"], _client.Kinds);
        Assert.Equal("125", _client.Stream("stdout"));
        Assert.Equal("4", _client.Stream("stderr"));
    }

    [Fact]
    public void A_silent_cell_publishes_nothing_and_is_not_counted()
    {
        _client.Execute("Console.Write(1); 2", new JsonObject { ["silent"] = true });
        Assert.Equal(["status", "status"], _client.Kinds);
        Assert.Equal(1, (int?)_client.Execute("3")["execution_count"]);
    }

    [Fact]
    public void User_expressions_are_evaluated_each_for_itself()
    {
        var reply = _client.Execute("var a = 20;", new JsonObject { ["user_expressions"] = new JsonObject { ["good"] = "a + 1", ["bad"] = "b" } });
        Assert.Contains("21", (string?)reply["user_expressions"]!["good"]!["data"]!["text/plain"], StringComparison.Ordinal);
        Assert.Equal("error", (string?)reply["user_expressions"]!["bad"]!["status"]);
    }

    [Fact]
    public void Requests_queued_behind_a_failing_cell_are_aborted()
    {
        var failing = _client.Send("execute_request", Code("await Task.Delay(500); throw new Exception();"));
        var queued = _client.Send("execute_request", Code("1"));
        Assert.Equal("error", (string?)_client.Finish(failing)["status"]);
        Assert.Equal("aborted", (string?)_client.Finish(queued)["status"]);
        Assert.Equal("ok", (string?)_client.Execute("1")["status"]);
    }

    [Fact]
    public void A_request_sent_as_soon_as_the_failure_is_known_is_run()
    {
        for (var attempt = 0; attempt < 50; attempt++)
        {
            _client.Execute("throw new Exception();");
            Assert.Equal("ok", (string?)_client.Execute("1")["status"]);
        }
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("IEnumerable<int> Waits() { System.Threading.Thread.Sleep(-1); yield return 1; }\nWaits()")]
    [InlineData("IEnumerable<int> Waits() { System.Threading.Thread.Sleep(-1); yield return 1; }\ndisplay(Waits());")]
    [InlineData("Interrupted.Register(() => System.Threading.Thread.Sleep(-1)); await Task.Delay(-1, Interrupted);")]
    [InlineData("Interrupted.Register(() => throw new Exception()); while (true) { }")]
    public void An_interrupted_cell_ends_and_the_next_one_runs(string code)
    {
        _client.Execute("var kept = 5;");
        var running = _client.Begin(code);
        Assert.Equal("ok", (string?)_client.Request("interrupt_request", [], control: true)["status"]);
        Assert.Equal("KeyboardInterrupt", (string?)_client.Finish(running)["ename"]);
        var reply = _client.Execute("kept");
        Assert.True((string?)reply["status"] == "ok", reply.ToJsonString());
        Assert.Equal("5", _client.Result("text/plain"));
    }

    [Fact]
    public void Console_ReadLine_asks_the_client_that_allows_it()
    {
        var running = _client.Send("execute_request", Code("Console.ReadLine() + ReadInput(\"name?\")", allowInput: true));
        Assert.Equal("", (string?)_client.Answer("one ")["prompt"]);
        Assert.Equal("name?", (string?)_client.Answer("two")["prompt"]);
        _client.Finish(running);
        Assert.Equal("one two", _client.Result("text/plain"));
    }

    [Fact]
    public void Asking_a_client_that_has_no_reader_is_an_error_that_says_so()
    {
        _client.Execute("Console.ReadLine()");
        Assert.Contains("without a reader", (string?)_client.Single("error")["evalue"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_display_is_updated_in_its_place()
    {
        _client.Execute("var place = display(1); place.Update(2);");
        var id = (string?)_client.Single("display_data")["transient"]!["display_id"];
        var update = _client.Single("update_display_data");
        Assert.Equal(id, (string?)update["transient"]!["display_id"]);
        Assert.Equal("2", (string?)update["data"]!["text/plain"]);
    }

    [Theory]
    [InlineData("1 + 1", "complete")]
    [InlineData("int F() {", "incomplete")]
    [InlineData("1 + )", "invalid")]
    public void Is_complete_tells_whole_code_from_code_that_goes_on(string code, string expected) =>
        Assert.Equal(expected, (string?)_client.Request("is_complete_request", new JsonObject { ["code"] = code })["status"]);

    [Fact]
    public void Completion_knows_members_and_the_variables_of_earlier_cells()
    {
        _client.Execute("var measured = 1.5;");
        Assert.Contains("WriteLine", Complete("Console.Wri"));
        Assert.Contains("measured", Complete("meas"));

        string[] Complete(string code) => [.. _client.Request("complete_request",
            new JsonObject { ["code"] = code, ["cursor_pos"] = code.Length })["matches"]!.AsArray().Select(match => (string)match!)];
    }

    [Fact]
    public void Inspection_gives_the_signature_and_the_documentation()
    {
        var reply = _client.Request("inspect_request", new JsonObject { ["code"] = "Math.Sin(1)", ["cursor_pos"] = 7, ["detail_level"] = 0 });
        Assert.Contains("double Math.Sin(double a)", (string?)reply["data"]!["text/plain"], StringComparison.Ordinal);
        Assert.Contains("sine", (string?)reply["data"]!["text/plain"], StringComparison.Ordinal);
    }

    [Fact]
    public void History_has_a_tail_that_can_be_searched()
    {
        _client.Execute("var first = 1;");
        _client.Execute("var second = 2;");
        Assert.Equal("""[[1,2,"var second = 2;"]]""", History("tail", new JsonObject { ["n"] = 1 }));
        Assert.Equal("""[[1,1,"var first = 1;"]]""", History("search", new JsonObject { ["pattern"] = "*first*" }));
        Assert.Equal("""[[1,1,"var first = 1;"]]""", History("range", new JsonObject { ["session"] = 0, ["start"] = 1, ["stop"] = 2 }));

        string History(string kind, JsonObject content)
        {
            content["hist_access_type"] = kind;
            return _client.Request("history_request", content)["history"]!.ToJsonString();
        }
    }

    [Fact]
    public void Shutdown_is_answered_and_the_process_ends()
    {
        Assert.False((bool?)_client.Request("shutdown_request", new JsonObject { ["restart"] = false }, control: true)["restart"]);
        Assert.True(_client.Process.WaitForExit(30_000));
        Assert.Equal(0, _client.Process.ExitCode);
    }

    [Theory]
    [InlineData("Environment.Exit(3);", "Environment.Exit(3)")]
    [InlineData("new System.Threading.Thread(() => throw new Exception(\"alone\")).Start(); System.Threading.Thread.Sleep(-1);", "alone")]
    public void A_cell_that_ends_the_process_still_gets_an_answer_that_says_why(string code, string reason)
    {
        var reply = _client.Execute(code);
        Assert.Equal("KernelDied", (string?)reply["ename"]);
        Assert.Contains(reason, (string?)reply["evalue"], StringComparison.Ordinal);
        Assert.True(_client.Process.WaitForExit(30_000));
        Assert.NotEqual(0, _client.Process.ExitCode);
    }

    private static JsonObject Code(string code, bool allowInput = false) =>
        new() { ["code"] = code, ["allow_stdin"] = allowInput, ["stop_on_error"] = true };
}
