using ActivationNotes.Course.Execution;
using ActivationNotes.Course.Notebooks;
using ActivationNotes.Course.Publishing;
using ActivationNotes.Course.Site.Figures;
using ActivationNotes.Course.Tests.Site.Browser;
using static ActivationNotes.Course.Tests.NotebookBuilder;

namespace ActivationNotes.Course.Tests.Publishing;

public sealed class SnapshotsTests
{
    [Fact]
    public void Figures_become_pictures_with_their_words_and_the_library_is_left_out()
    {
        var notebook = new NotebookBuilder().Code("library", null, Shown("text/html", PlotCarrier.Html)).Code("figure", null, Shown(FigureSample.MimeType, FigureSample.Heatmap))
            .Code("table", null, Shown("text/html", "<table></table>")).Build();
        var before = JsonText.Compact(notebook.Node);
        var id = (string)FigureSample.Heatmap["id"]!;
        var snapshot = Snapshots.Snapshot(notebook, "lesson.ipynb", new Dictionary<string, string> { [id] = "cGljdHVyZQ==" });
        var outputs = snapshot["cells"]!.AsArray().Select(cell => cell!["outputs"]!.AsArray()).ToArray();
        Assert.Empty(outputs[0]);
        Assert.Equal("cGljdHVyZQ==", (string?)outputs[1][0]!["data"]!["image/png"]);
        Assert.StartsWith((string)FigureSample.Heatmap["title"]!, (string)outputs[1][0]!["data"]!["text/plain"]!, StringComparison.Ordinal);
        Assert.Null(outputs[1][0]!["data"]![FigureData.MimeType]);
        Assert.Contains((string)FigureSample.Heatmap["caption"]!, (string)outputs[1][1]!["data"]!["text/html"]!, StringComparison.Ordinal);
        Assert.Equal("<table></table>", (string?)outputs[2][0]!["data"]!["text/html"]);
        Assert.Equal(before, JsonText.Compact(notebook.Node));
    }

    [Fact]
    public void A_lesson_that_has_another_name_leaves_no_notebook_behind()
    {
        using var course = new CourseFolder("runs");
        var notebook = NotebookReader.Read(course.Notebook("runs"));
        var folder = Path.Combine(course.Root, "snapshots");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "walks.ipynb"), "");
        Snapshots.Write(new Workspace(course.Root, ""), [new JobResult(new NotebookJob(course.Notebook("runs"), "runs.ipynb"), notebook, notebook, null, null, Reused: true)], "/bin/false", folder);
        Assert.Equal(["runs.ipynb"], Directory.EnumerateFiles(folder).Select(Path.GetFileName));
    }

    [Fact]
    public void The_pictures_are_png()
    {
        Chromium.Require();
        var figure = FigureData.Read(FigureSample.Heatmap.ToJsonString(), "here");
        var library = PlotLibrary.Find(PlotCarrier.Html, "here")!;
        var picture = Convert.FromBase64String(FigurePhotographer.TakeSnapshots([figure], library, Chromium.Path!)[figure.Id]);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], picture[..4]);
    }
}
