using Microsoft.Playwright;

namespace ActivationNotes.Course.Tests.Site.Browser;

/// <summary>Opens the pages of a written site in the browser, over HTTP or from the disk.</summary>
public abstract class SiteTests : IDisposable
{
    /// <summary>Finds what scrolls sideways and cannot be reached by keys, or has no name.</summary>
    protected const string OutOfReach = """
        () => [...document.querySelectorAll('main *')].filter(e => e.scrollWidth > e.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(e).overflowX))
          .filter(e => e.tabIndex !== 0 || !e.hasAttribute('aria-label')).map(e => `${e.tagName}.${e.className}: ${e.textContent.slice(0, 60)}`)
        """;

    // One question for the whole page: asking about each of some hundred folds takes most of a minute.
    private const string WrongOnPaper = """
        () => {
          const height = element => element.getBoundingClientRect().height;
          const visible = (within, selector) => [...within.querySelectorAll(selector)].filter(element => element.checkVisibility() && height(element) > 0).length;
          const closed = [...document.querySelectorAll('article details.fold:not(.data)')].filter(fold => height(fold) <= 1.5 * height(fold.querySelector('summary')));
          const figures = [...document.querySelectorAll('figure[data-figure]')].filter(figure => visible(figure, 'img') !== 1 || visible(figure, '.main-svg') !== 0);
          return [
            ...closed.map(fold => `the fold "${fold.querySelector('summary').textContent}" is closed on paper`),
            ...figures.map(figure => `${figure.id} is not one picture on paper`),
            ...Array(visible(document, 'button')).fill('there is a button on paper')];
        }
        """;

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

    /// <summary>Reads the page to its end and says what has gone wrong so far.</summary>
    /// <param name="visit">The page.</param>
    /// <param name="home">Where all that it needs must come from.</param>
    protected static async Task<IEnumerable<string>> AmissWhenReadAsync(Visit visit, string home)
    {
        await visit.ReadToTheEndAsync();
        var figures = await visit.Page.Locator("figure[data-figure]").CountAsync();
        var drawn = await visit.Page.Locator("figure[data-figure]:has(.main-svg)").CountAsync();
        var libraries = visit.Requests.Count(request => request.Contains("plotly", StringComparison.OrdinalIgnoreCase));
        return
        [
            .. drawn == figures ? Array.Empty<string>() : [$"{drawn} of {figures} figures are drawn"],
            .. libraries == (figures > 0 ? 1 : 0) ? Array.Empty<string>() : [$"the plotting library was asked for {libraries} times"],
            .. visit.Problems,
            .. visit.Requests.Where(request => !IsWithin(request, home)).Select(request => $"asked for {request}"),
        ];
    }

    /// <summary>What a printed page lacks, or should not show.</summary>
    protected static async Task<string[]> WrongOnPaperAsync(Visit visit)
    {
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        return await visit.Page.EvaluateAsync<string[]>(WrongOnPaper);
    }

    /// <summary>Fails with the whole list: a message that is cut short says little about a page.</summary>
    protected static void AssertNone(IReadOnlyCollection<string> found) => Assert.True(found.Count == 0, string.Join('\n', found));

    /// <summary>The same for what was found on one page.</summary>
    protected static void AssertNone(string page, IEnumerable<string> found) => AssertNone([.. found.Select(trouble => $"{page}: {trouble}")]);

    /// <summary>Whether a request stays within the site.</summary>
    protected static bool IsWithin(string request, string home) =>
        request.StartsWith(home, StringComparison.Ordinal) || request.StartsWith("data:", StringComparison.Ordinal) || request.StartsWith("blob:", StringComparison.Ordinal);
}
