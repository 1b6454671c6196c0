using Microsoft.Playwright;

namespace ActivationNotes.Course.Tests.Site.Browser;

/// <summary>Opens the pages of a written site in the browser, over HTTP or from the disk.</summary>
public abstract class SiteTests : IDisposable
{
    private readonly Chromium _chromium;
    private readonly LocalServer _server;

    protected SiteTests(Chromium chromium, TestedSite site)
    {
        Chromium.Require();
        site.Require();
        _chromium = chromium;
        Site = site;
        _server = new LocalServer(site.Folder);
    }

    /// <summary>The site.</summary>
    protected TestedSite Site { get; }

    /// <summary>The address under which it is served, with a slash at its end.</summary>
    protected string Address => _server.Address;

    public void Dispose()
    {
        _server.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens a page over HTTP, or as a file, and waits until it has loaded.</summary>
    protected Task<Visit> OpenAsync(string page, Reader reader, bool fromDisk = false) =>
        Visit.OpenAsync(_chromium.Running, fromDisk ? Site.FileAddress(page) : Address + page, reader, WaitUntilState.Load);

    /// <summary>Fails with the whole list: a message that is cut short says little about a page.</summary>
    protected static void AssertNone(IReadOnlyCollection<string> found) => Assert.True(found.Count == 0, string.Join('\n', found));

    /// <summary>Whether a request stays within the site.</summary>
    protected static bool IsWithin(string request, string home) =>
        request.StartsWith(home, StringComparison.Ordinal) || request.StartsWith("data:", StringComparison.Ordinal) || request.StartsWith("blob:", StringComparison.Ordinal);
}
