namespace ActivationNotes.Kernel.Tests.Scripting;

/// <summary>Lines that begin with <c>#!</c> or <c>#i</c>, as notebooks of .NET Interactive use them.</summary>
public sealed class DirectiveTests(TestClient client) : IClassFixture<TestClient>
{
    [Fact]
    public void Markdown_takes_the_whole_rest_of_the_cell()
    {
        client.Execute("#!markdown\n# Title\nConsole.WriteLine(1);");
        Assert.Equal("# Title\nConsole.WriteLine(1);", (string?)client.Single("display_data")["data"]!["text/markdown"]);
        Assert.DoesNotContain("stream", client.Kinds);
    }

    [Fact]
    public void What_stands_before_markdown_runs()
    {
        client.Execute("Console.Write(1);\n#!markdown\n# Title\n#!csharp\n\"last\"");
        Assert.Equal(["status", "execute_input", "stream", "display_data", "execute_result", "status"], client.Kinds);
        Assert.Equal("# Title", (string?)client.Single("display_data")["data"]!["text/markdown"]);
    }

    [Fact]
    public void Html_is_shown_as_it_is()
    {
        client.Execute("#!html\n<b>bold</b> & <i>more</i>");
        Assert.Equal("<b>bold</b> & <i>more</i>", (string?)client.Single("display_data")["data"]!["text/html"]);
    }

