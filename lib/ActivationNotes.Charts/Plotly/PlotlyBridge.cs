using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plotly.NET;

namespace ActivationNotes.Charts.Plotly;

/// <summary>The only place that touches types of Plotly.NET: plain values in, JSON out.</summary>
internal static class PlotlyBridge
{
    private static readonly Lazy<(string Version, byte[] Script)> Embedded = new(ReadScript);

    /// <summary>The version of plotly.js that Plotly.NET carries.</summary>
    public static string ScriptVersion => Embedded.Value.Version;

    /// <summary>The source of plotly.js that Plotly.NET carries, so that both always match.</summary>
    public static byte[] Script => Embedded.Value.Script;

    /// <summary>Turns traces, a layout and a configuration into what plotly.js reads: an object with data, layout and config.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static JsonObject ToJson(
        IEnumerable<IReadOnlyDictionary<string, object?>> traces,
        IReadOnlyDictionary<string, object?> layout,
        IReadOnlyDictionary<string, object?> config)
    {
        var chart = GenericChart.combine([.. traces.Select(trace => GenericChart.ofTraceObject(false, ToTrace(trace)))]);
        var plotlyLayout = new Layout();
        foreach (var (name, value) in layout) plotlyLayout.SetProperty(name, value);
        var plotlyConfig = new Config();
        foreach (var (name, value) in config) plotlyConfig.SetProperty(name, value);
        chart = GenericChart.setConfig(plotlyConfig, GenericChart.setLayout(plotlyLayout, chart));
        using var document = JsonDocument.Parse(GenericChart.toJson(chart));
        return JsonObject.Create(document.RootElement.Clone())!;
    }

    private static Trace ToTrace(IReadOnlyDictionary<string, object?> properties)
    {
        var trace = new Trace((string)properties["type"]!);
        foreach (var (name, value) in properties)
            if (name != "type") trace.SetProperty(name, value);
        return trace;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (string Version, byte[] Script) ReadScript()
    {
        var assembly = typeof(Trace).Assembly;
        const string Prefix = "Plotly.NET.plotly-", Suffix = ".min.js";
        var name = Array.Find(assembly.GetManifestResourceNames(), candidate =>
                candidate.StartsWith(Prefix, StringComparison.Ordinal) && candidate.EndsWith(Suffix, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"{assembly.GetName()} carries no plotly.js: expected a resource named {Prefix}*{Suffix}.");
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return (name[Prefix.Length..^Suffix.Length], copy.ToArray());
    }
}
