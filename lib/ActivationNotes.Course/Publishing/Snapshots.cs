using System.Text.Json.Nodes;
using ActivationNotes.Course.Execution;
using ActivationNotes.Course.Notebooks;
using ActivationNotes.Course.Site.Content;
using ActivationNotes.Course.Site.Document;
using ActivationNotes.Course.Site.Figures;
using ActivationNotes.Course.Site.Glossaries;
using ActivationNotes.Course.Site.Html;
using ActivationNotes.Course.Site.References;

namespace ActivationNotes.Course.Publishing;

/// <summary>Executed notebooks whose figures are pictures: code hosts and readers that run no scripts show them.</summary>
public static class Snapshots
{
    /// <summary>Writes the notebooks.</summary>
    /// <param name="workspace">The course.</param>
    /// <param name="lessons">The lessons, all executed.</param>
    /// <param name="browser">The Chromium that takes the pictures.</param>
    /// <param name="folder">Where they go; made when it is missing.</param>
    /// <exception cref="CourseException">A picture could not be taken; nothing was written.</exception>
    public static void Write(Workspace workspace, IReadOnlyList<JobResult> lessons, string browser, string folder)
    {
        var builder = new DocumentBuilder(new MarkdownRenderer(new Mathematics(), Bibliography.Read(workspace.Works), Glossary.Read(workspace.Terms)));
        var figures = lessons.SelectMany(lesson => builder.Build(lesson.Executed!).Figures).Select(block => block.Figure).DistinctBy(figure => figure.Id, StringComparer.Ordinal).ToArray();
        var pictures = builder.Library is { } library && figures.Length > 0 ? FigurePhotographer.TakeSnapshots(figures, library, browser) : new Dictionary<string, string>();
        var missing = figures.FirstOrDefault(figure => !pictures.ContainsKey(figure.Id));
        if (missing is not null) throw new CourseException($"{browser} took no picture of the figure \"{missing.Title}\"; no notebook was written. Does it start from a terminal?");
        var names = lessons.Select(lesson => lesson.Job.Name).ToHashSet(StringComparer.Ordinal);
        // A lesson that has another name now, or is no more.
        foreach (var old in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.ipynb").Where(file => !names.Contains(Path.GetFileNameWithoutExtension(file))) : []) AtomicFile.Discard(old);
        foreach (var lesson in lessons) AtomicFile.Write(Path.Combine(folder, lesson.Job.Name + ".ipynb"), JsonText.Indented(Snapshot(lesson.Executed!, lesson.Job.Shown, pictures)));
    }

    /// <summary>A copy of a notebook with pictures in the place of figures, and without the plotting library, which is too large for such readers.</summary>
    /// <param name="notebook">The executed notebook.</param>
    /// <param name="shown">Its name in messages.</param>
    /// <param name="pictures">PNG in base64, by the ids of figures.</param>
    public static JsonObject Snapshot(Notebook notebook, string shown, IReadOnlyDictionary<string, string> pictures)
    {
        var copy = notebook.Node.DeepClone().AsObject();
        foreach (var outputs in copy["cells"]!.AsArray().Select(cell => cell!["outputs"]).OfType<JsonArray>())
        {
            foreach (var output in outputs.OfType<JsonObject>().Where(output => output["data"] is JsonObject).ToArray())
            {
                var data = output["data"]!.AsObject();
                if (data[FigureData.MimeType] is { } content)
                {
                    var figure = FigureData.Read(content.ToJsonString(), shown);
                    output["data"] = new JsonObject { ["image/png"] = pictures[figure.Id], ["text/plain"] = $"{figure.Title}. {figure.Alternative}" };
                    // A reader that shows the picture shows none of its words.
                    outputs.Insert(outputs.IndexOf(output) + 1, new JsonObject
                    {
                        ["output_type"] = "display_data",
                        ["data"] = new JsonObject { ["text/html"] = $"<p><b>{HtmlText.Escape(figure.Title)}.</b> {HtmlText.Escape(figure.Caption)}</p>", ["text/plain"] = figure.Caption },
                        ["metadata"] = new JsonObject(),
                    });
                }
                else if (data["text/html"] is { } html && PlotLibrary.Find(NotebookText.Join(html), shown) is not null)
                {
                    outputs.Remove(output);
                }
            }
        }

        return copy;
    }
}
