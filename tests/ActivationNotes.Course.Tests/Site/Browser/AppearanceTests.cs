using System.Globalization;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ActivationNotes.Course.Tests.Site.Browser;

/// <summary>How every page of a site looks, on every screen.</summary>
public abstract class AppearanceTests(Chromium chromium, TestedSite site, Looks looks) : SiteTests(chromium, site), IClassFixture<Looks>
{
    // A live chart ends above its caption, and on a narrow page its panels stand below each other. The titles of axes and the words beside
    // points are not cut, and the numbers along an axis do not lie on each other (slanted ones take less room than their boxes).
    private const string ChartsOutOfPlace = """
        () => [...document.querySelectorAll('figure[data-figure]:has(.main-svg)')].flatMap(figure => {
          const chart = figure.querySelector('.drawn'), caption = figure.querySelector('figcaption').getBoundingClientRect();
          const drawing = chart.querySelector('.main-svg').getBoundingClientRect();
          const inside = chart.getBoundingClientRect();
          const cut = [...chart.querySelectorAll('.xtitle, .ytitle, .textpoint text')].filter(text => {
            const box = text.getBoundingClientRect();
            return box.left < inside.left - 1 || box.right > inside.right + 1 || box.top < inside.top - 1 || box.bottom > inside.bottom + 1;
          });
          const crowded = [...chart.querySelectorAll('.xaxislayer-above, .yaxislayer-above')].flatMap(axis => {
            const numbers = [...axis.querySelectorAll('.xtick text, .ytick text')].filter(text => !/rotate\((?!0[,)])/.test(text.getAttribute('transform') ?? ''));
            const boxes = numbers.map(text => text.getBoundingClientRect());
            return numbers.filter((_, i) => boxes.slice(0, i).some(other => Math.min(other.right, boxes[i].right) - Math.max(other.left, boxes[i].left) > 2
              && Math.min(other.bottom, boxes[i].bottom) - Math.max(other.top, boxes[i].top) > 2));
          });
          const beside = chart.clientWidth < 560 && chart.layout.xaxis2?.domain?.[0] > 0.3 && window.activationNotesFigures[figure.dataset.figure].narrow;
          return [
            ...cut.map(text => `${figure.dataset.figure} cuts "${text.textContent}"`),
            ...crowded.map(text => `${figure.dataset.figure} has "${text.textContent}" on another number of its axis`),
            drawing.bottom > caption.top + 1 ? `${figure.dataset.figure} covers its caption by ${drawing.bottom - caption.top} px` : '',
            beside ? `${figure.dataset.figure} has panels side by side` : ''];
        }).filter(trouble => trouble)
        """;

    private const string WiderThanThePage = """
        () => {
          // A table of data scrolls in its frame.
          if (document.body.matches('.table')) return [];
          const width = document.documentElement.clientWidth, excess = document.documentElement.scrollWidth - width;
          if (excess <= 0) return [];
          const widest = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > width + 1).map(e => `${e.tagName}.${e.className}`);
          return [`${excess} px too wide: ${widest.slice(0, 5).join(', ')}`];
        }
        """;

    // The longest lesson: a tenth of it are its claims, each with its kind, its bound and what other seeds said.
    private const int LargestPage = 330_000;

    // Tables of data are all made alike.
    private IReadOnlyList<string> Pages => [.. Site.Pages, .. Site.Tables.Take(1)];

    [Fact]
    public async Task Axe_finds_no_violation_in_the_light() => AssertNone(await FoundAsync(look => look.ViolationsInTheLight));

    [Fact]
    public async Task Axe_finds_no_violation_in_the_dark() => AssertNone(await FoundAsync(look => look.ViolationsInTheDark));

    [Fact]
    public async Task A_page_read_to_its_end_draws_every_figure_with_one_library_reports_no_problem_and_asks_nobody_else() => AssertNone(await FoundAsync(look => look.Amiss));

    [Fact]
    public async Task Paper_shows_everything_that_is_folded_on_the_screen_and_pictures_in_place_of_charts() => AssertNone(await FoundAsync(look => look.WrongOnPaper));

    [Fact]
    public async Task On_a_phone_what_scrolls_sideways_is_reached_by_keys() => AssertNone(await FoundAsync(look => look.OutOfReach));

    [Fact]
    public async Task No_page_scrolls_sideways_and_charts_fit_their_place_on_any_screen() => AssertNone(await FoundAsync(look => look.OutOfPlace));

    [Fact]
    public async Task An_untouched_page_is_light_and_never_loads_the_plotting_library() => AssertNone(await FoundAsync(look =>
    [
        .. look.Weight >= LargestPage ? [string.Create(CultureInfo.InvariantCulture, $"{look.Weight} bytes")] : Array.Empty<string>(),
        .. look.Files.Where(file => file.Contains("plotly", StringComparison.OrdinalIgnoreCase)),
    ]));

    [Fact]
    public async Task A_picture_of_every_page_on_every_screen_is_kept() =>
        Assert.All((await LooksAsync()).SelectMany(look => look.Pictures), file => Assert.True(new FileInfo(file).Length > 2_000, $"{file} shows nothing."));

    private static async Task<IReadOnlyList<string>> ViolationsAsync(Visit visit, string state)
    {
        // What watches sizes acts before the second frame.
        await visit.Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        // Of what is right axe would describe every element, which takes most of its time. Tables in frames are looked at as pages;
        // the inside of a chart, which is one picture to who cannot see it, by the tests of its colours.
#pragma warning disable CS0618 // The other way collects everything, violation or not, carries it to a second page and sorts it there: half as long again.
        var result = await visit.Page.RunAxeLegacy(new AxeRunContext { Exclude = [new(".main-svg")] }, new AxeRunOptions { ResultTypes = [ResultType.Violations], Iframes = false });
#pragma warning restore CS0618
        return [.. result.Violations.SelectMany(violation => violation.Nodes.Take(3).Select(node => $"{state}: {violation.Id}: {violation.Help}: {node.Html[..Math.Min(node.Html.Length, 200)]}"))];
    }

