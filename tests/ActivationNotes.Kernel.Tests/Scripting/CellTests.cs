using System.Text.Json.Nodes;

namespace ActivationNotes.Kernel.Tests.Scripting;

public sealed class CellTests : IClassFixture<TestClient>
{
    private readonly TestClient _client;

    public CellTests(TestClient client) => _client = client;

    [Theory]
    [InlineData("\"raw\"", "text/plain", "raw")]
    [InlineData("1 + 1", "text/html", "<div class=\"dni-plaintext\"><pre>2</pre></div>")]
    [InlineData("(object)null", "text/html", "<div class=\"dni-plaintext\"><pre>&lt;null&gt;</pre></div>")]
    [InlineData("new[] { 1, 2, 3 }", "text/html", "<div class=\"dni-plaintext\"><pre>[ 1, 2, 3 ]</pre></div>")]
    [InlineData("Enumerable.Range(0, 25)", "text/html", "19 ... (5 more) ]")]
    [InlineData("new { A = 1 }", "text/html", "<details open=\"open\" class=\"dni-treeview\">")]
    [InlineData("new[] { new { A = 1 }, new { A = 2 } }", "text/html", "<table><thead><tr><th><i>index</i></th>")]
    [InlineData("await Task.FromResult(7)", "text/plain", "7")]
    public void The_last_expression_is_shown_as_in_NET_Interactive(string code, string mimeType, string expected)
    {
        _client.Execute(code);
        Assert.Contains(expected, _client.Result(mimeType), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("return 5;", "5")]
    [InlineData("if (Environment.ProcessId > 0) { return \"early\"; }\n\"late\"", "early")]
    [InlineData("var a = 1;\r\nvar b = 2;\r\na + b", "3")]
    [InlineData("\tvar t = 1;\n\tt", "1")]
    [InlineData("var größe_π = 3; größe_π", "3")]
    [InlineData("class 点 { public int Ü => 4; }\nnew 点().Ü", "4")]
    [InlineData("static int Twice(this int x) => 2 * x;\n5.Twice()", "10")]
    [InlineData("class Twin { public int A => 1; }\nclass User { public Twin Twin = new(); }\nnew User().Twin.A", "1")]
    [InlineData("class Twin { public int B => 2; }\nnew Twin().B", "2")]
    [InlineData("async IAsyncEnumerable<int> Later() { await Task.Yield(); yield return 3; }\nvar sum = 0; await foreach (var n in Later()) sum += n;\nsum", "3")]
    [InlineData("int six = 0; unsafe { int local = 5; int* place = &local; *place += 1; six = local; }\nsix", "6")]
    [InlineData("static async Task<int> Main() { await Task.Yield(); return 7; }\nawait Main()", "7")]
    public void Odd_cells_run(string code, string expected)
    {
        _client.Execute(code);
        Assert.Equal(expected, _client.Result("text/plain"));
    }

    [Theory]
    [InlineData("1 + 1;", "CS0201")]
    [InlineData("Thread.Sleep(0)", "CS0103")]
    [InlineData("\n  undefined_name", "(2,3): error CS0103")]
    [InlineData("#r \"no-such.dll\"", "CS0006")]
    [InlineData("#r \"nuget: \"", "does not name a package")]
    public void What_does_not_compile_says_so_with_its_place(string code, string expected)
    {
        var reply = _client.Execute(code);
        Assert.Equal("error", (string?)reply["status"]);
        Assert.Contains(expected, _client.Stream("stderr") + (string?)reply["evalue"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("// a comment\fConsole.WriteLine(1);\n\"none\"", "none")]
    [InlineData("\"a\fb\".Length.ToString()", "3")]
    [InlineData("((int)@\"\u2028\"[0]).ToString()", "8232")]
    [InlineData("((int)@\"\u2029\"[0]).ToString()", "8233")]
    [InlineData("((int)@\"\u0085\"[0]).ToString()", "133")]
    public void Only_what_ends_a_line_in_CSharp_does_so(string code, string expected)
    {
        _client.Execute(code);
        Assert.Equal(expected, _client.Result("text/plain"));
        Assert.DoesNotContain("stream", _client.Kinds);
    }

    [Fact]
    public void A_semicolon_suppresses_the_result()
    {
        _client.Execute("Math.Abs(-1);");
        Assert.DoesNotContain("execute_result", _client.Kinds);
    }

    [Fact]
    public void A_using_of_its_own_cell_lasts()
    {
        Assert.Equal("ok", (string?)_client.Execute("using System.IO;")["status"]);
        _client.Execute("Path.GetExtension(\"a.csx\")");
        Assert.Equal(".csx", _client.Result("text/plain"));
    }

    [Fact]
    public void A_stack_trace_names_notebook_cell_and_line_and_nothing_of_the_kernel()
    {
        var metadata = new JsonObject { ["notebook"] = "01-the-sigmoid", ["cell"] = 3 };
        _client.Execute("int Fail()\n{\n    throw new InvalidOperationException(\"bad\");\n}", metadata: metadata);
        var reply = _client.Execute("// a comment\nFail();", metadata: new JsonObject { ["notebook"] = "01-the-sigmoid", ["cell"] = 4 });
        Assert.Equal("""
            System.InvalidOperationException: bad
               at Fail() in 01-the-sigmoid, cell 3, line 3
               at 01-the-sigmoid, cell 4, line 2
            """.ReplaceLineEndings("\n"), (string?)reply["evalue"]);
        Assert.Equal(2, (int?)reply["line"]);
    }

    [Fact]
    public void Cells_are_compiled_with_optimisation()
    {
        _client.Execute("((System.Diagnostics.DebuggableAttribute)Attribute.GetCustomAttribute(new Action(() => { }).Method.Module.Assembly, "
            + "typeof(System.Diagnostics.DebuggableAttribute)))?.IsJITOptimizerDisabled ?? false ? \"slow\" : \"fast\"");
        Assert.Equal("fast", _client.Result("text/plain"));
    }

    [Fact]
    public void Lines_of_several_threads_stay_whole()
    {
        _client.Execute("System.Threading.Tasks.Parallel.For(0, 200, i => Console.WriteLine(new string('x', 50)));");
        var lines = _client.Stream("stdout").TrimEnd('\n').Split('\n');
        Assert.Equal(200, lines.Length);
        Assert.All(lines, line => Assert.Equal(new string('x', 50), line));
    }

    [Fact]
    public void Much_output_is_complete_and_sent_in_few_messages()
    {
        _client.Execute("for (var i = 0; i < 100_000; i++) Console.Write('x');");
        Assert.Equal(100_000, _client.Stream("stdout").Length);
        Assert.True(_client.Kinds.Count < 100);
    }

    [Fact]
    public void Files_that_load_each_other_are_loaded_once()
    {
        File.WriteAllText(Path.Combine(_client.Folder, "ping.csx"), "#load \"pong.csx\"\nint Ping() => 1;");
        File.WriteAllText(Path.Combine(_client.Folder, "pong.csx"), "#load \"ping.csx\"\n#load \"pong.csx\"\nint Pong() => 2;");
        _client.Execute("#load \"ping.csx\"\nPing() + Pong()");
        Assert.Equal("3", _client.Result("text/plain"));
    }

    [Fact]
    public void A_cell_of_a_megabyte_runs()
    {
        _client.Execute("// " + new string('x', 1_000_000) + "\nvar many = new[] { " + string.Join(", ", Enumerable.Range(0, 50_000)) + " };\nmany.Length");
        Assert.Equal("50000", _client.Result("text/plain"));
    }

    [Fact]
    public void A_file_is_loaded_relative_to_the_notebook()
    {
        File.WriteAllText(Path.Combine(_client.Folder, "helper.csx"), "int Twice(int x) => 2 * x;");
        _client.Execute("#load \"helper.csx\"\nTwice(21)");
        Assert.Equal("42", _client.Result("text/plain"));
    }

    [Fact]
    public void An_object_with_ToHtml_renders_itself()
    {
        _client.Execute("class Own { public string ToHtml() => \"<i>own</i>\"; }\nnew Own()");
        Assert.Equal("<i>own</i>", _client.Result("text/html"));
    }

    [Fact]
    public void A_type_that_names_its_formatters_is_shown_in_all_its_mime_types()
    {
        _client.Execute("""
            [AttributeUsage(AttributeTargets.Class)]
            class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
            {
                public Type FormatterSourceType { get; } = formatterSourceType;
                public string[] PreferredMimeTypes { get; set; }
            }
            class Source { public IEnumerable<object> CreateTypeFormatters() => new[] { new Form("text/html"), new Form("application/vnd.test+json") }; }
            class Form(string mimeType)
            {
                public string MimeType => mimeType;
                public bool Format(object value, System.IO.TextWriter writer) { writer.Write(mimeType == "text/html" ? "<b>5</b>" : "{\"n\":5}"); return true; }
            }
            [TypeFormatterSource(typeof(Source), PreferredMimeTypes = new[] { "text/html", "application/vnd.test+json" })]
            class Shown { }
            new Shown()
            """);
        var data = _client.Single("execute_result")["data"]!;
        Assert.Equal("<b>5</b>", (string?)data["text/html"]);
        Assert.Equal(5, (int?)data["application/vnd.test+json"]!["n"]);
    }

    [Fact]
    public void A_directive_changes_the_language_and_line_numbers_stay_those_of_the_cell()
    {
        var reply = _client.Execute("#!markdown\n# Title\n#!csharp\n\nthrow new Exception(\"here\");");
        Assert.Equal("# Title", (string?)_client.Single("display_data")["data"]!["text/markdown"]);
        Assert.Equal(5, (int?)reply["line"]);
    }

    [Fact]
    public void An_unknown_directive_names_those_that_are_known() =>
        Assert.Contains("#!markdown", (string?)_client.Execute("#!fortran")["evalue"], StringComparison.Ordinal);
}
