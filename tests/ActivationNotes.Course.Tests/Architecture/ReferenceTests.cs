using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using ActivationNotes.Course.Checks;
using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Tests.Architecture;

/// <summary>Who may refer to whom, read from the built assemblies.</summary>
public sealed class ReferenceTests
{
    private static readonly string s_root = Workspace.Find(AppContext.BaseDirectory).Root;

    [Theory]
    [InlineData("bin/ActivationNotes.dll", "")]
    [InlineData("bin/ActivationNotes.Charts.dll", "ActivationNotes")]
    [InlineData("bin/ActivationNotes.Layers.dll", "ActivationNotes")]
    [InlineData("ActivationNotes.Kernel/bin/ActivationNotes.Kernel.dll", "ActivationNotes.Kernel.Functions")]
    [InlineData("ActivationNotes.Kernel/bin/ActivationNotes.Kernel.Functions.dll", "")]
    [InlineData("ActivationNotes.Course/bin/ActivationNotes.Course.dll", "")]
    public void A_part_refers_to_those_parts_alone_that_the_design_allows(string assembly, string allowed)
    {
        var references = References(Path.Combine(s_root, "lib", assembly));
        var parts = references.Where(name => name.StartsWith("ActivationNotes", StringComparison.Ordinal));
        Assert.Empty(parts.Except(allowed.Split(',')));
    }

    [Fact]
    public void The_helper_library_knows_no_kernel_no_chart_library_and_no_other_engine() =>
        Assert.DoesNotContain(References(Path.Combine(s_root, "lib", "bin", "ActivationNotes.dll")), IsKernelChartOrEngine);

    [Fact]
    public void Lessons_refer_to_the_two_libraries_and_the_mathematics_alone()
    {
        var folder = Path.Combine(s_root, "notebooks");
        var findings = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.ipynb").SelectMany(file => SourceRules.Check(NotebookReader.Read(file), Path.GetFileName(file)))
            : [];
        Assert.DoesNotContain(findings, finding => finding.Problem.StartsWith("refers to", StringComparison.Ordinal));
    }

    private static bool IsKernelChartOrEngine(string name) =>
        name.StartsWith("Microsoft.DotNet.Interactive", StringComparison.Ordinal) || name.StartsWith("Plotly", StringComparison.Ordinal) || name.StartsWith("NetMQ", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.ML", StringComparison.Ordinal);

    private static string[] References(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
