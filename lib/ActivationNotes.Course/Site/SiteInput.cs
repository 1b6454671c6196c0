using ActivationNotes.Course.Replication;
using ActivationNotes.Course.Site.Glossaries;
using ActivationNotes.Course.Site.References;

namespace ActivationNotes.Course.Site;

/// <summary>Everything a site is made of: the same input gives the same bytes.</summary>
/// <param name="Lessons">The lessons in the order they are read.</param>
/// <param name="Bibliography">The works that lessons cite; none when left out.</param>
/// <param name="Glossary">The terms that lessons use; none when left out.</param>
/// <param name="Libraries">The assemblies whose public types are listed; none when left out.</param>
/// <param name="PictureCache">A folder that keeps pictures of figures from one build to the next; null keeps none.</param>
/// <param name="Browser">A Chromium that takes pictures of the figures; null when there is none.</param>
public sealed record SiteInput(
    IReadOnlyList<SiteLesson> Lessons, Bibliography? Bibliography = null, Glossary? Glossary = null, IReadOnlyList<string>? Libraries = null, string? PictureCache = null, string? Browser = null)
{
    /// <summary>How often claims held with other seeds.</summary>
    public ReplicationTable Replications { get; init; } = ReplicationTable.Empty;
}
