using System.Text.Json.Nodes;
using ActivationNotes.Course.Execution;
using ActivationNotes.Course.Notebooks;
using ActivationNotes.Course.Sessions;

namespace ActivationNotes.Course.Tests.Execution;

public sealed class OutputCollectorTests : IDisposable
{
    private readonly CourseFolder _folder = new();
    private readonly OutputSpill _spill;
    private readonly OutputCollector _collector;

    public OutputCollectorTests()
    {
        _spill = new OutputSpill(Path.Combine(_folder.Root, "executed"), "lesson");
        _collector = new OutputCollector(_spill);
        _collector.Begin(1);
    }

    public void Dispose()
    {
        _spill.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void What_is_printed_between_other_outputs_is_one_text_per_stream()
    {
        Print("stdout", "a");
        Print("stderr", "x");
        Print("stdout", "b\n");
        Show("1");
        Print("stdout", "c");
        Assert.Equal(["stdout:ab\n", "stderr:x", "display_data:1", "stdout:c"], Outputs());
    }

    [Theory]
    [InlineData("10 %\r20 %\r30 %\n", "30 %\n")]
    [InlineData("one\r\ntwo\r\n", "one\ntwo\n")]
    [InlineData("abc\b\bX", "aX")]
    [InlineData("a\n\b\bb", "a\nb")]
    [InlineData("😀\b!", "!")]
    [InlineData("one\r\r\ntwo\r", "one\ntwo\r")]
    [InlineData("abc\r\bd\n", "d\n")]
    public void Overtyped_text_is_what_a_terminal_shows(string printed, string stored)
    {
        Print("stdout", printed);
        Assert.Equal(["stdout:" + stored], Outputs());
    }

    // Where each backspace costs a walk through the text, this takes hours.
    [Fact]
    public void A_flood_of_backspaces_is_overtyped_in_one_go()
    {
        const int Half = StreamText.MaximumLength / 2;
        Print("stdout", new string('a', Half) + new string('\b', Half - 1));
        Assert.Equal(["stdout:a"], Outputs());
    }

    [Fact]
    public void Clearing_at_once_forgets_what_was_there()
    {
        Print("stdout", "gone");
        Message("clear_output", new JsonObject { ["wait"] = false });
        Assert.Empty(Outputs());
    }

    [Fact]
    public void Clearing_with_wait_keeps_what_was_there_until_something_follows()
    {
        Print("stdout", "stays");
        Message("clear_output", new JsonObject { ["wait"] = true });
        Assert.Equal(["stdout:stays"], Outputs());
        _collector.Begin(2);
        Print("stdout", "gone");
        Message("clear_output", new JsonObject { ["wait"] = true });
        Print("stdout", "new");
        Assert.Equal(["stdout:new"], Outputs());
    }

    [Fact]
    public void An_update_reaches_a_display_of_an_earlier_cell()
    {
        Show("old", "id");
        var first = _collector.End();
        _collector.Begin(2);
        Message("update_display_data", new JsonObject { ["data"] = new JsonObject { ["text/plain"] = "new" }, ["transient"] = new JsonObject { ["display_id"] = "id" } });
        Assert.Empty(Outputs());
        Assert.Equal("new", new Output((JsonObject)first[0]!).Content("text/plain"));
    }

    [Fact]
    public void Transient_data_is_not_stored()
    {
        Show("x", "id");
        Assert.DoesNotContain("transient", _collector.End().ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_content_stays_an_object_and_text_becomes_lines()
    {
        Message("display_data", new JsonObject { ["data"] = new JsonObject { ["application/vnd.x+json"] = new JsonObject { ["a"] = 1 }, ["text/html"] = "<p>\n</p>" }, ["metadata"] = new JsonObject() });
        Assert.Equal("{\"application/vnd.x+json\":{\"a\":1},\"text/html\":[\"<p>\\n\",\"</p>\"]}", JsonText.Compact(_collector.End()[0]!["data"]));
    }

    [Fact]
    public void A_flood_is_cut_off_with_a_notice_and_the_whole_is_in_a_file()
    {
        for (var line = 0; line < 100_000; line++) Print("stdout", $"{line}\n");
        var text = new Output((JsonObject)_collector.End()[0]!).Text;
        _spill.Publish();
        Assert.Equal(StreamText.MaximumLines + 1, text.TrimEnd('\n').Split('\n').Length);
        Assert.EndsWith("[… cut off here: 100000 lines in all, the whole is in lesson.cell-01.stdout.txt]\n", text, StringComparison.Ordinal);
        var whole = File.ReadAllLines(Path.Combine(_folder.Root, "executed", "lesson.cell-01.stdout.txt"));
        Assert.Equal(Enumerable.Range(0, 100_000).Select(line => $"{line}"), whole);
    }

    [Fact]
    public void One_endless_line_is_cut_off_too_and_pairs_stay_whole()
    {
        Print("stdout", "x" + string.Concat(Enumerable.Repeat("😀", StreamText.MaximumLength)));
        var text = new Output((JsonObject)_collector.End()[0]!).Text;
        Assert.True(text.Length < StreamText.MaximumLength + 200);
        Assert.DoesNotContain("\\ud83d", JsonText.Compact(text), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_was_cleared_leaves_no_file()
    {
        for (var line = 0; line < 3_000; line++) Print("stdout", "x\n");
        Show(string.Join('\n', Enumerable.Range(0, 3_000)));
        Message("clear_output", new JsonObject { ["wait"] = false });
        Print("stdout", "short");
        Assert.Equal(["stdout:short"], Outputs());
        _spill.Publish();
        Assert.Empty(Directory.EnumerateFiles(_folder.Root, "*.txt*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Files_of_a_run_that_was_given_up_disappear()
    {
        for (var line = 0; line < 3_000; line++) Print("stdout", "x\n");
        _collector.End();
        _spill.Dispose();
        Assert.Empty(Directory.EnumerateFiles(_folder.Root, "*.txt*", SearchOption.AllDirectories));
    }

    private void Message(string type, JsonObject content) => _collector.Add(new KernelMessage(KernelChannel.Iopub, type, "", content));

    private void Print(string stream, string text) => Message("stream", new JsonObject { ["name"] = stream, ["text"] = text });

    private void Show(string text, string? id = null) => Message("display_data", new JsonObject
    {
        ["data"] = new JsonObject { ["text/plain"] = text },
        ["metadata"] = new JsonObject(),
        ["transient"] = id is null ? new JsonObject() : new JsonObject { ["display_id"] = id },
    });

    private string[] Outputs() => [.. _collector.End().Select(node => new Output((JsonObject)node!))
        .Select(output => output.Kind == "stream" ? $"{output.StreamName}:{output.Text}" : $"{output.Kind}:{output.Content("text/plain")}")];
}
