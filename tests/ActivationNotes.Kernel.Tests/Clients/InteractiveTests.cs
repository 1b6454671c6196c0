using System.Text.Json.Nodes;
using ActivationNotes.Testing;

namespace ActivationNotes.Kernel.Tests.Clients;

/// <summary>Lessons in the genuine .NET Interactive, which recompiles thousands of methods while the first kernels are to be timed.</summary>
[Collection(nameof(Alone))]
public sealed class InteractiveTests
{
    private const string Nbconvert = "/usr/bin/jupyter-nbconvert";

    [Fact]
    public async Task Lesson_04_is_convincing_in_NET_Interactive()
    {
        using var debian = new Debian(Nbconvert);
        Interactive.Register(debian);
        var lesson = Path.Combine(Debian.Root, "notebooks", "04-exp-is-expensive.ipynb");
        var (code, output) = await debian.RunAsync(Nbconvert,
            ["--to", "notebook", "--execute", "--allow-errors", "--ExecutePreprocessor.timeout=300", "--output-dir", debian.Folder, "--output", "done.ipynb", lesson]);
        Assert.True(code == 0, output);
        TimedLesson.AssertConvincing(JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(debian.Folder, "done.ipynb"), TestContext.Current.CancellationToken))!);
    }
}
