using System.Text.Json;
using ActivationNotes.Charts.Drawing;
using ActivationNotes.Testing;
using ActivationNotes.Testing.Browser;

namespace ActivationNotes.Charts.Tests.Html;

/// <summary>Figures in the page of a notebook, as a reader's browser draws them.</summary>
[Collection(typeof(BrowserTests))]
public sealed class FigureHtmlTests(Chromium chromium)
{
    private const string YRange = "JSON.stringify(document.querySelector('.an-plot')._fullLayout.yaxis.range)";
    private const string TitleColour = "document.querySelector('.an-plot .xtitle').style.fill";

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Figures_are_drawn_wherever_among_the_outputs_the_library_comes_and_although_require_js_owns_define(int place)
    {
        await using var notebook = await NotebookPage.OpenAsync(chromium);
        List<string> outputs = [Gallery.Sigmoid.ToHtml(), Gallery.Bars.ToHtml()];
        outputs.Insert(place, NotebookPage.Carrier);
        await notebook.ShowAsync(outputs);
        await notebook.DrawnAsync(2);

        Assert.Equal("function 0", await notebook.AskAsync<string>("`${typeof window.define} ${window.registered}`"));
        Assert.Empty(notebook.Problems);
    }

    [Fact]
    public async Task A_figure_shown_twice_and_a_set_up_cell_run_twice_are_drawn_without_an_id_that_is_there_twice()
    {
        await using var notebook = await NotebookPage.OpenAsync(chromium);
        await notebook.ShowAsync(NotebookPage.Carrier, Gallery.Sigmoid.ToHtml(), NotebookPage.Carrier, Gallery.Sigmoid.ToHtml());
        await notebook.DrawnAsync(2);
        Assert.Equal(2, await notebook.AskAsync<int>("document.querySelectorAll('.an-plot .main-svg:first-child').length"));
        Assert.Empty(await notebook.AskAsync<string[]>(
            "[...document.querySelectorAll('.output [id]')].filter(one => !one.closest('svg')).map(one => one.id).filter((id, i, all) => all.indexOf(id) !== i)"));
        Assert.Empty(notebook.Problems);
    }

    [Theory]
    [InlineData("class=\"vscode-dark\"", "", false, "dark")]
    [InlineData("class=\"vscode-light\"", "", true, "light")]
    [InlineData("class=\"vscode-high-contrast\"", "", false, "dark")]
    [InlineData("class=\"vscode-high-contrast-light vscode-high-contrast\"", "", true, "light")]
    [InlineData("data-jp-theme-light=\"false\"", "", false, "dark")]
    [InlineData("data-jp-theme-light=\"true\"", "", true, "light")]
    [InlineData("", ":root { color-scheme: light dark }", true, "dark")]
    [InlineData("", ":root { color-scheme: light dark }", false, "light")]
    [InlineData("", "body { background: #fff }", true, "light")]
    [InlineData("", "", true, "light")]
    public async Task A_figure_wears_the_theme_of_its_host(string body, string style, bool systemIsDark, string theme)
    {
        await using var notebook = await NotebookPage.OpenAsync(chromium, body, style, new Reader(Dark: systemIsDark));
        await notebook.ShowAsync(NotebookPage.Carrier, Gallery.Sigmoid.ToHtml());
        await notebook.DrawnAsync(1);
        Assert.Equal(Rgb((theme == "dark" ? Theme.Dark : Theme.Light).Text), await notebook.AskAsync<string>(TitleColour));
        Assert.Empty(notebook.Problems);
    }

    [Fact]
    public async Task A_drawn_figure_and_its_slider_follow_when_their_host_changes_the_theme()
    {
        await using var notebook = await NotebookPage.OpenAsync(chromium, "class=\"vscode-light\"");
        await notebook.ShowAsync(NotebookPage.Carrier, Gallery.Slider.ToHtml());
        await notebook.DrawnAsync(1);
        await notebook.Page.EvaluateAsync("document.body.className = 'vscode-dark'");
        await notebook.Page.WaitForFunctionAsync($"{TitleColour} === '{Rgb(Theme.Dark.Text)}'");
        Assert.Equal("dark", await notebook.AskAsync<string>("getComputedStyle(document.querySelector('.an-controls input')).colorScheme"));
        Assert.Empty(notebook.Problems);
    }

