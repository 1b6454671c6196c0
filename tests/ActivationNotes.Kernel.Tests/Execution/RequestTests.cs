using System.Text.Json.Nodes;

namespace ActivationNotes.Kernel.Tests.Execution;

public sealed class RequestTests(TestClient client) : IClassFixture<TestClient>
{
    [Theory]
    [InlineData("kernel_info_request", false)]
    [InlineData("kernel_info_request", true)]
    [InlineData("interrupt_request", true)]
    [InlineData("execute_request", false)]
    [InlineData("complete_request", false)]
    [InlineData("inspect_request", false)]
    [InlineData("is_complete_request", false)]
    [InlineData("history_request", false)]
    [InlineData("comm_info_request", false)]
    public void Busy_and_idle_surround_every_request_and_its_reply_is_of_its_kind(string type, bool control)
    {
        var reply = client.Request(type, new JsonObject { ["code"] = "1", ["cursor_pos"] = 1, ["hist_access_type"] = "tail" }, control: control);
        Assert.NotNull(reply["status"]);
        Assert.Equal("busy", (string?)client.Published[0].Content["execution_state"]);
        Assert.Equal("idle", (string?)client.Published[^1].Content["execution_state"]);
        Assert.All(client.Published, message => Assert.Equal(type, (string?)message.Parent["msg_type"]));
    }

    [Fact]
    public void There_are_no_comms_and_one_that_is_opened_is_closed()
    {
        Assert.Equal("{}", client.Request("comm_info_request", [])["comms"]!.ToJsonString());
        var id = client.Send("comm_open", new JsonObject { ["comm_id"] = "c1", ["target_name"] = "widget", ["data"] = new JsonObject() });
        client.CollectUntilIdle(id);
        Assert.Equal("c1", (string?)client.Single("comm_close")["comm_id"]);
        client.CollectUntilIdle(client.Send("comm_msg", new JsonObject { ["comm_id"] = "c1", ["data"] = new JsonObject() }));
        client.CollectUntilIdle(client.Send("comm_close", new JsonObject { ["comm_id"] = "c1", ["data"] = new JsonObject() }));
        Assert.Equal(["status", "status"], client.Kinds);
    }

    [Fact]
    public void A_cell_that_is_not_stored_is_shown_but_neither_counted_nor_remembered()
    {
        var before = (int)client.Execute("1")["execution_count"]!;
        client.Execute("\"unstored\"", new JsonObject { ["store_history"] = false });
        Assert.Equal("unstored", client.Result("text/plain"));
        Assert.Equal(before + 1, (int?)client.Execute("1")["execution_count"]);
        var history = client.Request("history_request", new JsonObject { ["hist_access_type"] = "tail", ["n"] = 100 })["history"]!.ToJsonString();
        Assert.DoesNotContain("unstored", history, StringComparison.Ordinal);
    }

    [Fact]
    public void History_gives_outputs_when_asked_and_each_source_once_when_asked()
    {
        client.Execute("\"a result\" /* once */");
        client.Execute("\"a result\" /* once */");
        var found = Ask(new JsonObject { ["hist_access_type"] = "search", ["pattern"] = "*once*", ["unique"] = true, ["output"] = true });
        Assert.Equal("a result", (string?)Assert.Single(found)![2]![1]);
        Assert.Equal(2, Ask(new JsonObject { ["hist_access_type"] = "search", ["pattern"] = "\"a result\" /? once ??" }).Count);
        Assert.Empty(Ask(new JsonObject { ["hist_access_type"] = "range", ["session"] = -3, ["start"] = 0, ["stop"] = 100 }));

        JsonArray Ask(JsonObject content) => client.Request("history_request", content)["history"]!.AsArray();
    }

    [Fact]
    public void A_user_expression_that_fails_says_how_and_the_cell_succeeds()
    {
        var reply = client.Execute("var number = 3;", new JsonObject
        {
            ["user_expressions"] = new JsonObject { ["throws"] = "throw new Exception(\"bad\")", ["loops"] = "number / (number - 3)", ["good"] = "number" },
        });
        Assert.Equal("ok", (string?)reply["status"]);
        var answers = reply["user_expressions"]!;
        Assert.Contains("DivideByZeroException", (string?)answers["loops"]!["evalue"], StringComparison.Ordinal);
        Assert.Equal("error", (string?)answers["throws"]!["status"]);
        Assert.NotEmpty(answers["loops"]!["traceback"]!.AsArray());
        Assert.Equal("3", (string?)answers["good"]!["data"]!["text/plain"]);
        Assert.DoesNotContain("error", client.Kinds);
    }

