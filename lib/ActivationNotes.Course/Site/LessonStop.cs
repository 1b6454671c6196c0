namespace ActivationNotes.Course.Site;

/// <summary>Why a lesson's page ends before the lesson does.</summary>
/// <param name="Headline">The place and what happened, in one line.</param>
/// <param name="Message">The error in words.</param>
public sealed record LessonStop(string Headline, string Message);