    [Fact]
    public async Task The_slider_is_moved_by_keys_and_moves_the_data_not_the_axes()
    {
        await using var notebook = await NotebookPage.OpenAsync(chromium);
        await notebook.ShowAsync(NotebookPage.Carrier, Gallery.Slider.ToHtml());
        await notebook.DrawnAsync(1);
        const string Last = "document.querySelector('.an-plot').data[0].y.at(-1)";
        var axis = await notebook.AskAsync<string>(YRange);
        Assert.Equal(1, await notebook.AskAsync<double>(Last));

        await notebook.Page.Locator(".an-controls input").FocusAsync();
        await notebook.Page.Keyboard.PressAsync("ArrowRight");
        await notebook.Page.WaitForFunctionAsync($"{Last} === 3");
        Assert.Equal("steepness 3", await notebook.Page.Locator(".an-controls input").GetAttributeAsync("aria-valuetext"));
        Assert.Equal(axis, await notebook.AskAsync<string>(YRange));
        Assert.True(JsonSerializer.Deserialize<double[]>(axis)![1] > 3, "the axis holds the steepest line from the start");
        Assert.Empty(notebook.Problems);
    }

    [Theory]
    [InlineData(390, "light")]
    [InlineData(1000, "light")]
    [InlineData(1000, "dark")]
    public async Task No_figure_is_wider_than_the_page(int width, string theme)
    {
        var style = theme == "dark" ? "body { background: #1e1e1e; color: #e6e6e6; font-family: sans-serif }" : "body { font-family: sans-serif }";
        await using var notebook = await NotebookPage.OpenAsync(chromium, style: style, reader: Reader.Phone with { Width = width });
        await notebook.ShowAsync(Gallery.All.Select(figure => figure.ToHtml()).Append(NotebookPage.Carrier));
        await notebook.DrawnAsync(Gallery.All.Count);
        await notebook.Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "artifacts", "screenshots", "Figures", $"notebook-{width}-{theme}.png"), FullPage = true });
        await notebook.Page.EvaluateAsync("() => { for (const fold of document.querySelectorAll('details')) fold.open = true; }");
        Assert.InRange(await notebook.AskAsync<int>("document.documentElement.scrollWidth"), 0, width);
        Assert.Empty(notebook.Problems);
    }

    [Fact]
    public async Task Panels_stand_below_each_other_on_a_phone_and_side_by_side_on_a_desktop()
    {
        await using var notebook = await NotebookPage.OpenAsync(chromium, reader: Reader.Phone);
        await notebook.ShowAsync(NotebookPage.Carrier, Gallery.Panels.ToHtml());
        await notebook.DrawnAsync(1);
        const string Places = "JSON.stringify([...document.querySelectorAll('.an-plot .draglayer > g > .nsewdrag')].map(one => one.getBoundingClientRect()))";
        var stacked = JsonSerializer.Deserialize<JsonElement[]>(await notebook.AskAsync<string>(Places))!;
        Assert.True(Of(stacked[0], "bottom") < Of(stacked[1], "top"), "the second panel is below the first");

        await notebook.Page.SetViewportSizeAsync(1000, 800);
        await notebook.Page.WaitForFunctionAsync("document.querySelectorAll('.an-plot')[0]._fullLayout.xaxis2.domain[0] > 0.4");
        var beside = JsonSerializer.Deserialize<JsonElement[]>(await notebook.AskAsync<string>(Places))!;
        Assert.True(Of(beside[0], "right") < Of(beside[1], "left"), "the second panel is to the right of the first");
        Assert.Empty(notebook.Problems);
    }

    private static double Of(JsonElement place, string name) => place.GetProperty(name).GetDouble();

    private static string Rgb(string colour) => $"rgb({string.Join(", ", Enumerable.Range(0, 3).Select(i => Convert.ToInt32(colour.Substring(1 + (2 * i), 2), 16)))})";
}
