using System.Globalization;
using System.Text;
using ActivationNotes.Course.Execution;
using ActivationNotes.Course.Notebooks;
using ActivationNotes.Course.Publishing;
using ActivationNotes.Course.Site;
using ActivationNotes.Course.Site.Figures;

namespace ActivationNotes.Course.Commands;

/// <summary>Runs the lessons that changed, then makes the site if it would differ.</summary>
/// <param name="context">The world.</param>
/// <param name="workspace">The course.</param>
public sealed class CourseBuild(CommandContext context, Workspace workspace)
{
    /// <summary>The first page of the site.</summary>
    public string Address => new Uri(Path.Combine(workspace.Site, "index.html")).AbsoluteUri;

    /// <summary>Builds. A lesson that fails is shown as far as it came; when the first failure stops the others, the site stays as it was.</summary>
    /// <param name="options">How lessons are run.</param>
    /// <param name="cancellation">Stops it; the site stays as it was.</param>
    /// <returns>What became of each lesson.</returns>
    public async Task<IReadOnlyList<JobResult>> RunAsync(RunOptions options, CancellationToken cancellation)
    {
        var runs = new NotebookRuns(context, workspace);
        using var taken = await runs.LockAsync(cancellation);
        var results = await runs.RunAsync(runs.Lessons(), options, cancellation);
        if (!results.Any(result => result.Stopped)) Publish(results, options.Force);
        return results;
    }

    private void Publish(IReadOnlyList<JobResult> lessons, bool force)
    {
        var publisher = new SitePublisher(workspace.Site);
        var browser = HeadlessBrowser.Find();
        var key = Key(lessons, browser);
        if (!force && publisher.IsCurrent(key)) return;
        publisher.Publish(key, folder => context.Render(workspace, lessons, folder));
        if (browser is null || FigurePhotographer.IsComplete(workspace.Site)) return;
        context.Error.WriteLine($"{browser} took no pictures of some figures, which need scripts to show now. The next build tries again.");
        publisher.Forget();
    }

    // All a page is made from: the executed lessons, what they cite and explain, the libraries, this program, and whether there are pictures.
    private string Key(IReadOnlyList<JobResult> lessons, string? browser)
    {
        var text = new StringBuilder(Fingerprint.HashOf(typeof(CourseBuild).Assembly.Location)).Append(browser is null ? "" : "\nwith pictures")
            .Append('\n').Append(Fingerprint.HashOf(workspace.Works)).Append('\n').Append(Fingerprint.HashOf(workspace.Terms)).Append('\n').Append(Fingerprint.HashOf(workspace.Replication));
        foreach (var assembly in workspace.Assemblies) text.Append('\n').Append(Fingerprint.HashOf(assembly)).Append(Fingerprint.HashOf(Path.ChangeExtension(assembly, ".xml")));
        foreach (var lesson in lessons)
        {
            var page = LessonPages.Of(lesson);
            text.Append(CultureInfo.InvariantCulture, $"\n{lesson.Job.Name} {Fingerprint.HashOfText(JsonText.Compact(page.Executed.Node) + page.Stop)}");
        }

        return Fingerprint.HashOfText(text.ToString());
    }
}
