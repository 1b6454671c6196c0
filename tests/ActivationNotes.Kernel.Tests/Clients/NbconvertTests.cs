using System.Text.Json.Nodes;

namespace ActivationNotes.Kernel.Tests.Clients;

public sealed class NbconvertTests
{
    private const string Nbconvert = "/usr/bin/jupyter-nbconvert";

    [Fact]
    public async Task Nbconvert_executes_a_notebook_on_this_kernel()
    {
        using var debian = new Debian(Nbconvert);
        var notebook = Path.Combine(debian.Folder, "small.ipynb");
        await File.WriteAllTextAsync(notebook, """
            {"nbformat":4,"nbformat_minor":5,"metadata":{"kernelspec":{"name":".net-csharp","display_name":"C#"}},"cells":[
            {"cell_type":"code","id":"a","metadata":{},"outputs":[],"execution_count":null,"source":"var x = 20;\nConsole.WriteLine(\"hello\");"},
            {"cell_type":"code","id":"b","metadata":{},"outputs":[],"execution_count":null,"source":"x + 1"},
            {"cell_type":"code","id":"c","metadata":{},"outputs":[],"execution_count":null,"source":"var place = display(1); place.Update(2);"}]}
            """, TestContext.Current.CancellationToken);
        var cells = (await ExecuteAsync(debian, notebook))["cells"]!.AsArray();
        Assert.Equal("hello\n", string.Concat(cells[0]!["outputs"]![0]!["text"]!.AsArray().Select(line => (string?)line)));
        Assert.Equal("21", (string?)cells[1]!["outputs"]![0]!["data"]!["text/plain"]!.AsArray()[0]);
        Assert.Equal("2", (string?)Assert.Single(cells[2]!["outputs"]!.AsArray())!["data"]!["text/plain"]!.AsArray()[0]);
    }

    [Fact]
    public async Task Nbconvert_executes_lesson_01()
    {
        using var debian = new Debian(Nbconvert);
        Assert.SkipUnless(File.Exists(Path.Combine(Debian.Root, "lib", "bin", "ActivationNotes.Charts.dll")), "The libraries of the lessons are not built.");
        var lesson = Path.Combine(Debian.Root, "notebooks", "01-the-sigmoid.ipynb");
        var outputs = (await ExecuteAsync(debian, lesson))["cells"]!.AsArray().SelectMany(cell => cell!["outputs"]?.AsArray() ?? []).ToList();
        Assert.DoesNotContain(outputs, output => (string?)output!["output_type"] == "error");
        Assert.DoesNotContain(outputs, output => (string?)output!["name"] == "stderr");
        Assert.True(outputs.Count(output => output!["data"]?["application/vnd.activationnotes.figure+json"] is not null) >= 5);
    }

    private static async Task<JsonNode> ExecuteAsync(Debian debian, string notebook)
    {
        var (code, output) = await debian.RunAsync(Nbconvert,
            ["--to", "notebook", "--execute", "--ExecutePreprocessor.timeout=120", "--output-dir", debian.Folder, "--output", "done.ipynb", notebook]);
        Assert.True(code == 0, output);
        return JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(debian.Folder, "done.ipynb"), TestContext.Current.CancellationToken))!;
    }
}
