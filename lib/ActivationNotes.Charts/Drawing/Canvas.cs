using ActivationNotes.Charts.Plotly;
using ActivationNotes.Numbers;

namespace ActivationNotes.Charts.Drawing;

/// <summary>
/// Collects what charts draw, in plotly.js's vocabulary but without colours: those are kept as <see cref="Paint"/> and end up in
/// the layout of each theme, so that one set of traces serves a light and a dark page.
/// </summary>
internal sealed class Canvas
{
    // How long the line of an axis's title may be: on a phone's page, beside names that take half of it, and up a panel, from which a legend takes some.
    private const int LettersAcross = 34, LettersBesideNames = 24, PixelsPerLetter = 12;

    private readonly List<Dictionary<string, object?>> _traces = [];
    private readonly Dictionary<string, List<object>> _paints = [];
    private readonly Dictionary<string, object?> _layout = [];
    private readonly List<object> _shapes = [];
    private readonly List<object> _annotations = [];

    /// <summary>What has been drawn so far.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, object?>> Traces => _traces;

    /// <summary>Height of the drawing in pixels.</summary>
    public int Height { get; set; } = 400;

    /// <summary>Adds a trace of plotly.js with its colours by meaning.</summary>
    public void Trace(string type, Dictionary<string, object?> properties, Dictionary<string, object?> paints)
    {
        properties["type"] = type;
        _traces.Add(properties);
        if (!_paints.TryGetValue(type, out var list)) _paints[type] = list = [];
        list.Add(paints);
    }

    /// <summary>Sets a member of the layout.</summary>
    public void Layout(string name, object? value) => _layout[name] = value;

    /// <summary>Adds a shape.</summary>
    public void Shape(Dictionary<string, object?> shape) => _shapes.Add(shape);

    /// <summary>Adds words.</summary>
    public void Annotation(Dictionary<string, object?> annotation) => _annotations.Add(annotation);

    /// <summary>Declares the two axes of a panel.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="x">The horizontal axis.</param>
    /// <param name="y">The vertical axis.</param>
    /// <param name="shown">What they show, in powers of ten along a logarithmic one.</param>
    public void Axes(Panel panel, AxisOptions x, AxisOptions y, Extent shown)
    {
        Layout("xaxis" + panel.Suffix, Axis(x, shown.Right - shown.Left, panel.Across, "y" + panel.Suffix, y.Categories ? LettersBesideNames : LettersAcross));
        Layout("yaxis" + panel.Suffix, Axis(y, shown.Top - shown.Bottom, panel.Up, "x" + panel.Suffix, x.Categories ? LettersBesideNames : (int)((panel.Up.To - panel.Up.From) * Height / PixelsPerLetter)));
    }

    /// <summary>The whole layout with the colours of one theme.</summary>
    public Dictionary<string, object?> LayoutFor(Theme theme)
    {
        var layout = new Dictionary<string, object?>(_layout)
        {
            ["height"] = Height,
            ["autosize"] = true,
            ["margin"] = new Dictionary<string, object?> { ["l"] = 64, ["r"] = 16, ["t"] = 36, ["b"] = 56 },
            ["font"] = new Dictionary<string, object?>
            {
                ["family"] = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif",
                ["size"] = 13,
                ["color"] = new Paint(PaintRole.Text),
            },
            ["paper_bgcolor"] = "rgba(0,0,0,0)",
            ["plot_bgcolor"] = "rgba(0,0,0,0)",
            ["hovermode"] = "closest",
            ["hoverlabel"] = new Dictionary<string, object?>
            {
                ["bgcolor"] = new Paint(PaintRole.Page),
                ["font"] = new Dictionary<string, object?> { ["color"] = new Paint(PaintRole.Text) },
            },
            ["legend"] = new Dictionary<string, object?>
            {
                ["orientation"] = "h",
                ["x"] = 0,
                ["y"] = 1.02,
                ["yanchor"] = "bottom",
            },
            // Left to itself plotly.js takes the transparent page for black, and puts pale signs on a grey bar.
            ["modebar"] = new Dictionary<string, object?>
            {
                ["bgcolor"] = "rgba(0,0,0,0)",
                ["color"] = new Paint(PaintRole.Guide),
                ["activecolor"] = new Paint(PaintRole.Text),
            },
            ["template"] = new Dictionary<string, object?> { ["data"] = _paints },
        };
        if (_shapes.Count > 0) layout["shapes"] = _shapes;
        if (_annotations.Count > 0) layout["annotations"] = _annotations;
        return (Dictionary<string, object?>)Painted(layout, theme)!;
    }

