namespace ActivationNotes.Kernel.Tests.Display;

/// <summary>Values look as they do in .NET Interactive.</summary>
public sealed class DisplayTests(TestClient client) : IClassFixture<TestClient>
{
    [Theory]
    [InlineData("'c'", "<pre>c</pre>")]
    [InlineData("true", "<pre>True</pre>")]
    [InlineData("2.5", "<pre>2.5</pre>")]
    [InlineData("(1, \"two\")", "<summary><span class=\"dni-code-hint\"><code>(1, two)</code></span></summary>")]
    [InlineData("new Version(1, 2)", "<details open=\"open\" class=\"dni-treeview\">")]
    [InlineData("new { Name = \"<script>\" }", "&lt;script&gt;")]
    [InlineData("new Dictionary<string, int> { [\"a\"] = 1 }", "<table><thead><tr><th><i>key</i></th><th>value</th>")]
    [InlineData("new[] { (1, 2), (3, 4) }", "<table><thead><tr><th><i>index</i></th>")]
    [InlineData("HTML(\"<b>bold</b>\")", "<b>bold</b>")]
    public void As_html(string code, string expected)
    {
        client.Execute(code);
        Assert.Contains(expected, client.Result("text/html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 + 1", "2")]
    [InlineData("(object)null", "<null>")]
    [InlineData("new[] { 1, 2 }", "[ 1, 2 ]")]
    [InlineData("\"two\\nlines\"", "two\nlines")]
    public void As_text_for_terminals(string code, string expected)
    {
        client.Execute(code);
        Assert.Equal(expected, client.Result("text/plain"));
    }

    [Fact]
    public void A_sequence_is_cut_after_twenty_items()
    {
        client.Execute("Enumerable.Range(1, 100)");
        Assert.Contains("20 ... (80 more) ]", client.Result("text/html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_handle_updates_its_own_place_as_often_as_wanted()
    {
        client.Execute("var one = display(\"a\"); var two = 5.Display(); one.Update(\"b\"); two.Update(6); one.Update(\"c\");");
        var places = client.Published.Where(message => ((string)message.Header["msg_type"]!).EndsWith("display_data", StringComparison.Ordinal))
            .Select(message => ((string)message.Content["transient"]!["display_id"]!, (string)message.Content["data"]!["text/plain"]!)).ToList();
        var (first, second) = (places[0].Item1, places[1].Item1);
        Assert.NotEqual(first, second);
        Assert.Equal([(first, "a"), (second, "5"), (first, "b"), (second, "6"), (first, "c")], places);
    }

    [Fact]
    public void A_training_shows_its_progress_in_one_place()
    {
        var library = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(TestClient.KernelFile)!, "..", "..", "bin", "ActivationNotes.dll"));
        Assert.SkipUnless(File.Exists(library), "The libraries of the lessons are not built.");
        client.Execute($$"""
            #r "{{library}}"
            using ActivationNotes.Data;
            using ActivationNotes.Experiments;
            using ActivationNotes.Networks;
            var place = display("waiting");
            new TrainingExperiment(new NetworkRecipe("relu", 1, 8), Epochs: 3).Run(
                DigitSplit.Of(Digits.Load()), [1, 2], new ImmediateProgress<TrainingProgress>(now => place.Update($"{now}")));
            """);
        var shown = client.Published.Where(message => ((string)message.Header["msg_type"]!).EndsWith("display_data", StringComparison.Ordinal)).ToList();
        Assert.Single(shown.Select(message => (string)message.Content["transient"]!["display_id"]!).Distinct(StringComparer.Ordinal));
        Assert.Equal(["waiting", "epoch 1 of 3", "epoch 2 of 3", "epoch 3 of 3"],
            shown.Select(message => ((string)message.Content["data"]!["text/plain"]!).Split(',')[0].Split("] ")[^1]));
    }

    [Fact]
    public void A_handle_is_no_result()
    {
        client.Execute("display(1)");
        Assert.DoesNotContain("execute_result", client.Kinds);
    }

    [Fact]
    public void A_form_can_be_asked_for()
    {
        client.Execute("display(1.5, \"text/plain\"); \"<i>x</i>\".DisplayAs(\"text/html\");");
        var data = client.Published.Where(message => (string?)message.Header["msg_type"] == "display_data").Select(message => message.Content["data"]!.ToJsonString());
        Assert.Equal(["{\"text/plain\":\"1.5\"}", "{\"text/html\":\"\\u003Ci\\u003Ex\\u003C/i\\u003E\"}"], data);
    }

    [Theory]
    [InlineData("var list = new List<object>(); list.Add(list); list")]
    [InlineData("var table = new Dictionary<string, object>(); table[\"own\"] = table; display(table);")]
    [InlineData("var pair = new object[2]; pair[1] = new List<object> { 1, pair }; pair")]
    [InlineData("var deep = new object[1]; for (var i = 0; i < 100_000; i++) deep = new object[] { deep }; deep")]
    [InlineData("var set = new HashSet<object>(); set.Add(set); set")]
    [InlineData("class Endless : System.Collections.IEnumerable { public System.Collections.IEnumerator GetEnumerator() { yield return this; } }\nnew Endless()")]
    [InlineData("IEnumerable<object> Itself() { yield return Itself(); }\nItself()")]
    [InlineData("IEnumerable<object> Itself() { yield return Itself(); }\ndisplay(Itself());")]
    [InlineData("IEnumerable<object> own = null; own = new[] { 1, 2 }.Select(_ => (object)own); own")]
    public void A_collection_that_holds_itself_is_an_error_and_the_kernel_goes_on(string code)
    {
        client.Execute(code);
        Assert.Contains("This collection holds itself", (string?)client.Single("error")["evalue"], StringComparison.Ordinal);
        client.Execute("var row = new[] { 1, 2 }; new[] { row, row }");
        Assert.Equal("Int32[][]\n[ 1, 2 ]\n[ 1, 2 ]", client.Result("text/plain").ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("class Bad { public override string ToString() => throw new InvalidOperationException(\"no text\"); }\nnew Bad()", "no text")]
    [InlineData("IEnumerable<int> Breaks() { yield return 1; throw new InvalidOperationException(\"no more\"); }\nBreaks()", "no more")]
    public void A_value_that_fails_while_it_is_shown_is_an_error(string code, string expected)
    {
        client.Execute(code);
        Assert.Contains(expected, (string?)client.Single("error")["evalue"], StringComparison.Ordinal);
        Assert.Equal("ok", (string?)client.Execute("1")["status"]);
    }

    [Fact]
    public void An_object_whose_ToHtml_gives_null_is_shown_in_plain_form_with_a_word()
    {
        client.Execute("class Nothing { public int Kept => 7; public string ToHtml() => null; }\nnew Nothing()");
        var data = client.Single("execute_result")["data"]!.AsObject();
        Assert.Equal(["text/plain"], data.Select(pair => pair.Key));
        Assert.Contains("7", client.Result("text/plain"), StringComparison.Ordinal);
        Assert.Contains("ToHtml gave no markup but null", client.Result("text/plain"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_registered_formatter_is_used()
    {
        client.Execute("using Microsoft.DotNet.Interactive.Formatting;\nrecord Shape(int Corners);\nFormatter.Register<Shape>(shape => $\"<b>{shape.Corners}</b>\", \"text/html\");");
        client.Execute("new Shape(3)");
        Assert.Equal("<b>3</b>", client.Result("text/html"));
    }
}
