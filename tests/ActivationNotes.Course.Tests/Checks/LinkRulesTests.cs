using ActivationNotes.Course.Checks;

namespace ActivationNotes.Course.Tests.Checks;

public sealed class LinkRulesTests
{
    [Theory]
    [InlineData("[next](runs.ipynb)")]
    [InlineData("[next](runs.ipynb#Runs)")]
    [InlineData("[next](runs.ipynb#runs)")]
    [InlineData("[here](#What-s'-means)")]
    [InlineData("[here](#what-s-means)")]
    [InlineData("[up](../ActivationNotes.sln)")]
    [InlineData("[web](https://example.org/not/fetched#x) <https://example.org>")]
    [InlineData("`[not a link](nowhere.md)`")]
    [InlineData("`<a href='nowhere.md'>`")]
    [InlineData("<a href='runs.ipynb'>runs</a>")]
    [InlineData("![dot](data:image/png;base64,iVBORw0KGgo=)")]
    public void Links_that_lead_somewhere_are_fine(string markdown) => Assert.Empty(Check(markdown));

    [Theory]
    [InlineData("[x](missing.ipynb)", "lesson.ipynb, cell 2, line 2: the link missing.ipynb leads nowhere: there is no such file.")]
    [InlineData("[x](runs.ipynb#nowhere)", "lesson.ipynb, cell 2, line 2: the link runs.ipynb#nowhere leads nowhere: no heading there is called \"nowhere\".")]
    [InlineData("[x](#nowhere)", "lesson.ipynb, cell 2, line 2: the link #nowhere leads nowhere: no heading there is called \"nowhere\".")]
    [InlineData("[x](not-json.ipynb#a)", "lesson.ipynb, cell 2, line 2: the link not-json.ipynb#a leads to a notebook that cannot be read: not JSON")]
    [InlineData("see <a href='missing.md'>it</a>", "lesson.ipynb, cell 2, line 2: the link missing.md leads nowhere: there is no such file.")]
    [InlineData("<p><img src='../ActivationNotes.sln'></p>", "lesson.ipynb, cell 2, line 2: the picture ../ActivationNotes.sln has no alt text")]
    [InlineData("[x](/etc/passwd)", "lesson.ipynb, cell 2, line 2: the link /etc/passwd leads to a place on one machine.")]
    [InlineData("![dot](attachment:dot.png)", "lesson.ipynb, cell 2, line 2: the cell has no attachment:dot.png.")]
    [InlineData("![](data:image/png;base64,AAAA)", "lesson.ipynb, cell 2, line 2: the picture data:image/png;base64,AAAA has no alt text")]
    public void Links_that_lead_nowhere_are_found(string markdown, string start) =>
        Assert.StartsWith(start, Assert.Single(Check(markdown)), StringComparison.Ordinal);

    [Theory]
    [InlineData("[x](#claim-P1a.1)")]
    [InlineData("[x](#figure-a-curve)")]
    [InlineData("[x](#figure-a-curv)", "no figure or claim there is called \"figure-a-curv\". Is figure-a-curve meant?")]
    [InlineData("[x](#claim-P9)", "Is claim-P1a.1 meant?")]
    [InlineData("[P1a.1](#claim-P1a.1)")]
    [InlineData("[P1a.2](#claim-P1a.1)", "the link [P1a.2] leads to the claim P1a.1.")]
    [InlineData("[another lesson that was not run](runs.ipynb#claim-P9)")]
    public void Figures_and_claims_are_places_too(string markdown, string? problem = null)
    {
        using var course = new CourseFolder("runs");
        var path = course.Notebook("lesson");
        var results = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal) { [path] = new HashSet<string>(StringComparer.Ordinal) { "claim-P1a.1", "figure-a-curve" } };
        var found = LinkRules.Check(new NotebookBuilder().Markdown(markdown).Build(), path, "lesson.ipynb", results).Select(finding => finding.ToString()).ToArray();
        if (problem is null) Assert.Empty(found);
        else Assert.Contains(problem, Assert.Single(found), StringComparison.Ordinal);
    }

    private static string[] Check(string markdown)
    {
        using var course = new CourseFolder("runs", "not-json");
        var notebook = new NotebookBuilder().Markdown("## What s' means").Markdown("Look:\n" + markdown).Build();
        return [.. LinkRules.Check(notebook, course.Notebook("lesson"), "lesson.ipynb").Select(finding => finding.ToString())];
    }
}
