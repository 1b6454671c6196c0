using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace ActivationNotes.Course.Site.Figures;

/// <summary>plotly.js as a notebook carries it: once, compressed, in an inert block of one of its outputs.</summary>
/// <param name="Version">Such as "2.28.0".</param>
/// <param name="Script">The library.</param>
public sealed partial record PlotLibrary(string Version, byte[] Script)
{
    // Pages run this script, and any cell may print anything: only the library itself passes. SHA-256 of the file in Plotly.NET 6.0.0.
    private static readonly Dictionary<string, string> s_known = new(StringComparer.Ordinal)
    {
        ["2.28.0"] = "F33191858012CF263CA873B819C5E7405538183FE3D0E1A6D7B3E577867BCC37",
    };

    /// <summary>The file it becomes on the site.</summary>
    public string FileName => $"plotly-{Version}.min.js";

    /// <summary>Finds the library in the HTML of an output; null when it is not there.</summary>
    /// <exception cref="CourseException">It is there, and damaged, or it is another script that says it is the library.</exception>
    public static PlotLibrary? Find(string html, string place)
    {
        // Most outputs are long and carry none: look before matching.
        if (!html.Contains("data-library=\"plotly.js\"", StringComparison.Ordinal)) return null;
        var match = Carrier().Match(html);
        if (!match.Success) throw new CourseException($"{place}: the output that carries plotly.js is damaged: run the notebook again.");
        try
        {
            using var packed = new GZipStream(new MemoryStream(Convert.FromBase64String(match.Groups["content"].Value.Trim())), CompressionMode.Decompress);
            using var script = new MemoryStream();
            packed.CopyTo(script);
            var library = new PlotLibrary(match.Groups["version"].Value, script.ToArray());
            if (s_known.GetValueOrDefault(library.Version) == Convert.ToHexString(SHA256.HashData(library.Script))) return library;
            throw new CourseException($"{place}: a script that says it is plotly.js {library.Version} is not the one this tool knows, so no page may run it. "
                + "Run the notebook again; when Plotly.NET was updated, add the version and its hash to PlotLibrary.cs.");
        }
        catch (Exception error) when (error is FormatException or InvalidDataException)
        {
            throw new CourseException($"{place}: the output that carries plotly.js is damaged ({error.Message}): run the notebook again.", error);
        }
    }

    /// <summary>The HTML of an output without the library and the script that unpacks it.</summary>
    public static string Without(string html) => AnyScript().Replace(html, "");

    [GeneratedRegex("<script\\b[^>]*data-library=\"plotly\\.js\"[^>]*data-version=\"(?<version>[0-9.]+)\"[^>]*>(?<content>[^<]*)</script>", RegexOptions.IgnoreCase)]
    private static partial Regex Carrier();

    [GeneratedRegex("<script\\b.*?</script\\s*>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex AnyScript();
}
