namespace ActivationNotes.Charts.Tests.Plotly;

public sealed class PlotlyLoadContextTests
{
    [Fact]
    public void The_library_names_no_assembly_of_the_FSharp_language()
    {
        var names = typeof(Figure).Assembly.GetReferencedAssemblies().Select(reference => reference.Name).ToArray();
        Assert.Contains("Plotly.NET", names);
        Assert.DoesNotContain("FSharp.Core", names);
        Assert.DoesNotContain("Giraffe.ViewEngine", names);
    }
}
