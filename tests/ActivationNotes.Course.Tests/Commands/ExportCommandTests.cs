using ActivationNotes.Course.Notebooks;
using ActivationNotes.Course.Publishing;

namespace ActivationNotes.Course.Tests.Commands;

public sealed class ExportCommandTests
{
    [Fact]
    public void References_become_absolute_and_nothing_else_changes()
    {
        var notebook = new NotebookBuilder()
            .Markdown("#r \"../lib/bin/x.dll\" in prose stays")
            .Code("#r \"../lib/bin/ActivationNotes.dll\"\n  #load \"more.csx\"\n#!import other.ipynb\n#r \"nuget: A, 1.0.0\"\n#r \"System.Xml\"\nvar text = \"#r \\\"../x.dll\\\"\";")
            .Code("1 + 1").Build();
        var copy = AbsoluteReferences.Apply(notebook, "/course/notebooks");
        Assert.Equal("#r \"/course/lib/bin/ActivationNotes.dll\"\n  #load \"/course/notebooks/more.csx\"\n#!import /course/notebooks/other.ipynb\n#r \"nuget: A, 1.0.0\"\n#r \"System.Xml\"\nvar text = \"#r \\\"../x.dll\\\"\";", copy.Cells[1].Source);
        Assert.Equal(notebook.Cells[0].Source, copy.Cells[0].Source);
        Assert.Equal(JsonText.Indented(notebook.Cells[2].Node), JsonText.Indented(copy.Cells[2].Node));
    }

    [Fact]
    public async Task Copies_are_written_to_the_folder_named()
    {
        using var course = new CourseFolder("runs", "unknown-metadata");
        var result = await course.InvokeAsync("export", "--absolute", "out");
        Assert.Equal((0, ""), (result.Code, result.Error));
        var copy = await File.ReadAllTextAsync(Path.Combine(course.Root, "out", "unknown-metadata.ipynb"), TestContext.Current.CancellationToken);
        Assert.Equal(await File.ReadAllTextAsync(course.Notebook("unknown-metadata"), TestContext.Current.CancellationToken), copy);
    }

    [Theory]
    [InlineData("notebooks")]
    [InlineData("notebooks/")]
    [InlineData("link")]
    public async Task The_lessons_themselves_are_never_written(string folder)
    {
        using var course = new CourseFolder("runs");
        Directory.CreateSymbolicLink(Path.Combine(course.Root, "link"), Path.Combine(course.Root, "notebooks"));
        var result = await course.InvokeAsync("export", "--absolute", folder);
        Assert.Equal(2, result.Code);
        Assert.Contains("never changed", result.Error, StringComparison.Ordinal);
    }
}
