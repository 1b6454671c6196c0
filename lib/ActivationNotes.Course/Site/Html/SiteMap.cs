using ActivationNotes.Course.Site.Document;

namespace ActivationNotes.Course.Site.Html;

/// <summary>What every page can lead to.</summary>
/// <param name="Lessons">The lessons in the order they are read.</param>
/// <param name="Appendices">The pages beside the lessons: all claims, the library and so on.</param>
internal sealed record SiteMap(IReadOnlyList<LessonDocument> Lessons, IReadOnlyList<Appendix> Appendices);
