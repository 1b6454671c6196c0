namespace ActivationNotes.Course.Site.Document;

/// <summary>The end of a lesson that did not get through.</summary>
/// <param name="Stop">Why.</param>
public sealed record StopBlock(LessonStop Stop) : Block;
