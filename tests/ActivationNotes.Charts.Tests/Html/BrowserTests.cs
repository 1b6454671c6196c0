using ActivationNotes.Testing.Browser;

namespace ActivationNotes.Charts.Tests.Html;

/// <summary>The tests that share the one browser; they run one after another.</summary>
[CollectionDefinition]
public sealed class BrowserTests : ICollectionFixture<Chromium>;