    [Fact]
    public void Mermaid_is_shown_without_asking_any_other_machine_and_can_be_read_as_text()
    {
        client.Execute("#!mermaid\ngraph TD\n  A --> B");
        var data = client.Single("display_data")["data"]!.AsObject();
        Assert.Equal("graph TD\n  A --> B", (string?)data["text/plain"]);
        Assert.DoesNotContain("http", data.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Csharp_after_another_language_goes_on_with_the_session()
    {
        client.Execute("var kept = 3;");
        client.Execute("#!html\n<p>\n#!csharp\n(kept + 1).ToString()");
        Assert.Equal(["status", "execute_input", "display_data", "execute_result", "status"], client.Kinds);
        Assert.Equal("4", client.Result("text/plain"));
    }

    [Fact]
    public void Time_tells_how_long_the_cell_took()
    {
        client.Execute("#!time\nSystem.Threading.Thread.Sleep(30);\n\"done\"");
        Assert.Equal("done", client.Result("text/plain"));
        var text = (string)client.Single("display_data")["data"]!["text/plain"]!;
        Assert.Matches(@"^Wall time: \d+\.\d ms$", text);
        Assert.True(double.Parse(text.Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture) >= 30);
    }

    [Fact]
    public void Import_runs_the_code_cells_of_a_notebook_and_what_they_define_stays()
    {
        Write("other.ipynb", """
            {"cells":[{"cell_type":"markdown","source":"no code"},
             {"cell_type":"code","source":["int Twice(int x) => 2 * x;\n","display(\"shown\");"]},
             {"cell_type":"code","source":"#!markdown\n# From there"},
             {"cell_type":"code","source":"\"a result\""}]}
            """);
        client.Execute("#!import other.ipynb\nTwice(21).ToString()");
        Assert.Equal("42", client.Result("text/plain"));
        Assert.Equal(["shown", "# From there", "a result"], client.Published
            .Where(message => (string?)message.Header["msg_type"] == "display_data")
            .Select(message => (string?)(message.Content["data"]!["text/plain"] ?? message.Content["data"]!["text/markdown"])));
    }

    [Fact]
    public void An_error_in_an_imported_notebook_names_it_its_cell_and_line()
    {
        Write("broken.ipynb", """{"cells":[{"cell_type":"markdown","source":""},{"cell_type":"code","source":"\nthrow new Exception(\"there\");"}]}""");
        client.Execute("#!import broken.ipynb");
        Assert.Equal("System.Exception: there\n   at broken, cell 2, line 2", (string?)client.Single("error")["evalue"]);
        Write("wrong.ipynb", """{"cells":[{"cell_type":"code","source":"1 +"}]}""");
        client.Execute("#!import wrong.ipynb");
        Assert.Contains("wrong, cell 1(1,4): error CS1733", client.Stream("stderr"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("helper.cs", "int Thrice(int x) => 3 * x;")]
    [InlineData("helper.csx", "int Thrice(int x) => 3 * x;")]
    [InlineData("helper.dib", "#!markdown\nText\n#!csharp\nint Thrice(int x) => 3 * x;")]
    [InlineData("whole.dib", "#!meta\n\n{\"kernelInfo\":{\"defaultKernelName\":\"csharp\",\"items\":[{\"aliases\":[],\"name\":\"csharp\"}]}}\n\n#!csharp\n\nint Thrice(int x) => 3 * x;")]
    public void Import_runs_a_file_of_code(string file, string text)
    {
        Write(file, text);
        client.Execute($"#!import \"{file}\"\nThrice(7).ToString()");
        Assert.Equal("21", client.Result("text/plain"));
    }

    [Theory]
    [InlineData("missing.ipynb", "missing.ipynb")]
    [InlineData("list.ipynb", "has no cells")]
    [InlineData("text.ipynb", "is no notebook")]
    [InlineData("itself.csx", "imports itself")]
    public void An_import_that_cannot_be_says_why(string file, string expected)
    {
        Write("list.ipynb", "[1]");
        Write("text.ipynb", "text");
        Write("itself.csx", "#!import itself.csx");
        var reply = client.Execute($"// first\n#!import {file}");
        Assert.Equal("error", (string?)reply["status"]);
        Assert.Contains(expected, (string?)reply["evalue"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_imported_file_asks_of_the_kernel_counts()
    {
        Write("asks.csx", "#!time\n#i \"nuget: " + Path.Combine(client.Folder, "imported") + "\"\n\"shown\"");
        Directory.CreateDirectory(Path.Combine(client.Folder, "imported"));
        client.Execute("#!import asks.csx");
        var texts = client.Published.Where(message => (string?)message.Header["msg_type"] == "display_data").Select(message => (string?)message.Content["data"]!["text/plain"]).ToList();
        Assert.Equal("shown", texts[0]);
        Assert.StartsWith("Wall time: ", texts[1], StringComparison.Ordinal);
        var reply = client.Execute("#r \"nuget: ActivationNotes.No.Such.Package, 1.0.0\"");
        Assert.Contains(Path.Combine(client.Folder, "imported"), (string?)reply["evalue"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n\n#!fortran", "unknown.csx: Line 3: this kernel does not know #!fortran")]
    [InlineData("\n\n#r \"nuget: \"", "does not name a package")]
    public void A_directive_of_an_imported_file_that_cannot_be_is_an_error_of_the_line_that_imports_it(string text, string expected)
    {
        Write("unknown.csx", text);
        var reply = client.Execute("// first\n#!import unknown.csx");
        Assert.Contains(expected, (string?)reply["evalue"], StringComparison.Ordinal);
        Assert.Equal(2, (int?)reply["line"]);
    }

    [Fact]
    public void A_package_source_of_the_notebook_is_used()
    {
        Directory.CreateDirectory(Path.Combine(client.Folder, "feed"));
        Assert.Equal("ok", (string?)client.Execute("#i \"nuget: " + Path.Combine(client.Folder, "feed") + "\"")["status"]);
        var reply = client.Execute("#r \"nuget: ActivationNotes.No.Such.Package, 1.0.0\"");
        Assert.Contains(Path.Combine(client.Folder, "feed"), (string?)reply["evalue"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!javascript\nalert(1)", "line 1")]
    [InlineData("1.ToString();\n#!fortran", "line 2")]
    public void An_unknown_directive_names_its_line(string code, string line) =>
        Assert.Contains(line, (string?)client.Execute(code)["evalue"], StringComparison.OrdinalIgnoreCase);

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(client.Folder, file), text);
}
