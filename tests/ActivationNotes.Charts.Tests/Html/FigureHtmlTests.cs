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

    // Words that are cut by the border of their drawing, numbers that lie on others of their axis (slanted ones take less room than their boxes), axes with too few to tell their scale.
    private const string Unreadable = """
        [...document.querySelectorAll('.an-plot')].flatMap(plot => {
          const border = plot.getBoundingClientRect(), title = plot.closest('.an-figure').textContent.trim().slice(0, 50);
          const cut = [...plot.querySelectorAll('.textpoint text')].filter(text => { const box = text.getBoundingClientRect(); return box.left < border.left - 1 || box.right > border.right + 1; });
          const axes = ['x', 'y'].map(name => [...plot.querySelectorAll(`.${name}axislayer-above .${name}tick text`)].filter(text => text.textContent));
          const crowded = axes.flatMap(texts => {
            const straight = texts.filter(text => !/rotate\((?!0[,)])/.test(text.getAttribute('transform') ?? '')), boxes = straight.map(text => text.getBoundingClientRect());
            return straight.filter((_, i) => boxes.slice(0, i).some(other => Math.min(other.right, boxes[i].right) - Math.max(other.left, boxes[i].left) > 2
              && Math.min(other.bottom, boxes[i].bottom) - Math.max(other.top, boxes[i].top) > 2));
          });
          return [...cut.map(text => `${title}: cuts ${text.textContent}`), ...crowded.map(text => `${title}: ${text.textContent} lies on another number`),
            ...axes.filter(texts => texts.length < 2).map(texts => `${title}: an axis has ${texts.length} numbers`)];
        })
        """;

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

    [Fact]
    public async Task Numbers_along_logarithmic_axes_and_words_beside_points_are_read_on_every_screen_whatever_the_values()
    {
        // Times differ from machine to machine: from a hair to twelve powers of ten, near 1 and far from it.
        double[] spans = [0.02, 0.3, 0.7, 0.95, 1, 1.1, 1.3, 1.55, 1.65, 1.9, 2.2, 2.7, 3, 3.5, 4.1, 5, 6, 9, 12];
        double[] starts = [-9, -1.2, -0.3, 2.6];
        Figure[] figures = [.. spans.Select((span, i) => Extreme(starts[i % starts.Length], span)), .. spans.Select((span, i) => Bars(starts[i % starts.Length], span))];
        foreach (var screen in Reader.Screens)
        {
            await using var notebook = await NotebookPage.OpenAsync(chromium, reader: screen);
            await notebook.ShowAsync([NotebookPage.Carrier, .. figures.Select(figure => figure.ToHtml())]);
            await notebook.DrawnAsync(figures.Length);
            Assert.Empty(await notebook.AskAsync<string[]>(Unreadable));
            Assert.Empty(notebook.Problems);
        }

        static Figure Extreme(double start, double span)
        {
            string[] names = ["our VectorMath.Sigmoid", "TensorPrimitives.Sigmoid", "polynomial of degree 5", "table of 1024 steps", "exp2"];
            double[] along = [.. names.Select((_, i) => Math.Pow(10, start + (span * i / 4)))];
            return Plot.Lines($"{span} powers of ten from {start}", "time (ns per element)", "largest distance from s(x)",
                Series.Of("measured", along, along.Reverse()).AsPoints().WithLabels(names), Series.Of("front", along, along)).WithLogX().WithLogY();
        }

        static Figure Bars(double start, double span) => Plot.Bars($"{span} powers of ten of bars from {start}", "how it is computed", "time (ns per element)",
            ["our VectorMath.Sigmoid", "TensorPrimitives.Sigmoid", "MathF.Exp in a loop over the array"],
            new BarSeries("median", [Math.Pow(10, start), Math.Pow(10, start + (span / 3)), Math.Pow(10, start + span)])).WithLogY();
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