    /// <summary>What the mode bar and the mouse do: nothing that surprises someone who scrolls by.</summary>
    public static Dictionary<string, object?> Configuration() => new()
    {
        ["responsive"] = true,
        ["displaylogo"] = false,
        ["scrollZoom"] = false,
        ["modeBarButtonsToRemove"] = new[] { "select2d", "lasso2d", "autoScale2d" },
    };

    /// <summary>Traces, layout of one theme and configuration as plotly.js reads them.</summary>
    public System.Text.Json.Nodes.JsonObject ToJson(Theme theme) => PlotlyBridge.ToJson(_traces, LayoutFor(theme), Configuration());

    private static Dictionary<string, object?> Axis(AxisOptions options, double span, (double From, double To) domain, string anchor, int letters)
    {
        var axis = new Dictionary<string, object?>
        {
            ["title"] = new Dictionary<string, object?> { ["text"] = InLines(options.Title, letters), ["standoff"] = 8 },
            ["automargin"] = true,
            ["gridcolor"] = new Paint(PaintRole.Grid),
            ["zeroline"] = false,
            ["linecolor"] = new Paint(PaintRole.Guide),
            ["showline"] = true,
            ["ticks"] = "outside",
            ["tickcolor"] = new Paint(PaintRole.Guide),
            ["anchor"] = anchor,
        };
        if (domain != (0, 1)) axis["domain"] = new[] { Rounding.Round(domain.From), Rounding.Round(domain.To) };
        if (options.Logarithmic)
        {
            axis["type"] = "log";
            axis["exponentformat"] = "power";
            axis["nticks"] = TicksAlong(span);
        }

        if (options.Categories) axis["type"] = "category";
        if (options is { From: { } from, To: { } to })
            axis["range"] = options.Logarithmic ? Rounding.Round([Elementary.Log10(from), Elementary.Log10(to)]) : Rounding.Round([from, to]);
        else if (options.Reversed)
            axis["autorange"] = "reversed";
        return axis;
    }

    // A number of ticks to plotly.js, which makes of it powers of ten alone when each would cover 0.7 of one or more; with 2 and 5 between them from 0.3 on;
    // below that with all digits, of which 8 and 9 lie on each other; and along less than one power, steps of equal length, which lie close at the upper end.
    // So it is given few, and the more powers there are the fewer digits stand between them.
    private static int TicksAlong(double powersOfTen) => powersOfTen < 1.6 ? 3 : 4;

    // As few lines as will do, of about the same length.
    private static string InLines(string title, int letters)
    {
        var lines = (int)Math.Ceiling((double)title.Length / Math.Max(letters, 1));
        var broken = new System.Text.StringBuilder(title);
        for (var line = 1; line < lines; line++)
        {
            var middle = title.Length * line / lines;
            var space = Enumerable.Range(0, title.Length).Where(i => title[i] == ' ').DefaultIfEmpty(-1).MinBy(i => Math.Abs(i - middle));
            if (space >= 0) broken[space] = '\n';
        }
        return broken.Replace("\n", "<br>").ToString();
    }

    private static object? Painted(object? value, Theme theme) => value switch
    {
        Paint paint => theme.Resolve(paint),
        Dictionary<string, object?> map => map.ToDictionary(pair => pair.Key, pair => Painted(pair.Value, theme)),
        Dictionary<string, List<object>> map => map.ToDictionary(pair => pair.Key, pair => Painted(pair.Value, theme)),
        List<object> list => list.ConvertAll(item => Painted(item, theme)),
        _ => value,
    };
}
