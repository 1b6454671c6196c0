namespace ActivationNotes.Course.Tests.Site.Browser;

/// <summary>How the pages of the course itself look.</summary>
[Collection(typeof(AppearanceBrowserTests))]
public sealed class CourseAppearanceTests(Chromium chromium, Looks looks) : AppearanceTests(chromium, new BuiltCourse(), looks);
