namespace ActivationNotes.Charts.Tests;

public sealed class FigureTests
{
    private static Figure Sigmoid() => Plot.Lines("The sigmoid", "input x", "output s(x)", Series.OfFunction("s(x)", x => 1 / (1 + Math.Exp(-x)), -10, 10));

    [Fact]
    public void Its_words_say_what_the_curve_does()
    {
        var words = Sigmoid().ShadeX(5, 10, "saturated").Alternative;
        Assert.StartsWith("s(x) rises in an S from 4.54e-5 at input x = -10 to 1 at input x = 10, steepest near input x = ", words, StringComparison.Ordinal);
        Assert.EndsWith("Shaded from 5 to 10 along the horizontal axis: saturated.", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Curves_that_cross_are_said_to_cross_where_they_do()
    {
        var figure = Plot.Lines("Lines", "time (s)", "height (m)", Series.OfFunction("up", x => x, 0, 4), Series.OfFunction("down", x => 4 - x, 0, 4));
        Assert.Contains("up and down cross at time = 2 (height 2).", figure.Alternative, StringComparison.Ordinal);
    }

    [Fact]
    public void An_axis_without_a_title_is_refused_with_the_name_of_the_figure()
    {
        var error = Assert.Throws<ArgumentException>(() => Plot.Lines("The sigmoid", "input x", " ", Series.OfFunction("s", x => x, 0, 1)));
        Assert.Contains("Figure 'The sigmoid': the vertical axis has no title", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_figures_are_equal_to_the_byte_and_others_have_another_id()
    {
        Assert.Equal(Sigmoid().Json().ToJsonString(), Sigmoid().Json().ToJsonString());
        Assert.NotEqual(Sigmoid().Id, Sigmoid().WithCaption("Other.").Id);
    }

    [Fact]
    public void Its_data_hold_what_the_site_draws_and_says()
    {
        var json = Sigmoid().WithCaption("Beyond 5 it is flat.").Json();
        Assert.Equal("The sigmoid", (string?)json["title"]);
        Assert.Equal("Beyond 5 it is flat.", (string?)json["caption"]);
        Assert.Equal(["input x", "s(x)"], json["table"]!["columns"]!.AsArray().Select(column => (string?)column));
        Assert.Equal(201, json["data"]![0]!["x"]!.AsArray().Count);
        Assert.Equal(0.5, (double)json["data"]![0]!["y"]![100]!);
        Assert.Equal("input x", (string?)json["layouts"]!["dark"]!["xaxis"]!["title"]!["text"]);
        Assert.NotEqual(json["layouts"]!["dark"]!["font"]!.ToJsonString(), json["layouts"]!["light"]!["font"]!.ToJsonString());
    }

    [Fact]
    public void Its_markup_cannot_be_ended_by_what_it_says()
    {
        var html = Plot.Lines("</script><script>alert(1)</script>", "x", "y", Series.OfFunction("</script>", x => x, 0, 1)).ToHtml();
        Assert.DoesNotContain("</script><script>alert", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_slider_carries_the_data_of_each_of_its_places()
    {
        var figures = new[] { 1.0, 2.0 }.Select(slope => Plot.Lines("Line", "x", "y", Series.OfFunction("line", x => slope * x, 0, 1, 2))).ToArray();
        var json = Plot.Slider("Slopes", "slope", ["1", "2"], figures).Json();
        Assert.Equal([1.0, 2.0], json["frames"]!.AsArray().Select(frame => (double)frame!["data"]![0]!["y"]![1]!));
        Assert.Equal("2", (string?)json["layouts"]!["light"]!["sliders"]![0]!["steps"]![1]!["label"]);
    }

    [Fact]
    public void A_slider_says_where_it_stands_and_lists_the_data_of_every_place()
    {
        Figure[] figures = [.. new[] { 1.0, 2, 3, 4 }.Select(slope => Plot.Lines("Line", "x", "y", Series.OfFunction("line", x => slope * x, 0, 1, 2)))];
        var slider = Plot.Slider("Slopes", "slope", ["1", "2", "3", "4"], figures, start: 1);
        Assert.StartsWith("A slider sets slope, at first to 2. At 1: line", slider.Alternative, StringComparison.Ordinal);
        Assert.Contains(" At 2: line", slider.Alternative, StringComparison.Ordinal);
        Assert.Contains(" At 4: line", slider.Alternative, StringComparison.Ordinal);
        Assert.Equal(["slope", "x", "line"], slider.Table.Columns);
        Assert.Equal(["1 0 0", "1 1 1", "2 0 0", "2 1 2", "3 0 0", "3 1 3", "4 0 0", "4 1 4"], slider.Table.Rows.Select(row => string.Join(' ', row)));
        Assert.Equal("", slider.Table.Note);
    }

    [Fact]
    public void A_slider_of_many_places_lists_some_rows_of_each_and_says_how_many()
    {
        Figure[] figures = [.. Enumerable.Range(1, 12).Select(slope => Plot.Lines("Line", "x", "y", Series.OfFunction("line", x => slope * x, 0, 1)))];
        var table = Plot.Slider("Slopes", "slope", [.. Enumerable.Range(1, 12).Select(slope => $"{slope}")], figures).Table;
        Assert.InRange(table.Rows.Count, 12, FigureTable.MaximumSliderRows);
        Assert.Equal(12, table.Rows.Select(row => row[0]).Distinct().Count());
        Assert.Equal("6 of 26 rows at each place of the slider", table.Note);
    }

    [Fact]
    public void Axes_bins_and_colours_of_a_slider_stay_while_its_data_move_unless_it_is_asked_otherwise()
    {
        Figure[] lines = [.. new[] { 1.0, 100.0 }.Select(top => Plot.Lines("Line", "x", "y", Series.OfFunction("line", x => 1 + (top * x), 0, 1, 2)))];
        double[] range = [.. Plot.Slider("s", "top", ["1", "100"], lines).Json()["layouts"]!["light"]!["yaxis"]!["range"]!.AsArray().Select(end => (double)end!)];
        Assert.InRange(range[0], -10, 1);
        Assert.InRange(range[1], 101, 110);
        Assert.Null(Plot.Slider("s", "top", ["1", "100"], lines, fixedAxes: false).Json()["layouts"]!["light"]!["yaxis"]!["range"]);
        // Made logarithmic afterwards, its range counts powers of ten: 1 to 101.
        var powers = Plot.Slider("s", "top", ["1", "100"], lines).WithLogY().Json()["layouts"]!["light"]!["yaxis"]!["range"]!.AsArray();
        Assert.InRange((double)powers[0]!, -0.2, 0);
        Assert.InRange((double)powers[1]!, Math.Log10(101), 2.2);

        var histograms = Plot.Slider("s", "top", ["1", "9"], [.. new[] { 1.0, 9.0 }.Select(top => Plot.Histogram("h", "v", 9, new Sample("v", [0, top])))]).Json();
        Assert.Equal(histograms["frames"]![1]!["data"]![0]!["x"]!.ToJsonString(), histograms["frames"]![0]!["data"]![0]!["x"]!.ToJsonString());
        var maps = Plot.Slider("s", "top", ["1", "9"], [.. new[] { 1.0, 9.0 }.Select(top => Plot.Heatmap("h", "c", "r", "q", ["1", "2"], ["1"], new[,] { { 0, top } }))]).Json();
        Assert.Equal(9, (double)maps["layouts"]!["light"]!["coloraxis"]!["cmax"]!);
    }

    [Fact]
    public void A_label_leaves_the_curve_free()
    {
        // The curve runs along the top on the right and along the bottom on the left.
        var notes = Sigmoid().ShadeX(-10, -5, "saturated").ShadeX(5, 10, "saturated").Json()["layouts"]!["light"]!["annotations"]!.AsArray();
        Assert.True((double)notes[0]!["y"]! > 0.5, "where the curve is low the label is high");
        Assert.True((double)notes[1]!["y"]! < 0.9, "where the curve is high the label is below it");
    }

    [Fact]
    public void Words_beside_a_point_stand_where_no_line_passes_and_on_no_other_words()
    {
        var above = Series.Of("line", [0, 1, 2], [1.12, 1.12, 1.12]);
        var points = Series.Of("points", [0.95, 1.05], [1, 1]).AsPoints().WithLabels(["the first of two", "the second of two"]);
        var trace = Plot.Lines("t", "x", "y", above, points).WithYRange(0, 2).Json()["data"]!.AsArray().Single(one => one!["text"] is not null)!;
        string[] places = [.. trace["textposition"]!.AsArray().Select(place => (string)place!)];
        Assert.DoesNotContain(places, place => place.StartsWith("top", StringComparison.Ordinal));
        Assert.NotEqual(places[0], places[1]);
    }

    [Fact]
    public void A_title_too_long_for_its_axis_is_set_in_lines()
    {
        const string Long = "norm of the gradient of the first layer's weights";
        var layout = Plot.Lines("t", "mean of the inputs (standard deviations)", Long, Series.Of("one", [0, 1], [0, 1])).Json()["layouts"]!["light"]!;
        Assert.Equal("mean of the inputs<br>(standard deviations)", (string?)layout["xaxis"]!["title"]!["text"]);
        Assert.Equal("norm of the gradient of<br>the first layer's weights", (string?)layout["yaxis"]!["title"]!["text"]);
    }

    [Fact]
    public void Colours_without_a_meaning_are_refused_with_the_name_of_the_figure()
    {
        var error = Assert.Throws<ArgumentException>(() => Plot.Heatmap("Weights", "column", "row", " ", ["1"], ["1"], new[,] { { 1.0 } }));
        Assert.Contains("Figure 'Weights': the colours have no quantity", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Panels_name_a_series_once_and_share_the_colours_of_one_quantity()
    {
        var histogram = Plot.Histogram("h", "v", 3, new Sample("a", [0, 1]), new Sample("b", [0, 2]));
        Assert.Equal([true, true, false, false], Plot.SideBySide("s", histogram, histogram).Json()["data"]!.AsArray().Select(trace => (bool)trace!["showlegend"]!));

        Figure Map(string quantity, double top) => Plot.Heatmap(quantity, "c", "r", quantity, ["1", "2"], ["1"], new[,] { { 0, top } });
        var shared = Plot.SideBySide("s", Map("ink", 1), Map("ink", 5)).Json();
        Assert.Equal(["coloraxis", "coloraxis"], shared["data"]!.AsArray().Select(trace => (string?)trace!["coloraxis"]));
        Assert.Equal(5, (double)shared["layouts"]!["light"]!["coloraxis"]!["cmax"]!);

        // Two quantities, two scales; the one on the left gets the room that its numbers need.
        var apart = Plot.SideBySide("s", Map("ink", 1), Map("paper", 5)).Json();
        Assert.Equal(["coloraxis", "coloraxis2"], apart["data"]!.AsArray().Select(trace => (string?)trace!["coloraxis"]));
        Assert.True(Gap(apart) > Gap(shared) + 0.1);

        static double Gap(System.Text.Json.Nodes.JsonNode json) => (double)json["layouts"]!["light"]!["xaxis2"]!["domain"]![0]! - (double)json["layouts"]!["light"]!["xaxis"]!["domain"]![1]!;
    }

    [Fact]
    public void Every_kind_of_chart_speaks_draws_and_lists()
    {
        Figure[] figures =
        [
            Plot.Bars("Bars", "kind", "time (ms)", ["a", "b"], new BarSeries("ours", [1, 2]) { Low = [0.5, 1.5], High = [1.5, 2.5] }),
            Plot.Histogram("Histogram", "value", 4, new Sample("values", [0, 1, 1, 2, 4])),
            Plot.Heatmap("Grid", "column", "row", "amount", ["1", "2"], ["1"], new[,] { { 1.0, -2.0 } }, signed: true),
            Plot.Diagram("Gate", [new("x", 0), new("s", 1)], [new("x", "s", "1.00", "0.20")]),
            Plot.SideBySide("Both", Sigmoid(), Sigmoid().WithYRange(0, 1)),
        ];
        Assert.All(figures, figure =>
        {
            Assert.NotEmpty(figure.Alternative);
            Assert.NotEmpty(figure.Table.Rows);
            Assert.NotEmpty(figure.Json()["data"]!.AsArray());
        });
        Assert.Contains("from highest to lowest: b (2) and a (1)", figures[0].Alternative, StringComparison.Ordinal);
        Assert.Contains("most common from 1 to 2, with 40 % of the values", figures[1].Alternative, StringComparison.Ordinal);
        Assert.Contains("lowest, -2, at column 2, row 1", figures[2].Alternative, StringComparison.Ordinal);
        Assert.Equal("From x to s flows 1.00, and back flows 0.20.", figures[3].Alternative);
    }

    [Fact]
    public void Plotly_is_loaded_apart_from_everything_else()
    {
        _ = Sigmoid().Id;
        var contexts = System.Runtime.Loader.AssemblyLoadContext.All.Where(context => context.Assemblies.Any(assembly => assembly.GetName().Name == "Plotly.NET"));
        Assert.Equal("Plotly.NET of ActivationNotes", Assert.Single(contexts).Name);
    }
}
