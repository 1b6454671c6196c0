using ActivationNotes.Course.Tests.Site.Browser;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(ActivationNotes.Course.Tests.LongestFirst))]

namespace ActivationNotes.Course.Tests;

/// <summary>Starts the tests that take minutes, one after another in a browser, before the others: started last, they would keep one core alone.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string?[] s_longest = [typeof(AppearanceBrowserTests).FullName, typeof(BrowserTests).FullName];

    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(collection => s_longest.Contains(collection.TestCollectionClassName, StringComparer.Ordinal))
            .ThenBy(collection => collection.TestCollectionDisplayName, StringComparer.Ordinal)];
}
