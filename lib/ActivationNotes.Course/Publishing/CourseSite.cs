using ActivationNotes.Course.Execution;
using ActivationNotes.Course.Replication;
using ActivationNotes.Course.Site;
using ActivationNotes.Course.Site.Glossaries;
using ActivationNotes.Course.Site.References;

namespace ActivationNotes.Course.Publishing;

/// <summary>Hands the executed lessons to the writer of the site.</summary>
public static class CourseSite
{
    /// <summary>Writes the site; a <see cref="SiteRenderer"/>.</summary>
    public static void Render(Workspace workspace, IReadOnlyList<JobResult> lessons, string directory) => SiteWriter.Write(
        new SiteInput(
            [.. lessons.Select(LessonPages.Of)],
            Bibliography.Read(workspace.Works),
            Glossary.Read(workspace.Terms),
            workspace.Assemblies,
            Path.Combine(workspace.Artifacts, "pictures"),
            HeadlessBrowser.Find())
        {
            Replications = ReplicationSources.Judge(ReplicationTable.Read(workspace.Replication), workspace),
        },
        directory);
}
