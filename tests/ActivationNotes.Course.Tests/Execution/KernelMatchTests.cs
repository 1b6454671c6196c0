using System.Text.Json.Nodes;
using ActivationNotes.Course.Execution;
using ActivationNotes.Course.Notebooks;
using ActivationNotes.Course.Sessions;

namespace ActivationNotes.Course.Tests.Execution;

public sealed class KernelMatchTests
{
    private static readonly KernelSpec s_csharp = new("activationnotes", "C# (ActivationNotes)", "C#", ["dotnet"], new Dictionary<string, string>(), false, "");
    private static readonly KernelSpec s_python = s_csharp with { Name = "python3", Language = "python" };

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"kernelspec":{"display_name":".NET (C#)","language":"C#","name":".net-csharp"},"language_info":{"name":"polyglot-notebook"}}""")]
    [InlineData("""{"kernelspec":{"display_name":".NET (C#)","language":"dotnet-interactive.csharp","name":".net-csharp"}}""")]
    [InlineData("""{"kernelspec":{"display_name":".NET (C#)","name":".net-csharp"}}""")]
    [InlineData("""{"kernelspec":{"display_name":"C#","name":"csharp"},"language_info":{"name":"csharp"}}""")]
    [InlineData("""{"language_info":{"name":"polyglot-notebook"},"polyglot_notebook":{"kernelInfo":{"defaultKernelName":"csharp"}}}""")]
    [InlineData("""{"kernelspec":{"display_name":"Mine","name":"never-heard-of-it"}}""")]
    public void Notebooks_of_CSharp_run_whoever_wrote_them(string metadata) => Assert.Null(Problem(metadata, s_csharp));

    [Theory]
    [InlineData("""{"polyglot_notebook":{"kernelName":"csharp"},"dotnet_interactive":{"language":"csharp"}}""", "1")]
    [InlineData("""{"vscode":{"languageId":"polyglot-notebook.csharp"}}""", "1")]
    [InlineData("""{"vscode":{"languageId":"csharp"}}""", "1")]
    [InlineData("""{"vscode":{"languageId":"polyglot-notebook"}}""", "1")]
    [InlineData("""{"polyglot_notebook":{"kernelName":".NET"}}""", "1")]
    [InlineData("""{"dotnet_interactive":{"language":"html"}}""", "#!html\n<b>1</b>")]
    [InlineData("""{"dotnet_interactive":{"language":"fsharp"}}""", "  ")]
    [InlineData("""{"dotnet_interactive":{"language":"fsharp"},"tags":["skip-execution"]}""", "let x = 1")]
    public void Cells_of_CSharp_run_and_so_do_those_that_address_the_kernel(string metadata, string source) => Assert.Null(Problem("{}", s_csharp, metadata, source));

    [Theory]
    [InlineData("""{"kernelspec":{"display_name":"Python 3","name":"python3"}}""", "Python 3", "python", "run --kernel python3")]
    [InlineData("""{"kernelspec":{"display_name":"Julia 1.10","name":"julia-1.10"}}""", "Julia 1.10", "julia", "run --kernel julia-1.10")]
    [InlineData("""{"kernelspec":{"display_name":"R","name":"ir"}}""", "R", "R", "run --kernel ir")]
    [InlineData("""{"kernelspec":{"display_name":".NET (F#)","name":".net-fsharp"},"language_info":{"name":"polyglot-notebook"}}""", ".NET (F#)", "F#", "run --kernel .net-fsharp")]
    [InlineData("""{"language_info":{"name":"python"}}""", "python", "python", "run --kernel NAME")]
    [InlineData("""{"polyglot_notebook":{"kernelInfo":{"defaultKernelName":"pwsh"}}}""", "pwsh", "pwsh", "run --kernel NAME")]
    public void A_notebook_for_another_language_is_refused_by_its_name(string metadata, string shown, string language, string advice) => Assert.Equal(
        $"a.ipynb: is a notebook for {shown} (language \"{language}\"), but the kernel \"activationnotes\" runs C#. To run it anyway, name its kernel: {advice}", Problem(metadata, s_csharp));

    [Theory]
    [InlineData("""{"polyglot_notebook":{"kernelName":"fsharp"}}""", "fsharp", "Write it in C#, tag it skip-execution, or move it into a notebook of its own.")]
    [InlineData("""{"dotnet_interactive":{"language":"pwsh"}}""", "pwsh", "Write it in C#, tag it skip-execution, or move it into a notebook of its own.")]
    [InlineData("""{"vscode":{"languageId":"mermaid"}}""", "mermaid", "Begin it with the line #!mermaid.")]
    public void A_cell_in_another_language_is_refused_by_its_number(string metadata, string language, string advice) => Assert.Equal(
        $"a.ipynb, cell 1: is written in \"{language}\", but the kernel \"activationnotes\" runs C#. {advice}", Problem("{}", s_csharp, metadata));

    [Fact]
    public void A_CSharp_notebook_under_a_kernel_for_Python_is_told_of_ours() => Assert.EndsWith(
        "but the kernel \"python3\" runs python. Leave --kernel out: the course's own kernel runs C#.", Problem("""{"kernelspec":{"display_name":".NET (C#)","language":"C#","name":".net-csharp"}}""", s_python), StringComparison.Ordinal);

    [Fact]
    public void Cells_of_a_Python_notebook_may_say_what_their_magic_runs() => Assert.Null(Problem("{}", s_python, """{"vscode":{"languageId":"shellscript"}}""", "%%bash\nls"));

    private static string? Problem(string metadata, KernelSpec kernel, string cell = "{}", string source = "1")
    {
        var code = new JsonObject { ["cell_type"] = "code", ["id"] = "a", ["metadata"] = JsonNode.Parse(cell), ["source"] = source, ["outputs"] = new JsonArray() };
        return KernelMatch.Problem(new Notebook("a", new JsonObject { ["cells"] = new JsonArray(code), ["metadata"] = JsonNode.Parse(metadata) }), "a.ipynb", kernel);
    }
}
