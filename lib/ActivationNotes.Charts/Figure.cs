using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ActivationNotes.Charts.Drawing;
using ActivationNotes.Charts.Html;
using ActivationNotes.Rendering;

namespace ActivationNotes.Charts;

/// <summary>
/// A chart with its title, its caption, its description in words and its data as a table. It renders itself in every notebook
/// host; made by <see cref="Plot"/>, refined by the methods here, each of which gives a new figure.
/// </summary>
/// <example><code>
/// Plot.Lines("The sigmoid", "input x", "output s(x)", Series.OfFunction("s(x)", sigmoid.Value, -10, 10))
///     .ShadeX(5, 10, "saturated")
///     .WithCaption("Beyond 5 the curve is flat.")
/// </code></example>
[TypeFormatterSource(typeof(RichOutputFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Figure, MimeTypes.Text])]
public sealed class Figure : IRichOutput
{
    private readonly Lazy<JsonObject> _json;
    private readonly FigureTable? _table;

    internal Figure(string title, Chart chart, string caption = "", FigureSlider? slider = null, FigureTable? table = null)
    {
        if (string.IsNullOrWhiteSpace(title)) throw new ArgumentException("A figure needs a title: say in a few words what it shows.", nameof(title));
        (Title, Chart, Caption, Slider, _table) = (title, chart, caption, slider, table);
        _json = new Lazy<JsonObject>(ToJson);
    }

    /// <summary>What the figure is.</summary>
    public string Title { get; }

    /// <summary>What to see in it; may be empty.</summary>
    public string Caption { get; }

    /// <summary>What it shows, in words made from its data.</summary>
    public string Alternative => Slider?.Describe() ?? Chart.Describe();

    /// <summary>Its data, thinned and rounded to what one can read; of a slider, at all its places.</summary>
    public FigureTable Table => _table ?? Slider?.Table() ?? Chart.Table();

    /// <summary>A name made from its content: equal figures have equal ids, in every process.</summary>
    public string Id => (string)_json.Value["id"]!;

    internal Chart Chart { get; }

    internal FigureSlider? Slider { get; }

    /// <summary>The same figure with a caption.</summary>
    public Figure WithCaption(string caption) => new(Title, Chart, caption, Slider, _table);

    /// <summary>The same figure with its horizontal axis logarithmic.</summary>
    public Figure WithLogX() => WithAxes(chart => chart with { X = chart.X with { Logarithmic = true } });

    /// <summary>The same figure with its vertical axis logarithmic.</summary>
    public Figure WithLogY() => WithAxes(chart => chart with { Y = chart.Y with { Logarithmic = true } });

    /// <summary>The same figure showing this part of the horizontal axis.</summary>
    public Figure WithXRange(double from, double to) => WithAxes(chart => chart with { X = chart.X with { From = from, To = to } });

    /// <summary>The same figure showing this part of the vertical axis.</summary>
    public Figure WithYRange(double from, double to) => WithAxes(chart => chart with { Y = chart.Y with { From = from, To = to } });

    /// <summary>The same figure with a strip shaded from one x to another.</summary>
    public Figure ShadeX(double from, double to, string label) => With(DecorationKind.ShadedColumn, from, to, label);

    /// <summary>The same figure with a strip shaded from one y to another.</summary>
    public Figure ShadeY(double from, double to, string label) => With(DecorationKind.ShadedRow, from, to, label);

    /// <summary>The same figure with a vertical line at x.</summary>
    public Figure WithVerticalLine(double x, string label) => With(DecorationKind.VerticalLine, x, 0, label);

    /// <summary>The same figure with a horizontal line at y.</summary>
    public Figure WithHorizontalLine(double y, string label) => With(DecorationKind.HorizontalLine, y, 0, label);

    /// <summary>The same figure with a point marked and named.</summary>
    public Figure WithPoint(double x, double y, string label) => With(DecorationKind.Point, x, y, label);

    /// <summary>The same figure with words and an arrow to a place.</summary>
    public Figure WithNote(double x, double y, string text) => With(DecorationKind.Note, x, y, text);

