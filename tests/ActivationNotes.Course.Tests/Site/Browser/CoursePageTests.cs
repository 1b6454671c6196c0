namespace ActivationNotes.Course.Tests.Site.Browser;

/// <summary>The pages of the course itself.</summary>
[Collection(typeof(BrowserTests))]
public sealed class CoursePageTests(Chromium chromium) : PageTests(chromium, new BuiltCourse());
