namespace ActivationNotes.Charts.Tests.Hosts;

public sealed class ScriptHostTests
{
    private static readonly string[] s_kinds = ["lines", "points", "band", "bars", "histogram", "heatmap", "diagram", "panels", "slider", "activations"];

    // Starting the host takes much longer than all its figures.
    private static readonly Lazy<Task<HostReport>> s_plain = new(() => ScriptHost.RunAsync(""));

    [Fact]
    public async Task Every_kind_of_chart_renders_in_a_host_whose_FSharp_Core_is_too_old_for_Plotly()
    {
        var report = await s_plain.Value;
        Assert.Equal(s_kinds.Order(StringComparer.Ordinal), report.Figures.Keys.Order(StringComparer.Ordinal));
        Assert.All(report.Figures.Values, html =>
        {
            Assert.Contains("class=\"an-figure\"", html, StringComparison.Ordinal);
            Assert.Contains("\"data\":[{", html, StringComparison.Ordinal);
        });

        // Without a set-up cell the first figure brings the library, and no other does.
        Assert.Equal("lines", Assert.Single(report.Figures, figure => figure.Value.Contains("data-library=\"plotly.js\"", StringComparison.Ordinal)).Key);

        // The host's own stays the only one that the host sees; ours is of a later version, beside it.
        var cores = report.Assemblies.Where(assembly => assembly.Name == "FSharp.Core").ToArray();
        Assert.Equal(["Default", "Plotly.NET of ActivationNotes"], cores.Select(core => core.Context).Order(StringComparer.Ordinal));
        Assert.StartsWith("10.0.", Assert.Single(cores, core => core.Context == "Default").Version, StringComparison.Ordinal);
        Assert.StartsWith("10.1.", Assert.Single(cores, core => core.Context != "Default").Version, StringComparison.Ordinal);
        Assert.Equal("Plotly.NET of ActivationNotes", Assert.Single(report.Assemblies, assembly => assembly.Name == "Plotly.NET").Context);
    }

    [Fact]
    public async Task Figures_are_the_same_bytes_in_every_process_on_every_thread_and_under_every_culture()
    {
        var plain = await s_plain.Value;
        // Turkish writes 1,5 for 1.5, and has letters whose capitals differ.
        var other = await ScriptHost.RunAsync("tr-TR");
        Assert.Equal("tr-TR", other.Culture);
        Assert.All(plain.Figures, figure => Assert.Equal(figure.Value, other.Figures[figure.Key]));
    }
}
