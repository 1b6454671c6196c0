using System.Text.Json.Nodes;
using ActivationNotes.Course.Notebooks;
using ActivationNotes.Course.Replication;
using static ActivationNotes.Course.Tests.NotebookBuilder;

namespace ActivationNotes.Course.Tests.Site.Browser;

/// <summary>A notebook that holds every kind of cell and output the site knows.</summary>
public static class Gallery
{
    // A red and a blue dot, the smallest pictures there are.
    private const string Png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==";
    private const string Svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"80\" height=\"40\"><circle cx=\"20\" cy=\"20\" r=\"15\" fill=\"#0a626a\"/></svg>";

    /// <summary>The notebook.</summary>
    public static Notebook Notebook => new("01-gallery", new NotebookBuilder()
        .Markdown("# 01 The gallery\n\n**Question: does the page show all there is?** The sigmoid is $s(x) = 1/(1 + e^{-x})$.")
        .Code("using System.Linq;\nvar hiddenHelper = 1;", ["hide-input"], Stream("stdout", "\u001b[31mred warning\u001b[0m and \u001b[1mbold\u001b[0m\n"))
        .Markdown("""
            ## Prose

            $$s'(x) = \frac{e^{-x}}{(1 + e^{-x})^2}$$

            $$
            \begin{aligned}
            s(x) &= \frac{1}{1 + e^{-x}} && \text{a formula that is wider than a phone, by a good deal, however it is set} \\
            1 - s(x) &= s(-x) && \text{symmetry}
            \end{aligned}
            $$

            A list:

            * with `code`, **bold**, *emphasis* and a [link to the start](00-first.ipynb)
            * and a [link elsewhere](https://example.org/).

            | column 1 | column 2 | column 3 | column 4 | column 5 | column 6 | column 7 | column 8 | column 9 | column 10 | column 11 | column 12 |
            |---|---|---|---|---|---|---|---|---|---|---|---|
            | a value | a value | a value | a value | a value | a value | a value | a value | a value | a value | a value | a value |

            > A remark set apart.

            ### A heading below

            ```csharp
            var fenced = Enumerable.Range(0, 10).Select(i => Math.Exp(-i)).Where(value => value > 0.0001).Select(value => value / (1 + value)).ToArray();
            ```
            """)
        .Code("PlotCarrier.Show()", null, Shown("text/html", PlotCarrier.Html))
        .Code("SigmoidFigures.Steepness()", null, Figure(FigureSample.Lines))
        .Code("SigmoidFigures.Slopes()", null, Figure(FigureSample.Heatmap))
        .Code("SigmoidFigures.Counts()", null, Figure(FigureSample.Bars))
        .Markdown("## Results")
        .Code("claims", null, Shown("application/vnd.activationnotes.claims+json", new JsonObject
        {
            ["claims"] = new JsonArray(
                Claim("S1", "At 0 the sigmoid is one half.", "0.5", "exactly 0.5", "theorem"),
                Claim("S2", "The sigmoid network trains to a higher loss than the one with max(x, 0) (median over the seeds).", "1.27", "at least 1.1", "measured"),
                Claim("S3", "A network of fifty layers learns nothing.", "0.4", "at most 0.2", "measured", "does not hold"),
                Claim("S4", "The published speed-up is about six.", "5.98", "from 5 to 7", "published"),
                Claim("S5", "Our loop is faster than that of the library (ratio).", "0.93", "at least 1.2", "timing", "not confirmed on this machine", "Measured three times; other work took 78 % of the processors.")),
        }))
        .Code("new Activation(\"sigmoid\", 0.25)", null, Shown("text/html", """
            <details open="open" class="dni-treeview"><summary><span class="dni-code-hint"><code>Activation: sigmoid</code></span></summary><div><table><thead><tr></tr></thead><tbody>
            <tr><td>Name</td><td><div class="dni-plaintext"><pre>sigmoid</pre></div></td></tr><tr><td>Slope</td><td><div class="dni-plaintext"><pre>0.25</pre></div></td></tr></tbody></table></div></details>
            <style>.dni-code-hint { font-style: italic; }</style>
            """))
        .Code("new[] { 1, 2 }", null, Shown("text/html", "<div class=\"dni-plaintext\"><pre>[ 1, 2 ]</pre></div>"))
        .Code("\"plain result\"", null, Shown("text/plain", "plain result"))
        .Code("tensor", null, Shown("text/plain", "a 2 x 2 tensor\n" + string.Join('\n', Enumerable.Range(0, 60).Select(i => $"{i}: {new string('0', 200)}"))))
        .Code("markdown", null, Shown("text/markdown", "**markdown output** with $x^2$"))
        .Code("png", null, Shown("image/png", Png + "\n"))
        .Code("svg", null, Shown("image/svg+xml", Svg))
        .Code("Console.Error.WriteLine()", null, Stream("stderr", "a message of stderr\n"))
        .Code("1 / zero", ["raises-exception"], new JsonObject
        {
            ["output_type"] = "error",
            ["ename"] = "Error",
            ["evalue"] = "Attempted to divide by zero.",
            ["traceback"] = new JsonArray("\u001b[31mSystem.DivideByZeroException\u001b[0m: Attempted to divide by zero.", "   at cell 16, line 1"),
        })
        .Markdown("## Exercises")
        .Markdown("### Exercise 01-a: the slope\n\nWhat is the slope at 0?", "exercise")
        .Code("double slope = double.NaN;", ["exercise"], Answer("01-a", passed: false))
        .Markdown("Think of the chain rule.", "hint")
        .Code("double answer = 0.25;", ["solution"], Answer("01-a", passed: true))
        .Markdown("## Further reading\n\n* A book.")
        .Build().Node);

    /// <summary>What other seeds said of its claims.</summary>
    public static ReplicationTable Replications { get; } = new([
        new Replicated("01-gallery", "S2", "measured", 40, 40, 1.13, 1.29, 1.52, ""),
        new Replicated("01-gallery", "S3", "measured", 40, 39, 0.1, 0.12, 0.4, ""),
    ]);

    /// <summary>A second, short notebook, so that there is something to go on to.</summary>
    public static Notebook First => new("00-first", new NotebookBuilder().Markdown("# 00 First\n\nA page without figures.\n\n## Only heading\n\nSome text.").Build().Node);

    private static JsonObject Claim(string id, string sentence, string measured, string bound, string kind, string verdict = "holds", string? reservation = null) => new()
    {
        ["id"] = id,
        ["sentence"] = sentence,
        ["measured"] = measured,
        ["bound"] = bound,
        ["holds"] = verdict == "holds",
        ["kind"] = kind,
        ["verdict"] = verdict,
        ["reservation"] = reservation,
    };

    private static JsonObject Figure(JsonObject figure) => Shown(FigureSample.MimeType, figure);

    private static JsonObject Stream(string name, string text) => new() { ["output_type"] = "stream", ["name"] = name, ["text"] = text };
}
