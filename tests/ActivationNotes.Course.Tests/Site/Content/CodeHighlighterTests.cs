using ActivationNotes.Course.Site.Content;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ActivationNotes.Course.Tests.Site.Content;

public sealed class CodeHighlighterTests
{
    private const string Lesson =
        """
        #r "../lib/bin/ActivationNotes.dll"
        using ActivationNotes.Activations;
        // The slope at <zero>.
        var sigmoid = Activation.Named("sigmoid");
        double[] xs = Grid.Between(-6, 6.5e-1, count: 0x1F);
        List<double> values = new();
        foreach (Point point in new Series<Point>(xs)) values.Add(Math.Exp(-point.X) * 2);
        static double Slope(double x) => x > 0 ? 1 : 0;
        record Row(string Name, Vector Weights);
        if (values is Other other && !done) Console.WriteLine($"{values.Count:0.00} \t <b>");
        /* end */
        """;

    [Theory]
    [InlineData("var", "keyword")]
    [InlineData("using", "keyword")]
    [InlineData("foreach", "keyword")]
    [InlineData("record", "keyword")]
    [InlineData("double", "keyword")]
    [InlineData("// The slope at <zero>.", "comment")]
    [InlineData("/* end */", "comment")]
    [InlineData("\"sigmoid\"", "string")]
    [InlineData("6.5e-1", "number")]
    [InlineData("0x1F", "number")]
    [InlineData("Named", "function")]
    [InlineData("WriteLine", "function")]
    [InlineData("Slope", "function")]
    [InlineData("Activation", "type")]
    [InlineData("List", "type")]
    [InlineData("Series", "type")]
    [InlineData("Point", "type")]
    [InlineData("Row", "type")]
    [InlineData("Vector", "type")]
    [InlineData("Other", "type")]
    [InlineData("Console", "type")]
    [InlineData("#", "directive")]
    [InlineData("r", "directive")]
    public void A_token_has_its_colour_wherever_it_stands_in_a_lesson(string text, string kind)
    {
        var spans = Parse(CodeHighlighter.ToHtml(Lesson)).QuerySelectorAll("span").Where(span => span.TextContent == text).ToArray();
        Assert.NotEmpty(spans);
        Assert.All(spans, span => Assert.Equal("tok-" + kind, span.ClassName));
    }

    [Theory]
    [InlineData("var x = 1;", "<span class=\"tok-keyword\">var</span> x = <span class=\"tok-number\">1</span>;")]
    [InlineData("new Figure(a)", "<span class=\"tok-keyword\">new</span> <span class=\"tok-type\">Figure</span>(a)")]
    [InlineData("\"\\n<\\t\"", "<span class=\"tok-string\">&quot;\\n&lt;\\t&quot;</span>")]
    public void A_short_cell_gives_exactly_this(string code, string html) => Assert.Equal(html, CodeHighlighter.ToHtml(code));

    [Theory]
    [InlineData(Lesson)]
    [InlineData("")]
    [InlineData("\n\n  ")]
    [InlineData("var x = \"unfinished <script>alert(1)</script>")]
    [InlineData("/* never ends </code></pre><img src=x onerror=alert(1)>")]
    [InlineData("class {{{ ]] )( @@ \"\"\" <a href='javascript:alert(1)'>")]
    [InlineData("%%javascript\nalert(1) && \"<b>\"")]
    [InlineData("var raw = $$\"\"\"\n  {{x}} <i>\n  \"\"\";\n#nullable enable\n#if false\n<u>\n#endif")]
    [InlineData("dynamic 変数 = 'ä'; // \U0001F600")]
    public void The_text_of_the_markup_is_exactly_the_code(string code)
    {
        foreach (var language in (string[])["csharp", "python"])
        {
            var element = Parse(CodeHighlighter.ToHtml(code, language));
            Assert.Equal(code, element.TextContent);
            Assert.All(element.QuerySelectorAll("*"), child =>
            {
                Assert.Equal("span", child.LocalName);
                Assert.StartsWith("tok-", Assert.Single(child.Attributes).Value, StringComparison.Ordinal);
            });
        }
    }

    [Theory]
    [InlineData("python")]
    [InlineData("")]
    [InlineData("text")]
    public void Other_languages_are_only_escaped(string language) =>
        Assert.Equal("if x &lt; 1: return &quot;a&quot;", CodeHighlighter.ToHtml("if x < 1: return \"a\"", language));

    private static IElement Parse(string html) => new HtmlParser().ParseDocument($"<code>{html}</code>").QuerySelector("code")!;
}