    private async Task<IReadOnlyList<string>> FoundAsync(Func<Look, IEnumerable<string>> trouble) =>
        [.. (await LooksAsync()).SelectMany(look => trouble(look).Select(found => $"{look}: {found}"))];

    private async Task<IReadOnlyList<Look>> LooksAsync()
    {
        var taken = await looks.TakenAsync(LookEverywhereAsync);
        Assert.Equal(Pages.Count * Reader.Screens.Count, taken.Count);
        return taken;
    }

    private async Task<IReadOnlyList<Look>> LookEverywhereAsync()
    {
        var places = Pages.SelectMany(page => Reader.Screens.Select(screen => (Page: page, Screen: screen))).ToArray();
        var taken = new Look[places.Length];
        // Each page draws and is asked on a thread of its own; no other test takes as long.
        await Parallel.ForEachAsync(Enumerable.Range(0, places.Length), new ParallelOptions { MaxDegreeOfParallelism = 2 },
            async (i, _) => taken[i] = await LookAsync(places[i].Page, places[i].Screen));
        return taken;
    }

    // Reading a page to its end and asking axe take seconds each. On a desktop the page is read, in the dark as well, asked about, made
    // narrower and printed; on a phone axe is asked first, while the figures are pictures, and the page is read afterwards; on a tablet it
    // stays as it is before anybody touches it.
    private async Task<Look> LookAsync(string page, Reader screen)
    {
        await using var visit = await OpenAsync(page, screen);
        await visit.Page.WaitForTimeoutAsync(500);
        string[] files = [.. visit.Requests.Where(request => IsWithin(request, Address) && request.StartsWith("http", StringComparison.Ordinal))
            .Select(request => new Uri(request).LocalPath[new Uri(Address).LocalPath.Length..]).Distinct(StringComparer.Ordinal)];
        var look = new Look(page, screen.Width) { Files = files, Weight = files.Sum(file => new FileInfo(Path.Combine(Site.Folder, file)).Length) };
        if (screen == Reader.Desktop) return await OnADesktopAsync(visit, look);
        if (screen == Reader.Phone) look = await OnAPhoneAsync(visit, look);
        var picture = await PictureAsync(visit, look, "light");
        await visit.UnfoldAsync();
        return look with { Pictures = [picture], OutOfPlace = await OutOfPlaceAsync(visit) };
    }

    private async Task<Look> OnADesktopAsync(Visit visit, Look look)
    {
        // Before pictures are taken: for those the browser lays the page out anew, and may drop what it has just begun to load.
        string[] amiss = [.. await AmissWhenReadAsync(visit, Address)];
        var light = await PictureAsync(visit, look, "light");
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await visit.ReadToTheEndAsync();
        var dark = await PictureAsync(visit, look, "dark");
        await visit.UnfoldAsync();
        var violations = await ViolationsAsync(visit, "charts");
        var outOfPlace = await OutOfPlaceAsync(visit);
        await visit.Page.SetViewportSizeAsync(Reader.Tablet.Width, Reader.Tablet.Height);
        var narrower = await OutOfPlaceAsync(visit);
        // Charts follow a moment later.
        for (var wait = 0; wait < 100 && narrower.Count > 0; wait++)
        {
            await visit.Page.WaitForTimeoutAsync(200);
            narrower = await OutOfPlaceAsync(visit);
        }

        return look with
        {
            Amiss = amiss,
            Pictures = [light, dark],
            ViolationsInTheDark = violations,
            OutOfPlace = [.. outOfPlace, .. narrower.Select(trouble => $"made as narrow as a tablet: {trouble}")],
            WrongOnPaper = await WrongOnPaperAsync(visit),
        };
    }

    private async Task<Look> OnAPhoneAsync(Visit visit, Look look)
    {
        await visit.UnfoldAsync();
        var violations = await ViolationsAsync(visit, "pictures");
        await visit.FoldAsync();
        await visit.ReadToTheEndAsync();
        var outOfReach = await visit.Page.EvaluateAsync<string[]>(OutOfReach);
        if (Site.Pages.Contains(look.Page))
        {
            // There and back.
            for (var click = 0; click < 2; click++)
            {
                await visit.Page.Locator("button.theme").ClickAsync();
                await visit.SettleAsync();
            }
        }

        return look with { ViolationsInTheLight = violations, OutOfReach = outOfReach, Amiss = visit.Problems };
    }

    private static async Task<IReadOnlyList<string>> OutOfPlaceAsync(Visit visit) =>
        [.. await visit.Page.EvaluateAsync<string[]>(ChartsOutOfPlace), .. await visit.Page.EvaluateAsync<string[]>(WiderThanThePage)];

    private async Task<string> PictureAsync(Visit visit, Look look, string theme)
    {
        var folder = Path.Combine(Workspace.Find(AppContext.BaseDirectory).Artifacts, "screenshots", GetType().Name);
        Directory.CreateDirectory(folder);
        await visit.Page.EvaluateAsync("() => scrollTo(0, 0)");
        var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(look.Page)}-{look.Width}-{theme}.jpg"));
        await visit.Page.ScreenshotAsync(new() { Path = file, FullPage = true, Type = ScreenshotType.Jpeg, Quality = 80 });
        return file;
    }
}
