using System.Globalization;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ActivationNotes.Course.Tests.Site.Browser;

/// <summary>What holds for every page of a site, whatever it shows.</summary>
public abstract class PageTests : IDisposable
{
    // A live chart ends above its caption, and on a narrow page its panels stand below each other.
    private const string ChartsOutOfPlace = """
        () => [...document.querySelectorAll('figure[data-figure]:has(.main-svg)')].flatMap(figure => {
          const chart = figure.querySelector('.drawn'), caption = figure.querySelector('figcaption').getBoundingClientRect();
          const drawing = chart.querySelector('.main-svg').getBoundingClientRect();
          const beside = chart.clientWidth < 560 && chart.layout.xaxis2?.domain?.[0] > 0.3 && window.activationNotesFigures[figure.dataset.figure].narrow;
          return [
            drawing.bottom > caption.top + 1 ? `${figure.dataset.figure} covers its caption by ${drawing.bottom - caption.top} px` : '',
            beside ? `${figure.dataset.figure} has panels side by side` : ''];
        }).filter(trouble => trouble)
        """;

    private const int LargestPage = 300_000;

    private readonly Chromium _chromium;
    private readonly TestedSite _site;
    private readonly LocalServer _server;

    protected PageTests(Chromium chromium, TestedSite site)
    {
        Chromium.Require();
        site.Require();
        _chromium = chromium;
        _site = site;
        _server = new LocalServer(site.Folder);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Axe_finds_no_violation_folded_or_unfolded(bool dark)
    {
        var found = new List<string>();
        foreach (var (page, screen) in Everywhere())
        {
            await using var visit = await OpenAsync(page, screen with { Dark = dark });
            // What is folded is the same on every screen; the whole page is looked at on each.
            if (screen == Reader.Screens[0]) found.AddRange(await ViolationsAsync(visit, $"{page} at {screen.Width}"));
            await visit.UnfoldAsync();
            await visit.ReadToTheEndAsync();
            found.AddRange(await ViolationsAsync(visit, $"{page} at {screen.Width}, unfolded and drawn"));
        }

        AssertNone(found);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_page_read_to_its_end_reports_no_problem_and_asks_nobody_else(bool fromDisk)
    {
        var found = new List<string>();
        foreach (var page in _site.Pages)
        {
            await using var visit = await OpenAsync(page, new Reader(), fromDisk);
            await visit.ReadToTheEndAsync();
            await visit.Page.Locator("button.theme").ClickAsync();
            await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            found.AddRange(visit.Problems.Select(problem => $"{page}: {problem}"));
            var home = fromDisk ? _site.FileAddress("") : _server.Address;
            found.AddRange(visit.Requests.Where(request => !IsWithin(request, home)).Select(request => $"{page}: asked for {request}"));
        }

        AssertNone(found);
    }

    [Fact]
    public async Task No_page_scrolls_sideways_and_charts_fit_their_place_on_any_screen()
    {
        var found = new List<string>();
        foreach (var (page, screen) in Everywhere())
        {
            await using var visit = await OpenAsync(page, screen);
            await visit.UnfoldAsync();
            await visit.ReadToTheEndAsync();
            found.AddRange((await visit.Page.EvaluateAsync<string[]>(ChartsOutOfPlace)).Select(trouble => string.Create(CultureInfo.InvariantCulture, $"{page} at {screen.Width}: {trouble}")));
            var excess = await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (excess <= 0) continue;
            var widest = await visit.Page.EvaluateAsync<string>("""
                () => [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                  .map(e => `${e.tagName}.${e.className}`).slice(0, 5).join(', ')
                """);
            found.Add(string.Create(CultureInfo.InvariantCulture, $"{page} at {screen.Width} is {excess} px too wide: {widest}"));
        }

        AssertNone(found);
    }

    [Fact]
    public async Task An_untouched_page_is_light_and_never_loads_the_plotting_library()
    {
        var found = new List<string>();
        foreach (var (page, screen) in Everywhere())
        {
            await using var visit = await OpenAsync(page, screen);
            await visit.Page.WaitForTimeoutAsync(300);
            var files = visit.Requests.Where(request => IsWithin(request, _server.Address) && request.StartsWith("http", StringComparison.Ordinal))
                .Select(request => new Uri(request).LocalPath[new Uri(_server.Address).LocalPath.Length..]).Distinct(StringComparer.Ordinal).ToArray();
            var weight = files.Sum(file => new FileInfo(Path.Combine(_site.Folder, file)).Length);
            TestContext.Current.SendDiagnosticMessage($"{page} at {screen.Width}: {weight} bytes in {files.Length} files");
            if (weight >= LargestPage) found.Add(string.Create(CultureInfo.InvariantCulture, $"{page} at {screen.Width}: {weight} bytes"));
            found.AddRange(files.Where(file => file.Contains("plotly", StringComparison.OrdinalIgnoreCase)).Select(file => $"{page}: {file}"));
        }

        AssertNone(found);
    }

    [Fact]
    public async Task A_figure_answers_once_it_comes_into_view_and_the_library_is_loaded_once()
    {
        foreach (var page in _site.Lessons)
        {
            await using var visit = await OpenAsync(page, new Reader());
            var figures = await visit.Page.Locator("figure[data-figure]").CountAsync();
            if (figures == 0) continue;
            await visit.ReadToTheEndAsync();
            Assert.Equal(figures, await visit.Page.Locator("figure[data-figure]:has(.main-svg)").CountAsync());
            Assert.Single(visit.Requests, request => request.Contains("plotly", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Without_scripts_every_figure_is_a_picture_with_its_words_and_numbers()
    {
        foreach (var page in _site.Lessons)
        {
            await using var visit = await OpenAsync(page, new Reader(Scripts: false));
            foreach (var figure in await visit.Page.Locator("figure[data-figure]").AllAsync())
            {
                await figure.ScrollIntoViewIfNeededAsync();
                var picture = figure.Locator("img:visible");
                Assert.Equal(1, await picture.CountAsync());
                await Assertions.Expect(picture).ToHaveJSPropertyAsync("complete", true);
                Assert.True(await picture.EvaluateAsync<int>("image => image.naturalWidth") > 0, $"{page}: a picture of a figure does not load.");
                var words = await figure.Locator("[role=img]").First.GetAttributeAsync("aria-describedby");
                Assert.NotEmpty((await visit.Page.Locator($"[id='{words}']").InnerTextAsync()).Trim());
                await figure.Locator("details > summary").First.ClickAsync();
                await Assertions.Expect(figure.Locator("details table").First).ToBeVisibleAsync();
            }

            Assert.Empty(visit.Problems);
        }
    }

    [Fact]
    public async Task Without_scripts_there_is_no_button_that_does_nothing()
    {
        foreach (var page in _site.Pages)
        {
            await using var visit = await OpenAsync(page, new Reader(Scripts: false));
            Assert.Equal(0, await visit.Page.Locator("button:visible").CountAsync());
        }
    }

    [Fact]
    public async Task Paper_shows_everything_that_is_folded_on_the_screen_even_without_scripts()
    {
        foreach (var (page, scripts) in _site.Lessons.SelectMany(page => new[] { (page, true), (page, false) }))
        {
            await using var visit = await OpenAsync(page, new Reader(Scripts: scripts));
            if (scripts) await visit.ReadToTheEndAsync();
            await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
            foreach (var fold in await visit.Page.Locator("article details.fold:not(.data)").AllAsync())
                Assert.True((await fold.BoundingBoxAsync())!.Height > 1.5 * (await fold.Locator("summary").First.BoundingBoxAsync())!.Height, $"{page}: a fold is closed on paper.");
            foreach (var figure in await visit.Page.Locator("figure[data-figure]").AllAsync())
            {
                Assert.Equal(1, await figure.Locator("img:visible").CountAsync());
                Assert.Equal(0, await figure.Locator(".main-svg:visible").CountAsync());
            }

            Assert.Equal(0, await visit.Page.Locator("button:visible").CountAsync());
        }
    }

    [Fact]
    public async Task Every_link_within_the_site_leads_somewhere()
    {
        var found = new List<string>();
        var anchors = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var links = new List<(string Page, string Target)>();
        foreach (var page in _site.Pages)
        {
            await using var visit = await OpenAsync(page, new Reader());
            var ids = await visit.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('[id]')].map(e => e.id)");
            found.AddRange(ids.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => $"{page}: two elements have the id {group.Key}"));
            anchors[page] = [.. ids];
            var targets = await visit.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a[href]')].map(e => e.getAttribute('href'))");
            links.AddRange(targets.Where(target => !target.Contains("://", StringComparison.Ordinal)).Select(target => (page, target)));
        }

        foreach (var (page, target) in links)
        {
            var parts = target.Split('#');
            var file = parts[0].Length == 0 ? page : Uri.UnescapeDataString(parts[0]);
            if (target.StartsWith('/') || !File.Exists(Path.Combine(_site.Folder, file))) found.Add($"{page}: {target} leads nowhere");
            else if (parts.Length > 1 && anchors.TryGetValue(file, out var ids) && !ids.Contains(Uri.UnescapeDataString(parts[1]))) found.Add($"{page}: {target} has no such place");
        }

        AssertNone(found);
        Assert.All(_site.Lessons, lesson => Assert.Contains(("index.html", lesson), links));
    }

    [Fact]
    public async Task The_first_key_reaches_the_link_that_skips_to_the_content()
    {
        foreach (var page in _site.Pages)
        {
            await using var visit = await OpenAsync(page, new Reader());
            await visit.Page.Keyboard.PressAsync("Tab");
            var target = await visit.Page.EvaluateAsync<string>("() => document.activeElement.getAttribute('href')");
            Assert.StartsWith("#", target, StringComparison.Ordinal);
            Assert.True(await visit.Page.Locator(":focus").EvaluateAsync<bool>("link => link.getBoundingClientRect().top >= 0"), "The link stays out of sight.");
            Assert.Equal(1, await visit.Page.Locator("main" + target).CountAsync());
        }
    }

    [Fact]
    public async Task A_chosen_theme_is_remembered_before_anything_is_painted()
    {
        await using var visit = await OpenAsync("index.html", new Reader());
        var before = await PaperAsync(visit);
        await visit.Page.Locator("button.theme").ClickAsync();
        var chosen = await PaperAsync(visit);
        Assert.NotEqual(before, chosen);
        // Nothing is painted before the body is there: the theme must be known by then.
        await visit.Page.AddInitScriptAsync("""
            new MutationObserver(() => { if (document.body && !window.themeAtBody) window.themeAtBody = document.documentElement.dataset.theme ?? 'none'; })
              .observe(document, { childList: true, subtree: true });
            """);
        foreach (var page in _site.Pages)
        {
            await visit.Page.GotoAsync(_server.Address + page);
            Assert.Equal("dark", await visit.Page.EvaluateAsync<string>("() => window.themeAtBody"));
            Assert.Equal(chosen, await PaperAsync(visit));
        }
    }

    [Fact]
    public async Task Copying_takes_the_code_as_it_stands_in_the_notebook()
    {
        foreach (var page in _site.Lessons)
        {
            await using var visit = await OpenAsync(page, new Reader());
            await visit.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
            await visit.UnfoldAsync();
            var block = visit.Page.Locator(".code").First;
            if (await block.CountAsync() == 0) continue;
            await block.HoverAsync();
            await block.Locator("button").ClickAsync();
            await Assertions.Expect(block.Locator("button")).ToHaveTextAsync("Copied");
            Assert.Equal(await block.Locator("code").TextContentAsync(), await visit.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        }
    }

    [Fact]
    public async Task The_content_policy_allows_scripts_from_files_of_the_site_alone()
    {
        foreach (var page in _site.Pages)
        {
            await using var visit = await OpenAsync(page, new Reader());
            var policy = await visit.Page.Locator("meta[http-equiv=Content-Security-Policy]").GetAttributeAsync("content");
            var directives = policy!.Split(';').Select(part => part.Trim().Split(' ', 2)).ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
            Assert.Equal("'none'", directives["default-src"]);
            Assert.Equal("'self'", directives["script-src"]);
            Assert.Equal("'none'", directives["base-uri"]);
            Assert.Equal("'none'", directives["form-action"]);
            Assert.DoesNotContain(directives.Values, value => value.Contains("http", StringComparison.Ordinal) || value.Contains('*', StringComparison.Ordinal));
            // A policy protects only what comes after it.
            Assert.True(await visit.Page.EvaluateAsync<bool>("""
                () => { const policy = document.querySelector('meta[http-equiv]');
                  return [...document.querySelectorAll('script, link, style, img')].every(e => policy.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING); }
                """));
            Assert.Equal(0, await visit.Page.Locator("script:not([src])").CountAsync());
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_picture_of_every_page_on_every_screen_is_kept(bool dark)
    {
        var folder = Path.Combine(Workspace.Find(AppContext.BaseDirectory).Artifacts, "screenshots", GetType().Name);
        Directory.CreateDirectory(folder);
        foreach (var (page, screen) in Everywhere())
        {
            await using var visit = await OpenAsync(page, screen with { Dark = dark });
            await visit.ReadToTheEndAsync();
            await visit.Page.EvaluateAsync("() => scrollTo(0, 0)");
            var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(page)}-{screen.Width}-{(dark ? "dark" : "light")}.png"));
            await visit.Page.ScreenshotAsync(new() { Path = file, FullPage = true });
            Assert.True(new FileInfo(file).Length > 5_000, $"{file} shows nothing.");
        }
    }

    public void Dispose()
    {
        _server.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens a page over HTTP, or as a file.</summary>
    protected Task<Visit> OpenAsync(string page, Reader reader, bool fromDisk = false) =>
        Visit.OpenAsync(_chromium.Running, fromDisk ? _site.FileAddress(page) : _server.Address + page, reader);

    private static async Task<IEnumerable<string>> ViolationsAsync(Visit visit, string place)
    {
        // What watches sizes acts before the second frame.
        await visit.Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        var result = await visit.Page.RunAxe();
        return result.Violations.SelectMany(violation => violation.Nodes.Take(3).Select(node => $"{place}: {violation.Id}: {violation.Help}: {node.Html[..Math.Min(node.Html.Length, 200)]}"));
    }

    // The whole list: a message that is cut short says little about a page.
    private static void AssertNone(IReadOnlyCollection<string> found) => Assert.True(found.Count == 0, string.Join('\n', found));

    private static Task<string> PaperAsync(Visit visit) => visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");

    private static bool IsWithin(string request, string home) =>
        request.StartsWith(home, StringComparison.Ordinal) || request.StartsWith("data:", StringComparison.Ordinal) || request.StartsWith("blob:", StringComparison.Ordinal);

    private IEnumerable<(string Page, Reader Screen)> Everywhere() => _site.Pages.SelectMany(page => Reader.Screens.Select(screen => (page, screen)));
}