    /// <summary>The figure as a fragment of a page; the first one in a process brings plotly.js along (see <see cref="PlotLibrary"/>).</summary>
    public string ToHtml() => FigureHtml.Write(this, _json.Value) + PlotLibrary.HtmlFor(Id);

    /// <summary>Title, caption and description as text.</summary>
    public override string ToString() => string.Join('\n', new[] { Title, Caption, Alternative }.Where(line => line.Length > 0));

    string? IRichOutput.Render(string mimeType) => mimeType switch
    {
        MimeTypes.Html => ToHtml(),
        MimeTypes.Text => ToString(),
        MimeTypes.Figure => _json.Value.ToJsonString(),
        _ => null,
    };

    /// <summary>The same figure with another table: of a slider, one that says more of its places than their own tables, or leaves nothing out.</summary>
    internal Figure WithTable(FigureTable table) => new(Title, Chart, Caption, Slider, table);

    private Figure With(DecorationKind kind, double a, double b, string label) => WithAxes(chart => chart.With(new Decoration(kind, a, b, label)));

    private Figure WithAxes(Func<AxesChart, AxesChart> change)
    {
        if (Slider is { } slider)
        {
            var changed = slider with { Charts = [.. slider.Charts.Select(Change)] };
            return new Figure(Title, changed.Charts[changed.Start], Caption, changed, _table);
        }

        return new Figure(Title, Change(Chart), Caption, table: _table);

        Chart Change(Chart chart) => chart is AxesChart axes
            ? change(axes)
            : throw new InvalidOperationException($"The figure '{Title}' has no single pair of axes: change its parts before putting them together.");
    }

    private JsonObject ToJson()
    {
        var chart = Slider?.Drawn[Slider.Start] ?? Chart;
        var (light, dark) = Drawn(chart);
        var json = new JsonObject
        {
            ["title"] = Title,
            ["caption"] = Caption,
            ["alt"] = Alternative,
            ["table"] = Json(Table),
            ["data"] = light["data"]!.DeepClone(),
            ["layouts"] = new JsonObject { ["light"] = light["layout"]!.DeepClone(), ["dark"] = dark["layout"]!.DeepClone() },
            ["config"] = light["config"]!.DeepClone(),
        };
        if (chart is PanelsChart panels)
        {
            // On a narrow page the traces are the same, and only what differs of the layouts travels.
            var (lightNarrow, darkNarrow) = Drawn(panels with { Stacked = true });
            json["narrow"] = new JsonObject { ["light"] = Changes(light, lightNarrow), ["dark"] = Changes(dark, darkNarrow) };
        }

        if (chart.LeastWidth > 0) json["leastWidth"] = chart.LeastWidth;
        if (Slider is not null) json["frames"] = Slider.Frames();
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(json.ToJsonString()));
        json.Insert(0, "id", "figure-" + Convert.ToHexStringLower(hash.AsSpan(0, 6)));
        return json;
    }

    private (JsonObject Light, JsonObject Dark) Drawn(Chart chart)
    {
        var canvas = new Canvas();
        chart.Draw(canvas, Panel.Whole);
        if (Slider is not null) Slider.AddTo(canvas);
        return (canvas.ToJson(Theme.Light), canvas.ToJson(Theme.Dark));
    }

    private static JsonObject Changes(JsonObject wide, JsonObject narrow) => new(narrow["layout"]!.AsObject()
        .Where(member => !JsonNode.DeepEquals(member.Value, wide["layout"]![member.Key]))
        .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

    private static JsonObject Json(FigureTable table) => new()
    {
        ["columns"] = new JsonArray([.. table.Columns.Select(column => JsonValue.Create(column))]),
        ["rows"] = new JsonArray([.. table.Rows.Select(row => new JsonArray([.. row.Select(cell => cell switch
        {
            null => null,
            double number => (JsonNode?)JsonValue.Create(number),
            _ => JsonValue.Create(cell.ToString()),
        })]))]),
        ["note"] = table.Note,
    };
}
