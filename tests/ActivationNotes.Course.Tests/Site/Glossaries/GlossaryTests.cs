using ActivationNotes.Course.Site.Content;
using ActivationNotes.Course.Site.Glossaries;

namespace ActivationNotes.Course.Tests.Site.Glossaries;

public sealed class GlossaryTests
{
    private static readonly Term s_layer = new("layer", "layer", ["layer", "layers"], "A row of neurons.", "01");
    private static readonly Term s_hidden = new("hidden layer", "hidden-layer", ["hidden layer"], "A layer inside.", "01");
    private static readonly Glossary s_glossary = new([s_layer, s_hidden]);

    [Fact]
    public void The_first_use_of_a_term_on_a_page_leads_to_its_entry()
    {
        var page = new HashSet<Term>();
        Assert.Equal("<p>Two <a class=\"term\" href=\"glossary.html#layer\">Layers</a>, and layers.</p>", Render("Two Layers, and layers.", page));
        Assert.Equal("<p>One layer more.</p>", Render("One layer more.", page));
        Assert.Equal([s_layer], page);
    }

    [Fact]
    public void The_longest_term_wins() =>
        Assert.Equal("<p>A <a class=\"term\" href=\"glossary.html#hidden-layer\">hidden layer</a> is a <a class=\"term\" href=\"glossary.html#layer\">layer</a>.</p>", Render("A hidden layer is a layer.", new HashSet<Term>()));

    [Theory]
    [InlineData("# A layer")]
    [InlineData("`layer`")]
    [InlineData("[the layer](https://example.org)")]
    [InlineData("$layer$")]
    [InlineData("player, layered, multi-layer, layer-wise")]
    public void Headings_code_links_formulas_and_parts_of_words_stay_as_they_are(string markdown)
    {
        var page = new HashSet<Term>();
        Assert.DoesNotContain("glossary.html", Render(markdown, page), StringComparison.Ordinal);
        Assert.Empty(page);
    }

    [Theory]
    [InlineData("$s(x)$ and $x$", "s")]
    [InlineData("$s' = s\\,(1 - s)$", "s", "s'")]
    [InlineData("$\\tau \\frac{dV}{dt}$", "tau")]
    [InlineData("$\\cos(y)$, $\\text{the s of it}$, `$s$`, a word s")]
    public void Symbols_are_found_in_formulas_and_nowhere_else(string markdown, params string[] names)
    {
        Term Symbol(string id, string latex) => new($"${latex}$", id, [], "A symbol.", "01") { Latex = [latex] };
        var page = new HashSet<Term>();
        var symbols = new Glossary([Symbol("s", "s"), Symbol("s'", "s'"), Symbol("tau", @"\tau")]);
        new MarkdownRenderer(new Mathematics(), glossary: symbols).Render(markdown, "here", linked: page);
        Assert.Equal(names, page.Select(term => term.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Two_terms_cannot_own_one_word() =>
        Assert.Contains("belongs to \"layer\" already", Assert.ThrowsAny<CourseException>(() => new Glossary([s_layer, s_hidden with { Forms = ["Layer"] }])).Message, StringComparison.Ordinal);

    [Fact]
    public void The_courses_own_glossary_can_be_read_and_no_two_entries_share_a_name()
    {
        var terms = Glossary.Read(Workspace.Find(AppContext.BaseDirectory).Terms).Terms;
        Assert.Contains(terms, term => term.Name == "sigmoid");
        Assert.Equal(terms.Count, terms.Select(term => term.Id).Distinct(StringComparer.Ordinal).Count());
    }

    private static string Render(string markdown, HashSet<Term> page) => new MarkdownRenderer(new Mathematics(), glossary: s_glossary).Render(markdown, "here", linked: page).Html.Trim();
}
