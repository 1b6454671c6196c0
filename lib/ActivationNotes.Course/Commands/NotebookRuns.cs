using System.CommandLine;
using System.Globalization;
using ActivationNotes.Course.Execution;
using ActivationNotes.Course.Notebooks;
using ActivationNotes.Course.Progress;
using Spectre.Console;

namespace ActivationNotes.Course.Commands;

/// <summary>What the commands that run notebooks share: finding them, showing progress, saying what failed.</summary>
/// <param name="context">The world.</param>
/// <param name="workspace">The course.</param>
public sealed class NotebookRuns(CommandContext context, Workspace workspace)
{
    /// <summary>The argument that names notebooks.</summary>
    public static Argument<string[]> Argument(string description, ArgumentArity arity)
    {
        var notebooks = new Argument<string[]>("NOTEBOOK") { Description = description, Arity = arity };
        // The parser takes an option it does not know for one more notebook.
        notebooks.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-')))
                result.AddError($"There is no option {token.Value}. If it is a notebook, write ./{token.Value}");
        });
        return notebooks;
    }

    /// <summary>The lessons, in order.</summary>
    /// <exception cref="CourseException">There are none.</exception>
    public IReadOnlyList<NotebookJob> Lessons()
    {
        var files = Directory.Exists(workspace.Notebooks) ? Directory.GetFiles(workspace.Notebooks, "*.ipynb") : [];
        Array.Sort(files, StringComparer.Ordinal);
        return files.Length > 0
            ? [.. files.Select(Job)]
            : throw new CourseException($"There are no notebooks in {workspace.Notebooks}.");
    }

    /// <summary>The notebooks named on the command line.</summary>
    /// <exception cref="CourseException">Two have one name, so that their executed copies would be one file.</exception>
    public IReadOnlyList<NotebookJob> Named(IEnumerable<string> paths)
    {
        var jobs = paths.Select(path => Path.GetFullPath(path, context.Folder)).Distinct().Select(Job).ToArray();
        foreach (var twins in jobs.GroupBy(job => job.Name).Where(group => group.Count() > 1))
        {
            throw new CourseException($"{string.Join(" and ", twins.Select(job => job.Shown))} have the same name, so their executed copies would overwrite each other: run them one after the other.");
        }

        return jobs;
    }

    /// <summary>Keeps other builds out of the artifacts until disposed of.</summary>
    public async Task<BuildLock> LockAsync(CancellationToken cancellation)
    {
        var taken = await BuildLock.TakeAsync(
            workspace.Artifacts, () => context.Error.WriteLine("Another build is at work on this course: waiting for it."), cancellation);
        // Nobody else writes now: what is half written was left by one that was killed.
        if (Directory.Exists(workspace.Executed))
        {
            foreach (var leftover in Directory.EnumerateFiles(workspace.Executed, "*.tmp", SearchOption.AllDirectories)) AtomicFile.Discard(leftover);
        }

        return taken;
    }

    /// <summary>Runs notebooks, shows progress, and writes out what failed.</summary>
    public async Task<IReadOnlyList<JobResult>> RunAsync(IReadOnlyList<NotebookJob> jobs, RunOptions options, CancellationToken cancellation)
    {
        var runner = new CourseRunner(workspace, context.Clock);
        var results = context.Terminal is { } terminal
            ? await terminal.Progress()
                .Columns(new SpinnerColumn(), new ProgressBarColumn { Width = 20 }, new TaskDescriptionColumn { Alignment = Justify.Left })
                .StartAsync(live => runner.RunAsync(jobs, options, new LiveProgress(live, context.Clock), cancellation))
            : await runner.RunAsync(jobs, options, new PlainProgress(context.Output, context.Clock), cancellation);
        foreach (var result in results.Where(result => !result.Succeeded))
        {
            await context.Error.WriteLineAsync();
            result.WriteProblem(context.Error);
        }

        var (failed, stopped) = (results.Count(result => !result.Succeeded && !result.Stopped), results.Count(result => result.Stopped));
        if (failed + stopped > 0)
        {
            await context.Error.WriteLineAsync();
            var rest = stopped == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {stopped} {(stopped == 1 ? "was" : "were")} stopped");
            await context.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{failed} of {results.Count} notebook{(results.Count == 1 ? "" : "s")} failed{rest}."));
        }

        return results;
    }

    private NotebookJob Job(string path)
    {
        var shown = Workspace.Shown(path, context.Folder);
        // Its executed copy would take its place.
        var folder = Path.GetDirectoryName(RealPath.Of(path))!;
        return RealPath.AreSame(folder, workspace.Executed) || RealPath.AreSame(folder, workspace.ExecutedWithParameters)
            ? throw new CourseException($"{shown} lies in {workspace.Executed}, where executed copies are written, and sources are never changed. Name the notebook it was made from, or move it elsewhere.")
            : new NotebookJob(path, shown);
    }
}
