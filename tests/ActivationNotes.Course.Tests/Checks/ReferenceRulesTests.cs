using ActivationNotes.Course.Checks;
using ActivationNotes.Course.Site.Document;
using ActivationNotes.Course.Site.Glossaries;
using ActivationNotes.Course.Site.References;

namespace ActivationNotes.Course.Tests.Checks;

public sealed class ReferenceRulesTests
{
    private static readonly Term s_term = new("layer", "layer", ["layer"], "A row.", "01");
    private static readonly ReferenceRules s_rules = new(
        new Bibliography(new Dictionary<string, Work>(StringComparer.Ordinal) { ["one"] = new("one", [("First", "A.")], 1998, "Title", "", null) }),
        new Glossary([s_term, new("$x$", "x", [], "A number.", "01")]));

    [Fact]
    public void A_citation_of_an_unknown_work_is_found_with_its_line()
    {
        var notebook = new NotebookBuilder().Markdown("# Lesson").Markdown("Known [@one].\n\nNot [@three, page 1].").Build();
        Assert.Equal(["lesson.ipynb, cell 2, line 3: the work \"three\" is cited but is not in data/references.json. Add it there, or correct the name."],
            s_rules.Check(notebook, "lesson.ipynb").Select(finding => finding.ToString()));
    }

    [Fact]
    public void A_work_that_nobody_cites_and_a_term_that_nobody_uses_are_found()
    {
        Assert.Equal(["data/references.json", "data/glossary.json"], s_rules.Unused([Lesson([], [])]).Select(finding => finding.File));
        Assert.Empty(s_rules.Unused([Lesson(["one"], []), Lesson([], [s_term])]));
    }

    [Fact]
    public void A_symbol_that_no_formula_uses_is_found()
    {
        var symbol = new Term("$q$", "q", [], "A share.", "01") { Latex = ["q"] };
        var rules = new ReferenceRules(Bibliography.Empty, new Glossary([symbol]));
        Assert.Contains("no lesson uses the term \"$q$\" (q).", Assert.Single(rules.Unused([Lesson([], [])])).ToString(), StringComparison.Ordinal);
        Assert.Empty(rules.Unused([Lesson([], [symbol])]));
    }

    private static LessonDocument Lesson(string[] cited, Term[] used) => new("01", "Lesson", "", [], []) { Citations = cited, Terms = used.ToHashSet() };
}
