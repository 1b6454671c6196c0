using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ActivationNotes.Kernel.Tests;

/// <summary>Libraries that tests make for cells to refer to.</summary>
internal static class TestAssembly
{
    /// <summary>Compiles a library.</summary>
    /// <param name="path">Where it shall lie; its name is that of the file.</param>
    /// <param name="source">C#.</param>
    /// <param name="references">Files it refers to, beside the framework.</param>
    /// <returns>The path.</returns>
    public static string Compile(string path, string source, params string[] references)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file) is "netstandard.dll" or ['S', 'y', 's', 't', 'e', 'm', '.', ..]);
        var compilation = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(path), [CSharpSyntaxTree.ParseText(source)],
            framework.Concat(references).Select(file => MetadataReference.CreateFromFile(file)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var documentation = File.Create(Path.ChangeExtension(path, ".xml"));
        using var image = File.Create(path);
        var result = compilation.Emit(image, xmlDocumentationStream: documentation);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return path;
    }
}
