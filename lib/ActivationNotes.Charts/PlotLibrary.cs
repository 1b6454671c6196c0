using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using ActivationNotes.Charts.Html;
using ActivationNotes.Charts.Plotly;
using ActivationNotes.Rendering;

namespace ActivationNotes.Charts;

/// <summary>
/// plotly.js for the figures of a notebook, compressed, once. End the set-up cell with <c>PlotLibrary.Setup()</c>: then the library
/// lies in that cell's output, whichever cells are run again. Where no cell does, the first figure of a process carries it.
/// </summary>
[TypeFormatterSource(typeof(RichOutputFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public sealed class PlotLibrary : IRichOutput
{
    private static readonly Lazy<string> s_packed = new(Pack);
    private static string? s_carrier;

    private PlotLibrary()
    {
    }

    /// <summary>The version of plotly.js, that of Plotly.NET.</summary>
    public static string Version => PlotlyBridge.ScriptVersion;

    /// <summary>What to end a set-up cell with.</summary>
    public static PlotLibrary Setup()
    {
        Interlocked.Exchange(ref s_carrier, "");
        return new PlotLibrary();
    }

    /// <summary>The library in an inert block, and the script that unpacks it and draws the figures of the page.</summary>
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Hosts look for a method of the object.")]
    public string ToHtml() => Carrier();

    /// <summary>Names the library.</summary>
    public override string ToString() => $"Figures are drawn by plotly.js {Version}, which is in this output.";

    string? IRichOutput.Render(string mimeType) => mimeType switch
    {
        MimeTypes.Html => ToHtml(),
        MimeTypes.Text => ToString(),
        _ => null,
    };

    /// <summary>
    /// The carrier for the figure that asks first, and again whenever that one is rendered again; empty for all others, and when a
    /// set-up cell carries it.
    /// </summary>
    internal static string HtmlFor(string figure) =>
        (Interlocked.CompareExchange(ref s_carrier, figure, null) ?? figure) == figure ? Carrier() : "";

    private static string Carrier() =>
        $"<script type=\"application/gzip\" data-library=\"plotly.js\" data-version=\"{Version}\">{s_packed.Value}</script>{FigureHtml.Script}";

    private static string Pack()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(PlotlyBridge.Script);
        return Convert.ToBase64String(packed.ToArray());
    }
}
