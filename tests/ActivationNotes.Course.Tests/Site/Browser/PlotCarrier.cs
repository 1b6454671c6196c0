using System.IO.Compression;
using System.Runtime.Loader;

namespace ActivationNotes.Course.Tests.Site.Browser;

/// <summary>The output by which a notebook carries plotly.js, made from the library that the charts use.</summary>
public static class PlotCarrier
{
    private const string Resource = "Plotly.NET.plotly-2.28.0.min.js";

    private static readonly Lazy<byte[]> s_library = new(Read);

    /// <summary>plotly.js as the charts have it.</summary>
    public static byte[] Library => s_library.Value;

    /// <summary>The output's HTML with the real library.</summary>
    public static string Html => For(Library);

    /// <summary>The output's HTML with any script in the library's place.</summary>
    public static string For(byte[] script)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest)) stream.Write(script);
        return $"<script type=\"application/gzip\" data-library=\"plotly.js\" data-version=\"2.28.0\">{Convert.ToBase64String(packed.ToArray())}</script><script>void 0</script>";
    }

    private static byte[] Read()
    {
        var folder = Workspace.Find(AppContext.BaseDirectory).Libraries;
        var path = Directory.EnumerateFiles(folder, "Plotly.NET.dll", SearchOption.AllDirectories).First();
        var context = new AssemblyLoadContext("plotly.js", isCollectible: true);
        try
        {
            using var stream = context.LoadFromAssemblyPath(path).GetManifestResourceStream(Resource)!;
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        }
        finally
        {
            context.Unload();
        }
    }
}
