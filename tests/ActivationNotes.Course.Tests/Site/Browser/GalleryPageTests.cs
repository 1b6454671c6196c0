using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ActivationNotes.Course.Tests.Site.Browser;

/// <summary>The pages of a notebook that holds every kind of output.</summary>
[Collection(typeof(BrowserTests))]
public sealed class GalleryPageTests(Chromium chromium, FixtureSite site) : PageTests(chromium, site)
{
    private const string Page = "01-gallery.html";

    [Fact]
    public async Task A_slider_moves_by_keys_and_the_figure_follows()
    {
        await using var visit = await OpenAsync(Page, new Reader());
        await visit.ReadToTheEndAsync();
        var figure = visit.Page.Locator("figure:has(input[type=range])");
        var slider = figure.Locator("input[type=range]");
        var curve = figure.Locator(".scatterlayer path.js-line").First;
        await slider.ScrollIntoViewIfNeededAsync();
        var before = await curve.GetAttributeAsync("d");
        await slider.FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(curve).Not.ToHaveAttributeAsync("d", before!);
        Assert.Contains("2", await slider.GetAttributeAsync("aria-valuetext"), StringComparison.Ordinal);
        Assert.Empty(visit.Problems);
    }

    [Fact]
    public async Task A_chart_that_cannot_be_loaded_stays_a_picture_and_is_drawn_when_asked_for_again()
    {
        await using var visit = await OpenAsync(Page, new Reader());
        var asked = 0;
        await visit.Page.RouteAsync(new System.Text.RegularExpressions.Regex("plotly"), route => Interlocked.Increment(ref asked) == 1 ? route.AbortAsync() : route.ContinueAsync());
        await visit.Page.Mouse.MoveAsync(5, 5);
        var figure = visit.Page.Locator("figure[data-figure]").First;
        await figure.ScrollIntoViewIfNeededAsync();
        var again = figure.GetByRole(AriaRole.Button, new() { Name = "Try again" });
        await again.WaitForAsync();
        await Assertions.Expect(figure.Locator(".picture:visible, .no-picture:visible")).ToHaveCountAsync(1);
        Assert.Equal(0, await figure.Locator(".drawn").CountAsync());
        await again.ClickAsync();
        await figure.Locator(".main-svg").First.WaitForAsync();
        await Assertions.Expect(figure.Locator(".picture:visible, .no-picture:visible")).ToHaveCountAsync(0);
        await Assertions.Expect(again).ToHaveCountAsync(0);
        Assert.Equal(2, asked);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_search_is_opened_and_followed_by_keys_alone(bool fromDisk)
    {
        await using var visit = await OpenAsync("index.html", new Reader(), fromDisk);
        Assert.DoesNotContain(visit.Requests, request => request.Contains("search", StringComparison.Ordinal));
        await visit.Page.Keyboard.PressAsync("/");
        var dialog = visit.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToBeVisibleAsync();
        await visit.Page.Keyboard.TypeAsync("steep sigm");
        await Assertions.Expect(dialog.Locator("a").First).ToContainTextAsync("The sigmoid, more or less steep");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Status)).ToContainTextAsync("result");
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(dialog.Locator("a").First).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/01-gallery[.]html#figure-the-sigmoid-more-or-less-steep$"), new() { Timeout = 30_000 });
        Assert.Empty(visit.Problems);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_search_shows_what_it_found_to_everybody_and_runs_none_of_it(bool dark)
    {
        await using var visit = await OpenAsync(Page, Reader.Phone with { Dark = dark });
        await visit.Page.Locator("button.search").ClickAsync();
        var dialog = visit.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Searchbox).FillAsync("nothingofthekind");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Status)).ToHaveTextAsync("Nothing found.");
        await dialog.GetByRole(AriaRole.Searchbox).FillAsync("sigmoid");
        await Assertions.Expect(dialog.Locator("mark").First).ToHaveTextAsync("sigmoid", new() { IgnoreCase = true });
        Assert.Empty((await visit.Page.RunAxe()).Violations.Select(violation => violation.Help));
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Changing_the_theme_redraws_figures_in_the_colours_of_the_page()
    {
        await using var visit = await OpenAsync(Page, new Reader());
        await visit.ReadToTheEndAsync();
        var title = visit.Page.Locator(".main-svg .xtitle").First;
        var before = await title.EvaluateAsync<string>("text => getComputedStyle(text).fill");
        await visit.Page.Locator("button.theme").ClickAsync();
        await visit.Page.WaitForFunctionAsync("before => getComputedStyle(document.querySelector('.main-svg .xtitle')).fill !== before", before);
    }

    [Fact]
    public async Task Claims_of_one_kind_are_hidden_and_shown_again_by_keys_alone()
    {
        await using var visit = await OpenAsync("claims.html", new Reader());
        var rows = visit.Page.Locator("tr[data-kind]:visible");
        await Assertions.Expect(rows).ToHaveCountAsync(5);
        var measured = visit.Page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("^measured 2 ") });
        await measured.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(rows).ToHaveCountAsync(3);
        await Assertions.Expect(visit.Page.Locator("tr[data-kind=measured]:visible")).ToHaveCountAsync(0);
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("3 of 5 claims are shown.");
        foreach (var _ in new[] { "published", "timing" })
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            await visit.Page.Keyboard.PressAsync("Space");
        }

        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await Assertions.Expect(visit.Page.Locator("section.claims-of:visible")).ToHaveCountAsync(1);
        await visit.Page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("^theorem 1 ") }).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(visit.Page.Locator("section.claims-of:visible")).ToHaveCountAsync(0);
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("0 of 5 claims are shown.");
        await visit.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        Assert.Empty((await visit.Page.RunAxe()).Violations.Select(violation => violation.Help));
        Assert.Empty(visit.Problems);
    }

    [Fact]
    public async Task Without_scripts_every_claim_is_shown_and_the_boxes_work()
    {
        await using var visit = await OpenAsync("claims.html", Reader.Phone with { Scripts = false });
        await Assertions.Expect(visit.Page.Locator("tr[data-kind]:visible")).ToHaveCountAsync(5);
        await Assertions.Expect(visit.Page.Locator(".replicated.in-part")).ToHaveTextAsync("held in 39 of 40");
        await visit.Page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("^timing 1 ") }).UncheckAsync();
        await Assertions.Expect(visit.Page.Locator("tr[data-kind]:visible")).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task Formulas_are_markup_that_screen_readers_know()
    {
        await using var visit = await OpenAsync(Page, new Reader(Scripts: false));
        Assert.True(await visit.Page.Locator("math").CountAsync() >= 3);
        Assert.Equal(0, await visit.Page.Locator("text=/\\\\frac|\\$\\$/").CountAsync());
    }

    [Fact]
    public async Task Every_kind_of_output_of_the_notebook_can_be_read()
    {
        await using var visit = await OpenAsync(Page, new Reader(Scripts: false));
        var text = await visit.Page.Locator("main").InnerTextAsync();
        foreach (var expected in new[] { "plain result", "red warning", "Activation: sigmoid", "markdown output", "column 12", "DivideByZeroException", "a message of stderr", "2 x 2 tensor" })
            Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.Equal(2, await visit.Page.Locator("p.output img, .output img").CountAsync());
        Assert.DoesNotContain("\u001b", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hints_solutions_and_hidden_input_are_folded_until_asked_for()
    {
        await using var visit = await OpenAsync(Page, new Reader(Scripts: false));
        var exercise = visit.Page.Locator(".exercise");
        Assert.Equal(1, await exercise.CountAsync());
        await Assertions.Expect(exercise.GetByText("Think of the chain rule.")).Not.ToBeVisibleAsync();
        await exercise.Locator("summary", new() { HasText = "Hint" }).ClickAsync();
        await Assertions.Expect(exercise.GetByText("Think of the chain rule.")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByText("hiddenHelper")).Not.ToBeVisibleAsync();
    }

    [Fact]
    public async Task Terms_of_the_code_are_coloured_by_their_meaning()
    {
        await using var visit = await OpenAsync(Page, new Reader(Scripts: false));
        var keyword = visit.Page.Locator("pre code span", new() { HasTextRegex = new("^var$") }).First;
        Assert.NotEqual(
            await keyword.EvaluateAsync<string>("span => getComputedStyle(span).color"),
            await keyword.EvaluateAsync<string>("span => getComputedStyle(span.closest('code')).color"));
    }

    [Fact]
    public async Task The_notebook_can_be_taken_along()
    {
        await using var visit = await OpenAsync(Page, new Reader());
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.Locator("a[download]").First.ClickAsync());
        Assert.Equal("01-gallery.ipynb", download.SuggestedFilename);
    }
}
