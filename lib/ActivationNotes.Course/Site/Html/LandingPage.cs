using System.Globalization;
using ActivationNotes.Course.Site.Document;
using static ActivationNotes.Course.Site.Html.HtmlText;

namespace ActivationNotes.Course.Site.Html;

/// <summary>The first page: what the course is, and its map.</summary>
internal static class LandingPage
{
    /// <summary>Writes the page.</summary>
    public static string Write(SiteMap map, string curve)
    {
        var lessons = map.Lessons;
        var cards = string.Concat(lessons.Select(lesson => string.Create(CultureInfo.InvariantCulture, $"""
            <li class="card"><a href="{lesson.FileName}"><span class="title">{Escape(PageShell.Label(lesson))}</span></a>
            <p>{Escape(lesson.Summary)}</p>
            {(lesson.Stop is null ? "" : "<p class=\"stopped\">Did not run to its end</p>")}<p class="facts">{Count(lesson.Figures.Count(), "figure")} · {Count(lesson.Claims.Count(), "claim")} · {Count(lesson.Blocks.OfType<ExerciseBlock>().Count(), "exercise")}</p></li>

            """)));
        var content = $"""
            <main id="content" class="landing">
            <section class="hero">
            <div>
            <h1>The sigmoid, measured</h1>
            <p class="lead">A course on the activation <i>s</i>(<i>x</i>) = 1/(1 + e<sup>−<i>x</i></sup>) and its three problems. Every sentence is an experiment that runs, draws and checks itself, in C#.</p>
            <p><a class="start" href="{(lessons.Count > 0 ? lessons[0].FileName : "#map")}">Start here</a></p>
            </div>
            {curve}
            </section>
            <section class="problems" aria-label="The three problems">
            <div><h2>Flat ends</h2><p>Far from zero the slope all but vanishes. A gradient that passes through is multiplied by next to nothing.</p></div>
            <div><h2>Not zero-centred</h2><p>All outputs are positive. On one training example the weights of the next neuron can only move together, up or down.</p></div>
            <div><h2>Costly exp()</h2><p>One exponential per element, where a rectifier needs one comparison. How much that matters is measured.</p></div>
            </section>
            <section id="map"><h2>Course map</h2>
            <ol class="cards">
            {cards}</ol>
            </section>
            </main>
            """;
        return PageShell.Write("ActivationNotes: the sigmoid, measured",
            "An executable C# course on the sigmoid activation and its three problems.", "landing", map, "index.html", null, content);
    }

    private static string Count(int number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}
