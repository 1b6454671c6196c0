using System.Text.Json.Nodes;

namespace ActivationNotes.Kernel.Tests.Execution;

public sealed class ErrorTests(TestClient client) : IClassFixture<TestClient>
{
    private static readonly JsonObject s_place = new() { ["notebook"] = "lesson", ["cell"] = 7 };

    [Fact]
    public void A_compile_error_is_a_line_on_stderr_and_an_error_without_a_trace()
    {
        var reply = client.Execute("var a = 1;\nint b = \"text\";", metadata: Place);
        Assert.Equal("(2,9): error CS0029: Cannot implicitly convert type 'string' to 'int'\n", client.Stream("stderr"));
        var error = client.Single("error");
        Assert.Equal(("Error", "compilation error"), ((string?)error["ename"], (string?)error["evalue"]));
        Assert.Empty(error["traceback"]!.AsArray());
        Assert.Equal(("lesson, cell 7", 2), ((string?)reply["origin"], (int?)reply["line"]));
    }

    [Theory]
    [InlineData("var kept = 1;\nkept;", "CS0201")]
    [InlineData("using var stream = new System.IO.MemoryStream();", "error CS")]
    [InlineData("namespace Own { }", "CS7021")]
    [InlineData("Span<int> cells = new int[3];", "CS8345")]
    [InlineData("static class Extensions { public static int Thrice(this int x) => 3 * x; }", "CS1109")]
    [InlineData("static class Extensions { extension(int x) { public int Four => 4 * x; } }", "CS9283")]
    [InlineData("file class Hidden { }", "CS9054")]
    public void What_a_script_cannot_hold_is_an_error_as_in_NET_Interactive(string code, string expected)
    {
        Assert.Equal("error", (string?)client.Execute(code)["status"]);
        Assert.Contains(expected, client.Stream("stderr"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_warning_is_shown_on_stderr_and_the_cell_succeeds()
    {
        var reply = client.Execute("#warning look here\n\"fine\"");
        Assert.Equal("ok", (string?)reply["status"]);
        Assert.Equal("fine", client.Result("text/plain"));
        Assert.Contains("warning CS1030: #warning: 'look here'", client.Stream("stderr"), StringComparison.Ordinal);
    }

    [Fact]
    public void Html_content_brings_no_warning_about_versions()
    {
        client.Execute("HTML(\"<b>x</b>\")");
        Assert.Equal("<b>x</b>", client.Result("text/html"));
        Assert.Equal("", client.Stream("stderr"));
    }

    [Fact]
    public void An_exception_is_one_error_whose_trace_names_notebook_cell_and_line()
    {
        client.Execute("class Neuron\n{\n    public double Rate(int n) => n == 0 ? throw new ArgumentException(\"no input\", nameof(n)) : 1;\n}", metadata: Place);
        client.Execute("async Task<double> Later()\n{\n    await Task.Yield();\n    return new Neuron().Rate(0);\n}\n\nawait Later()", metadata: Place);
        var error = client.Single("error");
        var value = (string)error["evalue"]!;
        Assert.Equal("Error", (string?)error["ename"]);
        Assert.StartsWith("System.ArgumentException: no input (Parameter 'n')\n   at Neuron.Rate(Int32 n) in lesson, cell 7, line 3\n", value, StringComparison.Ordinal);
        Assert.Contains("at Later() in lesson, cell 7, line 4", value, StringComparison.Ordinal);
        Assert.Contains("at lesson, cell 7, line 7", value, StringComparison.Ordinal);
        Assert.DoesNotContain("ActivationNotes.Kernel", value, StringComparison.Ordinal);
        Assert.DoesNotContain("Submission#", value, StringComparison.Ordinal);
        Assert.Equal(value, string.Join('\n', error["traceback"]!.AsArray().Select(line => (string?)line)));
    }

    [Fact]
    public void The_causes_of_an_exception_are_told_too()
    {
        client.Execute("try { int.Parse(\"x\"); } catch (Exception e) { throw new InvalidOperationException(\"outer\", e); }");
        var value = (string)client.Single("error")["evalue"]!;
        Assert.Contains("outer", value, StringComparison.Ordinal);
        Assert.Contains("---> System.FormatException", value, StringComparison.Ordinal);
    }

    [Fact]
    public void All_causes_of_several_failures_are_told_with_their_places()
    {
        client.Execute("""
            void Fail(string text) => throw new InvalidOperationException(text);
            var failures = new List<Exception>();
            foreach (var text in new[] { "first", "second" })
            {
                try { Fail(text); } catch (Exception e) { failures.Add(e); }
            }
            throw new AggregateException(failures);
            """, metadata: Place);
        var value = (string)client.Single("error")["evalue"]!;
        Assert.Contains("System.InvalidOperationException: first\n   at Fail(String text) in lesson, cell 7, line 1\n   at lesson, cell 7, line 5\n", value, StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException: second\n   at Fail(String text) in lesson, cell 7, line 1\n", value, StringComparison.Ordinal);
        Assert.Contains("\n   at lesson, cell 7, line 7", value, StringComparison.Ordinal);
        Assert.DoesNotContain("Submission#", value, StringComparison.Ordinal);
        Assert.DoesNotContain("ActivationNotes.Kernel", value, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_class_of_exceptions_says_of_itself_is_told()
    {
        client.Execute("System.IO.File.ReadAllText(\"no such file\")", metadata: Place);
        var value = (string)client.Single("error")["evalue"]!;
        Assert.Contains("\nFile name: '", value, StringComparison.Ordinal);
        Assert.EndsWith("\n   at lesson, cell 7, line 1", value, StringComparison.Ordinal);

        client.Execute("class Own : Exception { public override string ToString() => \"in its own words\"; }\nthrow new Own();", metadata: Place);
        var error = client.Single("error");
        Assert.Equal("in its own words", (string?)error["evalue"]);
        Assert.Equal(["in its own words", "   at lesson, cell 7, line 2"], error["traceback"]!.AsArray().Select(line => (string?)line));
        Assert.Equal(2, (int?)error["line"]);
    }

    [Theory]
    [InlineData("class Shy : Exception { public override string Message => throw new NotSupportedException(); }\nthrow new Shy();", "Shy: it cannot be told, because that throws System.NotSupportedException.")]
    [InlineData("class Odd : Exception { public override string StackTrace => throw new NotSupportedException(); }\nthrow new Odd();", "Odd: it cannot be told")]
    [InlineData("class Named : Exception { }\nthrow new Named();", "Named: Exception of type 'Named' was thrown.\n   at lesson, cell 7, line 2")]
    [InlineData("throw null;", "System.NullReferenceException")]
    public void An_exception_made_to_confuse_is_told_all_the_same(string code, string expected)
    {
        var reply = client.Execute(code, metadata: Place);
        Assert.StartsWith(expected, (string?)client.Single("error")["evalue"], StringComparison.Ordinal);
        Assert.NotEqual(0, (int?)reply["line"]);
        Assert.Equal("ok", (string?)client.Execute("1")["status"]);
    }

    [Fact]
    public void The_trace_names_the_notebook_as_far_as_the_client_tells()
    {
        Assert.StartsWith("lesson 01, In [", Origin(new JsonObject { ["cellId"] = "vscode-notebook-cell:/home/me/lesson%2001.ipynb#W2sZmlsZQ%3D%3D" }), StringComparison.Ordinal);
        Assert.StartsWith("In [", Origin(new JsonObject { ["cellId"] = "8f2c6a1e" }), StringComparison.Ordinal);
        Assert.Equal("cell 3", Origin(new JsonObject { ["cell"] = 3 }));

        string? Origin(JsonObject metadata) => (string?)client.Execute("throw new Exception();", metadata: metadata)["origin"];
    }

    [Theory]
    [InlineData("/home/me/course/02-flat-ends.ipynb", "02-flat-ends, In [1]")]
    [InlineData("/home/me/console-1-8f2c6a1e", "In [1]")]
    public void The_trace_names_the_notebook_that_Jupyter_started_the_kernel_for(string session, string expected)
    {
        using var own = new TestClient("127.0.0.1", ("JPY_SESSION_NAME", session));
        Assert.Contains($"   at {expected}, line 1", (string?)own.Execute("throw new Exception();")["evalue"], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_notebooks_name_the_trace_names_the_number_of_the_execution()
    {
        var count = (int)client.Execute("1")["execution_count"]!;
        client.Execute("throw new Exception(\"x\");");
        Assert.Contains($"at In [{count + 1}], line 1", (string?)client.Single("error")["evalue"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_cell_defined_before_it_failed_stays()
    {
        client.Execute("var before = 5;\nthrow new Exception();\nvar after = 6;");
        client.Execute("before.ToString() + after");
        Assert.Equal("50", client.Result("text/plain"));
    }

    [Fact]
    public void An_object_whose_rendering_throws_is_an_error_and_the_kernel_goes_on()
    {
        var reply = client.Execute("class Bad { public string ToHtml() => throw new InvalidOperationException(\"cannot be drawn\"); }\nnew Bad()");
        Assert.Equal("error", (string?)reply["status"]);
        Assert.Contains("cannot be drawn", (string?)reply["evalue"], StringComparison.Ordinal);
        Assert.Equal("ok", (string?)client.Execute("1")["status"]);
    }

    private static JsonObject Place => (JsonObject)s_place.DeepClone();
}
