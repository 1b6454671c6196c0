namespace ActivationNotes.Kernel.Tests.Scripting;

public sealed class ReferenceTests : IDisposable
{
    private readonly TestClient _client = new();

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("NetMQ")]
    [InlineData("Microsoft.CodeAnalysis")]
    [InlineData("ActivationNotes.Kernel")]
    [InlineData("ActivationNotes.Kernel.Functions")]
    [InlineData("Microsoft.DotNet.Interactive.Formatting")]
    [InlineData("Microsoft.AspNetCore.Html.Abstractions")]
    public void A_notebooks_own_copy_of_what_the_kernel_uses_leaves_display_unambiguous(string assembly)
    {
        CopyKernelFile(assembly + ".dll", assembly + ".dll");
        CopyKernelFile(assembly + ".dll", "Renamed.dll");
        Succeeds("display(1); 1.Display(); var formatter = typeof(Microsoft.DotNet.Interactive.Formatting.Formatter);");
        Succeeds($"#r \"copies/{assembly}.dll\"\ndisplay(2); 2.Display();");
        Succeeds("#r \"copies/Renamed.dll\"\ndisplay(3); 3.Display(); HTML(\"<b>3</b>\").Display();");
        Succeeds("display(formatter == typeof(Microsoft.DotNet.Interactive.Formatting.Formatter) ? \"same\" : \"other\");");
        Assert.Equal("same", (string?)_client.Single("display_data")["data"]!["text/plain"]);
    }

    [Fact]
    public void A_loaded_file_may_refer_to_a_copy_of_the_kernel()
    {
        CopyKernelFile("ActivationNotes.Kernel.Functions.dll", "ActivationNotes.Kernel.Functions.dll");
        File.WriteAllText(Path.Combine(_client.Folder, "helper.csx"), "#r \"copies/ActivationNotes.Kernel.Functions.dll\"\nvoid Twice(int x) => display(2 * x);");
        Succeeds("display(0);");
        Succeeds("#load \"helper.csx\"\nTwice(21); display(1);");
    }

    [Fact]
    public void Dependencies_beside_a_referenced_library_are_found_when_compiling_and_when_running()
    {
        var inner = TestAssembly.Compile(Path.Combine(_client.Folder, "deps", "Inner.dll"), "public class Inner { public int N => 5; }");
        TestAssembly.Compile(Path.Combine(_client.Folder, "deps", "Outer.dll"), "public class Outer { public Inner Inner { get; } = new(); }", inner);
        Succeeds("#r \"deps/Outer.dll\"\nInner inner = new Outer().Inner;\ninner.N.ToString()");
        Assert.Equal("5", _client.Result("text/plain"));
    }

    [Fact]
    public void A_library_built_against_version_1_0_0_0_of_the_formatting_library_registers_formatters_that_cells_use()
    {
        var formatting = Path.Combine(Path.GetDirectoryName(TestClient.KernelFile)!, "Microsoft.DotNet.Interactive.Formatting.dll");
        Assert.Equal("1.0.0.0", System.Reflection.AssemblyName.GetAssemblyName(formatting).Version!.ToString());
        TestAssembly.Compile(Path.Combine(_client.Folder, "own", "Own.dll"), """
            using Microsoft.DotNet.Interactive.Formatting;
            public class Shape { public static void Register() => Formatter.Register<Shape>(shape => "<b>shape</b>", "text/html"); }
            """, formatting);
        Succeeds("#r \"own/Own.dll\"\nShape.Register();");
        Succeeds("new Shape()");
        Assert.Equal("<b>shape</b>", _client.Result("text/html"));
    }

    [Fact]
    public void A_reference_may_be_absolute_and_named_by_the_framework()
    {
        var path = TestAssembly.Compile(Path.Combine(_client.Folder, "far", "Far.dll"), "public class Far { }");
        Succeeds($"#r \"{path}\"\n#r \"System.Net.Http\"\ntypeof(Far).Name + typeof(System.Net.Http.HttpClient).Name");
        Assert.Equal("FarHttpClient", _client.Result("text/plain"));
    }

    [Theory]
    [InlineData("missing.dll", "CS0006")]
    [InlineData("copies", "CS0006")]
    [InlineData("copies/text.dll", "CS0009")]
    public void A_reference_that_is_none_is_an_error_of_its_line(string reference, string expected)
    {
        Directory.CreateDirectory(Path.Combine(_client.Folder, "copies"));
        File.WriteAllText(Path.Combine(_client.Folder, "copies", "text.dll"), "no library");
        var reply = _client.Execute($"// first\n#r \"{reference}\"\n1");
        Assert.Equal("error", (string?)reply["status"]);
        Assert.Contains($"(2,1): error {expected}", _client.Stream("stderr"), StringComparison.Ordinal);
        Succeeds("1");
    }

    private void Succeeds(string code)
    {
        var reply = _client.Execute(code);
        Assert.True((string?)reply["status"] == "ok", _client.Stream("stderr") + (string?)reply["evalue"]);
    }

    private void CopyKernelFile(string name, string copy)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_client.Folder, "copies")).FullName;
        File.Copy(Path.Combine(Path.GetDirectoryName(TestClient.KernelFile)!, name), Path.Combine(folder, copy), overwrite: true);
    }
}
