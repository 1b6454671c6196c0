using System.Diagnostics;
using System.Text.Json.Nodes;

namespace ActivationNotes.Kernel.Tests.Clients;

public sealed class NbconvertTests
{
    private const string Nbconvert = "/usr/bin/jupyter-nbconvert";

    [Fact]
    public async Task Nbconvert_executes_a_notebook_on_this_kernel()
    {
        if (!File.Exists(Nbconvert) && Environment.GetEnvironmentVariable("REQUIRE_JUPYTER") != "1")
            Assert.Skip("jupyter nbconvert is not installed.");
        var folder = Directory.CreateTempSubdirectory("nbconvert-").FullName;
        var specification = Directory.CreateDirectory(Path.Combine(folder, "kernels", ".net-csharp")).FullName;
        await File.WriteAllTextAsync(Path.Combine(specification, "kernel.json"), new JsonObject
        {
            ["argv"] = new JsonArray("dotnet", TestClient.KernelFile, "{connection_file}"),
            ["display_name"] = "C#",
            ["language"] = "C#",
            ["interrupt_mode"] = "message",
        }.ToJsonString(), TestContext.Current.CancellationToken);
        var notebook = Path.Combine(folder, "small.ipynb");
        await File.WriteAllTextAsync(notebook, """
            {"nbformat":4,"nbformat_minor":5,"metadata":{"kernelspec":{"name":".net-csharp","display_name":"C#"}},"cells":[
            {"cell_type":"code","id":"a","metadata":{},"outputs":[],"execution_count":null,"source":"var x = 20;\nConsole.WriteLine(\"hello\");"},
            {"cell_type":"code","id":"b","metadata":{},"outputs":[],"execution_count":null,"source":"x + 1"}]}
            """, TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo(Nbconvert)
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            ArgumentList = { "--to", "notebook", "--execute", "--output", "done.ipynb", notebook },
            Environment = { ["JUPYTER_PATH"] = folder },
        };
        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, errors);
        var done = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "done.ipynb"), TestContext.Current.CancellationToken))!;
        Assert.Equal("hello\n", string.Concat(done["cells"]![0]!["outputs"]![0]!["text"]!.AsArray().Select(line => (string?)line)));
        Assert.Equal("21", (string?)done["cells"]![1]!["outputs"]![0]!["data"]!["text/plain"]!.AsArray()[0]);
    }
}
