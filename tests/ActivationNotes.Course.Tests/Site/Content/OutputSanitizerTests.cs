using ActivationNotes.Course.Site.Content;

namespace ActivationNotes.Course.Tests.Site.Content;

public sealed class OutputSanitizerTests
{
    public static TheoryData<string> Attacks => Payloads.All;

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Nothing_that_acts_survives(string payload)
    {
        var main = Payloads.AssertHarmless(OutputSanitizer.Clean($"<p>before</p>{payload}"));
        Assert.Equal("before", main.QuerySelector("p")!.TextContent);
        Assert.Empty(main.QuerySelectorAll("math, [id], [tabindex], [role]"));
        Assert.All(main.QuerySelectorAll("img"), image => Assert.StartsWith("data:image/", image.GetAttribute("src"), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Cleaning_twice_changes_nothing_more(string payload)
    {
        var once = OutputSanitizer.Clean(payload);
        Assert.Equal(once, OutputSanitizer.Clean(once));
    }

    [Theory]
    [InlineData("<details open=\"\" class=\"dni-treeview\"><summary><span class=\"dni-code-hint\"><code>Point</code></span></summary>"
        + "<div><table><thead><tr></tr></thead><tbody><tr><td>X</td><td><div class=\"dni-plaintext\"><pre>1</pre></div></td></tr></tbody></table></div></details>")]
    [InlineData("<table><thead><tr><th scope=\"col\"><i>index</i></th><th>value</th></tr></thead><tbody><tr><td colspan=\"2\">a &lt; b</td></tr></tbody></table>")]
    [InlineData("<img src=\"data:image/png;base64,iVBORw0KGgo=\" alt=\"A digit\" width=\"28\" height=\"28\">")]
    [InlineData("<a href=\"https://example.org/paper\" rel=\"noopener noreferrer\">the paper</a>")]
    [InlineData("<pre>  two\n  lines</pre>")]
    public void What_a_value_or_table_is_made_of_stays(string html) => Assert.Equal(html, OutputSanitizer.Clean(html));

    [Fact]
    public void Harmless_styles_stay_and_the_others_go()
    {
        var clean = OutputSanitizer.Clean("<td-x></td-x><div style='text-align: left; position: fixed; color: red; background: url(x)'>x</div>");
        var style = Payloads.AssertHarmless(clean).QuerySelector("div")!.GetAttribute("style")!;
        Assert.Contains("text-align: left", style, StringComparison.Ordinal);
        Assert.Contains("color: ", style, StringComparison.Ordinal);
        Assert.DoesNotContain("fixed", style, StringComparison.Ordinal);
    }

    [Fact]
    public void The_style_block_of_a_tree_of_values_is_dropped_with_its_text() =>
        Assert.Equal("<span>1</span>", OutputSanitizer.Clean("<span>1</span><style>.dni-code-hint { font-style: italic; }</style>"));
}