    [Fact]
    public void A_user_expression_that_does_not_compile_says_why_in_its_answer_and_nowhere_else()
    {
        var reply = client.Execute("1.ToString();", new JsonObject { ["user_expressions"] = new JsonObject { ["wrong"] = "\nno_such_name", ["warned"] = "#warning look here\n1" } });
        var wrong = reply["user_expressions"]!["wrong"]!;
        Assert.Equal("(2,1): error CS0103: The name 'no_such_name' does not exist in the current context", (string?)wrong["evalue"]);
        Assert.Equal((string?)wrong["evalue"], (string?)Assert.Single(wrong["traceback"]!.AsArray()));
        Assert.Equal(("user expression wrong", 2), ((string?)wrong["origin"], (int?)wrong["line"]));
        Assert.Equal("ok", (string?)reply["user_expressions"]!["warned"]!["status"]);
        Assert.Equal(["status", "execute_input", "status"], client.Kinds);
    }

    [Fact]
    public void A_silent_cell_that_fails_does_not_stop_those_behind_it()
    {
        var failing = client.Send("execute_request", new JsonObject { ["code"] = "await Task.Delay(200); throw new Exception();", ["silent"] = true });
        var queued = client.Send("execute_request", new JsonObject { ["code"] = "1" });
        Assert.Equal("error", (string?)client.Finish(failing)["status"]);
        Assert.Equal("ok", (string?)client.Finish(queued)["status"]);
    }

    [Fact]
    public void A_cell_that_redirects_the_console_keeps_no_output_from_later_cells()
    {
        client.Execute("Console.SetOut(new System.IO.StringWriter()); Console.SetError(System.IO.TextWriter.Null); Console.SetIn(System.IO.TextReader.Null); Console.Write(\"kept\");");
        Assert.Equal("", client.Stream("stdout"));
        var running = client.Send("execute_request", new JsonObject { ["code"] = "Console.Write(Console.ReadLine()); Console.Error.Write(\"e\");", ["allow_stdin"] = true });
        client.Answer("read");
        client.Finish(running);
        Assert.Equal(("read", "e"), (client.Stream("stdout"), client.Stream("stderr")));
    }

    [Fact]
    public void A_failing_cell_that_asks_for_it_does_not_stop_those_behind_it()
    {
        var failing = client.Send("execute_request", new JsonObject { ["code"] = "await Task.Delay(200); throw new Exception();", ["stop_on_error"] = false });
        var queued = client.Send("execute_request", new JsonObject { ["code"] = "1" });
        Assert.Equal("error", (string?)client.Finish(failing)["status"]);
        Assert.Equal("ok", (string?)client.Finish(queued)["status"]);
    }

    [Fact]
    public void Outputs_are_cleared_on_request()
    {
        client.Execute("Console.Write(\"old\"); ClearOutput(wait: true); Console.Write(\"new\");");
        Assert.Equal(["status", "execute_input", "stream", "clear_output", "stream", "status"], client.Kinds);
        Assert.True((bool?)client.Single("clear_output")["wait"]);
    }

    [Fact]
    public void What_a_task_writes_after_its_cell_ended_still_belongs_to_that_cell()
    {
        client.Execute("TaskCompletionSource ended = new(), written = new();");
        var id = client.Send("execute_request", new JsonObject { ["code"] = "_ = Task.Run(async () => { await ended.Task; Console.Write(\"late\"); written.SetResult(); });" });
        client.Finish(id);
        client.Execute("ended.SetResult(); await written.Task; Console.Write(\"own\");");
        Assert.Equal("own", client.Stream("stdout"));
        Assert.Contains(client.Others, message => (string?)message.Parent["msg_id"] == id && (string?)message.Content["text"] == "late");
    }

    [Fact]
    public void The_result_is_that_of_the_cell_and_an_empty_cell_has_none()
    {
        Assert.Equal("ok", (string?)client.Execute("")["status"]);
        Assert.Equal(["status", "execute_input", "status"], client.Kinds);
        client.Execute("// only a comment");
        Assert.DoesNotContain("execute_result", client.Kinds);
        client.Execute("Console.Write(\"\")");
        Assert.DoesNotContain("execute_result", client.Kinds);
    }
}
