using ActivationNotes.Course.Site.Content;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ActivationNotes.Course.Tests.Site.Content;

public sealed class MarkdownRendererTests
{
    private static readonly Mathematics Typesetter = new();

    public static TheoryData<string> Attacks => Payloads.All;

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Raw_markup_that_acts_does_not_survive(string payload)
    {
        Payloads.AssertHarmless(Html(payload));
        Payloads.AssertHarmless(Html($"A sentence with {payload} in it, and $x$."));
        Payloads.AssertHarmless(Html($"- item\n\n  {payload}\n\n| a |\n|---|\n| {payload} |\n"));
        Payloads.AssertHarmless(Html($"# {payload}\n\n```html\n{payload}\n```\n\n```csharp\n{payload}\n```\n\n`{payload}`"));
        foreach (var heading in Render($"# {payload} x").Headings) Payloads.AssertHarmless(heading.Html);
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](<java\tscript:alert(1)>)")]
    [InlineData("[x](JAVASCRIPT&colon;alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x]: javascript:alert(1)\n\n[x]")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("![x](https://evil.example/pixel.png)")]
    [InlineData("![x](//evil.example/pixel.png)")]
    [InlineData("![x\" onerror=\"alert(1)](a.png \"y\\\" onload=\\\"alert(1)\")")]
    [InlineData("```\"><img src=x onerror=alert(1)>\nx\n```")]
    [InlineData("$x$ <p title=\"&#xE000;0&#xE001;\"><b title='&#xE000;0&#xE001;'>x</b></p>")]
    [InlineData("![$x$](a.png)")]
    [InlineData("[^1]\n\n[^1]: <img src=x onerror=alert(1)>")]
    [InlineData("term\n:   <script>alert(1)</script>")]
    public void Markdown_cannot_act_either(string markdown)
    {
        var main = Payloads.AssertHarmless(Html(markdown));
        Assert.All(main.QuerySelectorAll("*").SelectMany(element => element.Attributes),
            attribute => Assert.DoesNotContain("<math", attribute.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Formulas_are_typeset_in_sentences_and_as_blocks()
    {
        var main = Parse(Html("Where $\\sigma(x) = \\frac{1}{2}$ holds.\n\n$$\n\\begin{aligned} a &= b \\\\ &< c \\end{aligned}\n$$\n\nand $$y$$ too, `$z$` not."));
        Assert.Equal(3, main.QuerySelectorAll("math").Length);
        Assert.NotNull(main.QuerySelector("p > math mfrac"));
        Assert.NotNull(main.QuerySelector("div.formula > math[display=block] mtable"));
        Assert.Equal("block", main.QuerySelector("p > .formula[tabindex='0'][aria-label] > math")!.GetAttribute("display"));
        Assert.Equal("$z$", main.QuerySelector("code")!.TextContent);
    }

    [Fact]
    public void Underscores_and_stars_within_a_formula_are_not_emphasis()
    {
        var main = Parse(Html("$a_1 * b_1$ and $a_2 * b_2$"));
        Assert.Equal(2, main.QuerySelectorAll("math").Length);
        Assert.Empty(main.QuerySelectorAll("em"));
    }

    [Fact]
    public void A_faulty_formula_is_reported_with_its_place()
    {
        var error = Assert.Throws<CourseException>(() => new MarkdownRenderer(Typesetter).Render("See $\\frac{1}{$.", "01-the-sigmoid.ipynb, cell 4"));
        Assert.StartsWith("01-the-sigmoid.ipynb, cell 4: the formula $\\frac{1}{$ does not parse: ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[next](02-zero-centred.ipynb)", "02-zero-centred.html")]
    [InlineData("[next](./02-zero-centred.ipynb#why)", "02-zero-centred.html#why")]
    [InlineData("[file](../data/digits.csv)", "../data/digits.csv")]
    [InlineData("[there](#why)", "#why")]
    [InlineData("[paper](https://example.org/02-x.ipynb)", "https://example.org/02-x.ipynb")]
    [InlineData("<a href='02-zero-centred.ipynb'>x</a>", "02-zero-centred.html")]
    public void Links_to_lessons_lead_to_their_pages(string markdown, string href) =>
        Assert.Equal(href, Parse(Html(markdown)).QuerySelector("a")!.GetAttribute("href"));

    [Fact]
    public void A_table_can_be_scrolled_by_keyboard()
    {
        var wide = Parse(Html("| a | b |\n|:--|--:|\n| 1 | $x$ |\n")).QuerySelector("div.wide")!;
        Assert.Equal(("0", "group", "Table"), (wide.GetAttribute("tabindex"), wide.GetAttribute("role"), wide.GetAttribute("aria-label")));
        Assert.Equal("TABLE", Assert.Single(wide.Children).TagName);
        Assert.Equal(["a", "b"], wide.QuerySelectorAll("th").Select(cell => cell.TextContent));
        Assert.NotNull(wide.QuerySelector("td math"));
    }

    [Fact]
    public void Headings_are_listed_with_the_identifiers_GitHub_gives()
    {
        var content = Render("# The *slope* of $\\sigma'(x)$, again!\n\n## Why?\n\n## Why?\n\n### `Gate` & [link](x.html)\n\n## ?");
        Assert.Equal(["the-slope-of-sigmax-again", "why", "why-1", "gate--link", "section"], content.Headings.Select(heading => heading.Id));
        Assert.Equal([1, 2, 2, 3, 2], content.Headings.Select(heading => heading.Level));
        Assert.Equal("The slope of \u03c3\u2032(x), again!", content.Headings[0].Text);
        Assert.Contains("<math", content.Headings[0].Html, StringComparison.Ordinal);
        Assert.Equal("<code>Gate</code> &amp; link", content.Headings[3].Html);
        Assert.Equal(content.Headings.Select(heading => heading.Id), Parse(content.Html).QuerySelectorAll("h1, h2, h3").Select(heading => heading.Id));
    }

    [Fact]
    public void Cells_of_one_page_share_no_identifier()
    {
        var renderer = new MarkdownRenderer(Typesetter);
        var ids = new HeadingIds("content");
        const string cell = "## Content\n\nA claim[^1], <a id=\"here\"></a>again[^1].\n\n[^1]: The source.";
        var main = Parse(renderer.Render(cell, "a", ids).Html + renderer.Render(cell, "b", ids).Html);
        var all = main.QuerySelectorAll("[id]").Select(element => element.Id!).ToArray();
        Assert.Equal(all.Distinct(StringComparer.Ordinal), all);
        Assert.Contains("content-1", all);
        Assert.Contains("content-2", all);
        Assert.Contains("here", all);
        var links = main.QuerySelectorAll("a[href^='#']");
        Assert.Equal(8, links.Length);
        Assert.All(links, link => Assert.Contains(link.GetAttribute("href")![1..], all));
        Assert.All(main.QuerySelectorAll("a.footnote-back-ref"), link => Assert.Equal("Back to the text", link.GetAttribute("aria-label")));
    }

    [Fact]
    public void Code_is_coloured_in_its_language_only()
    {
        var main = Parse(Html("```csharp\nvar x = 1;\n```\n\n```text\nvar y < 1\n```\n\n    var z\n"));
        var blocks = main.QuerySelectorAll("pre > code");
        Assert.Equal(["var x = 1;", "var y < 1", "var z"], blocks.Select(block => block.TextContent));
        Assert.Equal("language-csharp", blocks[0].ClassName);
        Assert.Equal("var", blocks[0].QuerySelector(".tok-keyword")!.TextContent);
        Assert.Empty(blocks[1].Children);
        Assert.Empty(blocks[2].Children);
    }

    [Fact]
    public void Definition_lists_details_and_images_beside_the_page_stay()
    {
        var main = Parse(Html("Gate\n:   Opens and closes.\n\n<details><summary>More</summary>\n\nText *here*.\n\n</details>\n\n![A digit](figures/digit.png)"));
        Assert.Equal("Opens and closes.", main.QuerySelector("dl > dd")!.TextContent.Trim());
        Assert.Equal("here", main.QuerySelector("details em")!.TextContent);
        Assert.Equal("figures/digit.png", main.QuerySelector("img[alt='A digit']")!.GetAttribute("src"));
    }

    [Fact]
    public void The_same_text_gives_the_same_bytes()
    {
        const string text = "# A\n\n$x$ and[^1]\n\n| a |\n|---|\n| 1 |\n\n[^1]: b";
        Assert.Equal(Html(text), new MarkdownRenderer(new Mathematics()).Render(text, "x").Html);
    }

    private static MarkdownContent Render(string markdown) => new MarkdownRenderer(Typesetter).Render(markdown, "fixture.ipynb, cell 1");

    private static string Html(string markdown) => Render(markdown).Html;

    private static IElement Parse(string html) => new HtmlParser().ParseDocument($"<main>{html}</main>").QuerySelector("main")!;
}
