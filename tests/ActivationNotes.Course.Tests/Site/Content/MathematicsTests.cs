using System.Text.RegularExpressions;
using ActivationNotes.Activations;
using ActivationNotes.Course.Site.Content;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ActivationNotes.Course.Tests.Site.Content;

public sealed partial class MathematicsTests
{
    private static readonly Mathematics Typesetter = new();

    [Theory]
    [InlineData(@"\sigma(x) = \frac{1}{1 + e^{-x}}", "mfrac", "msup")]
    [InlineData(@"\begin{aligned} \sigma'(x) &= \sigma(x)(1 - \sigma(x)) \\ &\le \tfrac14 \end{aligned}", "mtable", "mtd")]
    [InlineData(@"\sum_{i=1}^{n} w_i x_i", "munderover", "msub")]
    [InlineData(@"\begin{pmatrix} a & b \\ c & d \end{pmatrix}", "mtable", "mtr")]
    [InlineData(@"\sqrt[3]{x} + \sqrt{y}", "mroot", "msqrt")]
    [InlineData(@"f(x) = \begin{cases} x & x > 0 \\ \alpha x & \text{otherwise} \end{cases}", "mtable", "mtext")]
    [InlineData(@"\mathbb{E}\left[\prod_{l=1}^{L} W_l^\top \operatorname{diag}(\sigma'(z_l))\right]", "munderover", "mi")]
    [InlineData(@"\hat{y} \in \mathbb{R}^{n \times m}, \quad \lVert x \rVert_2 \to \infty", "mover", "mspace")]
    public void A_formula_becomes_the_matching_MathML_elements(string latex, string first, string second)
    {
        var math = Parse(Typesetter.ToMarkup(latex, display: true));
        Assert.Equal("http://www.w3.org/1998/Math/MathML", math.NamespaceUri);
        Assert.Equal("block", math.GetAttribute("display"));
        Assert.NotNull(math.QuerySelector(first));
        Assert.NotNull(math.QuerySelector(second));
    }

    [Fact]
    public void The_formulas_of_every_activation_can_be_typeset()
    {
        IActivation[] activations = [.. Activation.All, new LeakyRelu(-0.5), new Elu(1e-20)];
        Assert.All(activations.SelectMany(activation => new[] { activation.Info.Latex, activation.Info.DerivativeLatex }), latex =>
        {
            var math = Parse(Typesetter.ToMarkup(latex, display: true));
            Assert.Equal("math", math.LocalName);
            Assert.Contains("x", math.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain(@"\", math.QuerySelectorAll("mi, mo, mn, mtext").Select(part => part.TextContent));
        });
    }

    [Fact]
    public void A_fraction_has_its_numerator_first()
    {
        var fraction = Parse(Typesetter.ToMarkup(@"\frac{a}{b}", display: false)).QuerySelector("mfrac")!;
        Assert.Equal(["a", "b"], fraction.Children.Select(part => part.TextContent));
    }

    [Fact]
    public void A_formula_within_a_sentence_is_not_a_block() =>
        Assert.NotEqual("block", Parse(Typesetter.ToMarkup("x", display: false)).GetAttribute("display"));

    [Theory]
    [InlineData(@"\frac{1}{")]
    [InlineData(@"\notacommand x")]
    [InlineData(@"\begin{aligned} x")]
    [InlineData(@"x^2^3")]
    [InlineData(@"\left( x")]
    [InlineData(@"\def\a{\a\a}\a")]
    public void A_formula_that_does_not_parse_is_named(string latex)
    {
        var error = Assert.Throws<MathematicsException>(() => Typesetter.ToMarkup(latex, display: true));
        Assert.Equal(latex, error.Latex);
        Assert.NotEmpty(error.Message);
    }

    [Fact]
    public void After_a_faulty_formula_the_next_one_is_typeset()
    {
        var typesetter = new Mathematics();
        Assert.Throws<MathematicsException>(() => typesetter.ToMarkup(@"\frac{", display: false));
        Assert.Contains("<mi>x</mi>", typesetter.ToMarkup("x", display: false), StringComparison.Ordinal);
    }

    [Fact]
    public void A_macro_of_one_formula_is_unknown_to_the_next()
    {
        var typesetter = new Mathematics();
        typesetter.ToMarkup(@"\gdef\mine{y} \mine", display: false);
        Assert.Throws<MathematicsException>(() => typesetter.ToMarkup(@"\mine", display: false));
    }

    [Theory]
    [InlineData(@"\href{javascript:alert(1)}{x}")]
    [InlineData(@"\url{javascript:alert(1)}")]
    [InlineData(@"\includegraphics{https://example.org/x.png}")]
    [InlineData(@"\text{<script>alert(1)</script>}")]
    public void A_formula_carries_neither_links_nor_script(string latex)
    {
        string markup;
        try
        {
            markup = Typesetter.ToMarkup(latex, display: false);
        }
        catch (MathematicsException)
        {
            return;
        }
        var math = Parse(markup);
        Assert.Empty(math.QuerySelectorAll("script, a, img, [href], [src]"));
    }

    [Fact]
    public void Two_instances_and_many_threads_give_the_same_markup()
    {
        string[] formulas = [@"\sigma(x)", @"\frac{1}{2}", @"\sum_i x_i", @"\tanh x"];
        var expected = formulas.Select(latex => Typesetter.ToMarkup(latex, display: true)).ToArray();
        var other = new Mathematics();
        var found = Enumerable.Range(0, 64).AsParallel().AsOrdered().Select(i => other.ToMarkup(formulas[i % 4], display: true)).ToArray();
        Assert.All(found, (markup, i) => Assert.Equal(expected[i % 4], markup));
    }

    [Fact]
    public void The_style_sheet_loads_the_fonts_from_beside_it_and_nothing_else()
    {
        Assert.Contains("math {", Mathematics.Stylesheet, StringComparison.Ordinal);
        Assert.Equal(Mathematics.FontNames.Select(name => $"url('{name}')").Order(StringComparer.Ordinal), Urls().Matches(Mathematics.Stylesheet).Select(match => match.Value).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("@import", Mathematics.Stylesheet, StringComparison.Ordinal);
        Assert.All(Mathematics.FontNames, name => Assert.Equal("wOF2"u8.ToArray(), Mathematics.Font(name)[..4]));
    }

    // Temml draws the strokes of \cancel with pictures that the style sheet itself holds.
    [GeneratedRegex("""url\((?!"data:|%23)[^)]*\)""")]
    private static partial Regex Urls();

    private static IElement Parse(string markup) => new HtmlParser().ParseDocument(markup).QuerySelector("math")!;
}
