using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Site;

/// <summary>A lesson as the site takes it.</summary>
/// <param name="Executed">The notebook with its outputs.</param>
/// <param name="SourcePath">The notebook as it is kept, cleared, which readers download.</param>
/// <param name="Stop">Why it ends early; null when every cell ran.</param>
public sealed record SiteLesson(Notebook Executed, string SourcePath, LessonStop? Stop = null);
