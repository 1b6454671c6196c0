using System.Globalization;
using Deque.AxeCore.Playwright;

namespace ActivationNotes.Course.Tests.Site.Browser;

/// <summary>How every page of a site looks, on every screen.</summary>
public abstract class AppearanceTests(Chromium chromium, TestedSite site) : SiteTests(chromium, site)
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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Axe_finds_no_violation_folded_or_unfolded(bool dark)
    {
        var found = new List<string>();
        // The colours are the same on every screen: in the dark one screen says it all.
        foreach (var (page, screen) in Everywhere().Where(place => !dark || place.Screen == Reader.Screens[0]))
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
            var files = visit.Requests.Where(request => IsWithin(request, Address) && request.StartsWith("http", StringComparison.Ordinal))
                .Select(request => new Uri(request).LocalPath[new Uri(Address).LocalPath.Length..]).Distinct(StringComparer.Ordinal).ToArray();
            var weight = files.Sum(file => new FileInfo(Path.Combine(Site.Folder, file)).Length);
            TestContext.Current.SendDiagnosticMessage($"{page} at {screen.Width}: {weight} bytes in {files.Length} files");
            if (weight >= LargestPage) found.Add(string.Create(CultureInfo.InvariantCulture, $"{page} at {screen.Width}: {weight} bytes"));
            found.AddRange(files.Where(file => file.Contains("plotly", StringComparison.OrdinalIgnoreCase)).Select(file => $"{page}: {file}"));
        }

        AssertNone(found);
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

    private static async Task<IEnumerable<string>> ViolationsAsync(Visit visit, string place)
    {
        // What watches sizes acts before the second frame.
        await visit.Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        var result = await visit.Page.RunAxe();
        return result.Violations.SelectMany(violation => violation.Nodes.Take(3).Select(node => $"{place}: {violation.Id}: {violation.Help}: {node.Html[..Math.Min(node.Html.Length, 200)]}"));
    }

    private IEnumerable<(string Page, Reader Screen)> Everywhere() => Site.Pages.SelectMany(page => Reader.Screens.Select(screen => (page, screen)));
}
