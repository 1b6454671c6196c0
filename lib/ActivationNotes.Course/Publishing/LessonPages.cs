using System.Text.Json.Nodes;
using ActivationNotes.Course.Execution;
using ActivationNotes.Course.Notebooks;
using ActivationNotes.Course.Site;

namespace ActivationNotes.Course.Publishing;

/// <summary>What the site shows of a lesson: all of it, or as much as ran, with the reason.</summary>
public static class LessonPages
{
    /// <summary>The lesson as the site takes it.</summary>
    /// <param name="lesson">What became of the notebook.</param>
    public static SiteLesson Of(JobResult lesson)
    {
        if (lesson.Executed is { } executed) return new SiteLesson(executed, lesson.Job.Path);
        var stop = lesson.Failure is { } failure
            ? new LessonStop(FailureReport.Headline(lesson.Job.Shown, failure), failure.Message)
            : new LessonStop($"{lesson.Job.Shown}: was not run", lesson.Problem ?? "");
        return new SiteLesson(Reached(lesson), lesson.Job.Path, stop);
    }

    // The cells up to the one that failed; where none ran, those of the source; where there is no source, a page with its name at least.
    private static Notebook Reached(JobResult lesson)
    {
        if ((lesson.Partial ?? lesson.Source) is not { } notebook)
        {
            return new Notebook(lesson.Job.Name, new JsonObject
            {
                ["cells"] = new JsonArray(new JsonObject { ["cell_type"] = "markdown", ["id"] = "title", ["metadata"] = new JsonObject(), ["source"] = $"# {lesson.Job.Name}" }),
                ["metadata"] = new JsonObject(),
                ["nbformat"] = 4,
                ["nbformat_minor"] = 5,
            });
        }

        var node = (JsonObject)notebook.Node.DeepClone();
        var cells = node["cells"]!.AsArray();
        if (lesson.Partial is not null)
        {
            while (cells.Count > lesson.Failure!.Cell!.Number) cells.RemoveAt(cells.Count - 1);
        }

        return new Notebook(notebook.Name, node);
    }
}
