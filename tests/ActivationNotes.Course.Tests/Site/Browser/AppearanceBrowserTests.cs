namespace ActivationNotes.Course.Tests.Site.Browser;

/// <summary>The tests that look at every page on every screen; in a collection and a browser of their own, since they take as long as many others together.</summary>
[CollectionDefinition]
public sealed class AppearanceBrowserTests : ICollectionFixture<Chromium>, ICollectionFixture<FixtureSite>;
