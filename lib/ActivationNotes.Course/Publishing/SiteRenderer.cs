using ActivationNotes.Course.Execution;

namespace ActivationNotes.Course.Publishing;

/// <summary>Writes the site of executed lessons.</summary>
/// <param name="workspace">The course.</param>
/// <param name="lessons">The lessons in order; one that did not get through is shown as far as it went.</param>
/// <param name="directory">An empty folder.</param>
public delegate void SiteRenderer(Workspace workspace, IReadOnlyList<JobResult> lessons, string directory);
