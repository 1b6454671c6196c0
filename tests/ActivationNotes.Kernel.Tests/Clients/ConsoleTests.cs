namespace ActivationNotes.Kernel.Tests.Clients;

public sealed class ConsoleTests
{
    [Fact]
    public async Task The_console_runs_cells_and_shows_results_as_text()
    {
        using var debian = new Debian("/usr/bin/jupyter-console");
        var (code, output) = await debian.RunAsync("/usr/bin/jupyter-console", ["--kernel", ".net-csharp", "--simple-prompt", "--no-confirm-exit"],
            input: "var x = 20;\nConsole.WriteLine(\"hello\");\nx + 1\nnew[] { 1, 2, 3 }\nthrow new Exception(\"bad\");\n");
        Assert.True(code == 0, output);
        foreach (var expected in new[] { "C# (ActivationNotes)", "hello", "21", "[ 1, 2, 3 ]", "System.Exception: bad" })
            Assert.Contains(expected, output, StringComparison.Ordinal);
        Assert.DoesNotContain("<div", output, StringComparison.Ordinal);
    }
}
