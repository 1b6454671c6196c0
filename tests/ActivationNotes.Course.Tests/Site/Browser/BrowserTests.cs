namespace ActivationNotes.Course.Tests.Site.Browser;

/// <summary>The tests that share the one browser and the fixture sites; they run one after another.</summary>
[CollectionDefinition]
public sealed class BrowserTests : ICollectionFixture<Chromium>, ICollectionFixture<FixtureSite>;
