using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace ActivationNotes.Testing.Browser;

/// <summary>One look at a page, with everything that went wrong and everything that was asked for meanwhile.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _problems = new();
    private readonly ConcurrentQueue<string> _requests = new();

    private Visit(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) => { if (message.Type is "error" or "warning") _problems.Enqueue($"{message.Type}: {message.Text}"); };
        page.PageError += (_, error) => _problems.Enqueue("exception: " + error);
        page.Dialog += (_, dialog) =>
        {
            _problems.Enqueue("dialog: " + dialog.Message);
            _ = dialog.DismissAsync();
        };
        page.RequestFailed += (_, request) => _problems.Enqueue($"failed: {request.Url} {request.Failure}");
        page.Response += (_, response) => { if (response.Status >= 400) _problems.Enqueue($"{response.Status}: {response.Url}"); };
        context.Request += (_, request) => _requests.Enqueue(request.Url);
    }

    /// <summary>The page that is looked at.</summary>
    public IPage Page { get; }

    /// <summary>Errors and warnings of the console, exceptions, dialogs, failed requests; violations of the content policy are among the errors.</summary>
    public IReadOnlyList<string> Problems => [.. _problems];

    /// <summary>Every address that was asked for, the page's own included.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>Opens an address and waits until nothing moves over the network.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="address">The address.</param>
    /// <param name="reader">Who looks.</param>
    /// <param name="until">Waits for this instead, on pages that keep a connection open.</param>
    public static async Task<Visit> OpenAsync(IBrowser browser, string address, Reader reader, WaitUntilState until = WaitUntilState.NetworkIdle)
    {
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = reader.Width, Height = reader.Height },
            ColorScheme = reader.Dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = reader.Scripts,
            BypassCSP = reader.IgnoresPolicy,
            // Pictures of pages and colours measured by axe would otherwise catch a transition in its middle.
            ReducedMotion = ReducedMotion.Reduce,
            HasTouch = reader.Width < 500,
        });
        // Generous: a slow machine is no fault of the page.
        context.SetDefaultTimeout(180_000);
        var visit = new Visit(context, await context.NewPageAsync());
        await visit.Page.GotoAsync(address, new() { WaitUntil = until });
        return visit;
    }

    /// <summary>Opens every fold of the page, but of the tables of data, which are all made alike and each a document to load, only the first.</summary>
    public Task UnfoldAsync() => Page.EvaluateAsync("""
        () => {
          const [table] = document.querySelectorAll('details.data');
          for (const fold of document.querySelectorAll('details:not([open])')) if (fold === table || !fold.matches('.data')) fold.open = fold.dataset.unfolded = true;
        }
        """);

    /// <summary>Closes the folds again that <see cref="UnfoldAsync"/> has opened.</summary>
    public Task FoldAsync() => Page.EvaluateAsync("() => { for (const fold of document.querySelectorAll('details[data-unfolded]')) fold.open = false; }");

    /// <summary>Reads the page to its end as a person does, waiting for each figure to answer.</summary>
    public async Task ReadToTheEndAsync()
    {
        // Until the reader does something, a page loads nothing more.
        await Page.Mouse.MoveAsync(5, 5);
        foreach (var figure in await Page.Locator("figure[data-figure]").AllAsync())
        {
            await figure.ScrollIntoViewIfNeededAsync();
            await figure.Locator(".main-svg").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        }

        await SettleAsync();
    }

    /// <summary>Waits until nothing moves over the network, though not forever.</summary>
    public async Task SettleAsync()
    {
        try
        {
            await Page.WaitForLoadStateAsync(LoadState.NetworkIdle, new() { Timeout = 20_000 });
        }
        catch (TimeoutException)
        {
            // Everything that a reader waits for is there; what is still on its way shows among the problems when it fails.
        }
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
