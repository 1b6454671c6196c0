namespace ActivationNotes.Course.Tests.Site.Browser;

/// <summary>How the pages of a notebook that holds every kind of output look.</summary>
[Collection(typeof(AppearanceBrowserTests))]
public sealed class GalleryAppearanceTests(Chromium chromium, FixtureSite site, Looks looks) : AppearanceTests(chromium, site, looks);
