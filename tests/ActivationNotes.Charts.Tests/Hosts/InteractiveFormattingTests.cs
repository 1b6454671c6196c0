using System.Text.Json.Nodes;
using ActivationNotes.Lessons;
using Microsoft.DotNet.Interactive.Formatting;

namespace ActivationNotes.Charts.Tests.Hosts;

/// <summary>What the formatting library of .NET Interactive, which knows nothing of this course, makes of its values.</summary>
public sealed class InteractiveFormattingTests
{
    private const string Html = "text/html";
    private const string Text = "text/plain";

    // So that no figure carries it, whichever test is first.
    private static readonly PlotLibrary s_library = PlotLibrary.Setup();

    private static readonly Dictionary<string, object> s_values = new(StringComparer.Ordinal)
    {
        ["figure+json"] = Plot.Lines("A <line>", "x", "y", Series.Of("y", [0, 1], [0, 1])).WithCaption("Rises & rises."),
        ["claims+json"] = new ClaimTable(Claim.AtMost("P1a", "The slope is small & shrinks.", 0.2, 0.25)),
        ["exercise+json"] = new ExerciseResult("01-a", Passed: false, "Not yet <b>.", "Look at s(2)."),
    };

    public static TheoryData<string, string> Kinds => new()
    {
        { "figure+json", "A &lt;line&gt;" },
        { "claims+json", "<td style=\"text-align:left\">The slope is small &amp; shrinks.</td><td style=\"text-align:left;white-space:nowrap\">0.2</td>" },
        { "exercise+json", "<p><strong>✗ 01-a</strong> Not yet &lt;b&gt;.</p><p><em>Hint:</em> Look at s(2).</p>" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_value_reaches_the_notebook_as_markup_as_data_and_as_text(string kind, string markup)
    {
        var value = s_values[kind];
        var data = "application/vnd.activationnotes." + kind;
        Assert.Equal([Html, data, Text], Formatter.GetPreferredMimeTypesFor(value.GetType()));

        Assert.Contains("plotly.js", s_library.ToDisplayString(Text), StringComparison.Ordinal);
        Assert.Contains(markup, value.ToDisplayString(Html), StringComparison.Ordinal);
        Assert.Equal(value.ToString(), value.ToDisplayString(Text));
        Assert.IsType<JsonObject>(JsonNode.Parse(value.ToDisplayString(data)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_method_that_Verso_looks_for_gives_the_same_markup(string kind, string markup)
    {
        var value = s_values[kind];
        var method = value.GetType().GetMethod("ToHtml", Type.EmptyTypes);
        Assert.NotNull(method);
        Assert.True(method.IsPublic);
        var html = Assert.IsType<string>(method.Invoke(value, null));
        Assert.Contains(markup, html, StringComparison.Ordinal);
        Assert.Equal(value.ToDisplayString(Html), html);
    }
}
