using System.Text.Json.Nodes;
using ActivationNotes.Course.Notebooks;
using ActivationNotes.Course.Tests.Site.Content;
using static ActivationNotes.Course.Tests.NotebookBuilder;

namespace ActivationNotes.Course.Tests.Site.Browser;

/// <summary>A notebook that tries to run script, to load something or to take over the page, by every way into it.</summary>
public static class HostileNotebook
{
    private const string Breakout = "\"'></td></script></title></p><img src=x onerror=alert(1)><script>alert(1)</script>";
    private const string Svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\" onload=\"alert(1)\"><script>alert(1)</script><image href=\"https://evil.example/x.png\"/></svg>";

    // What Markdown itself can be asked for, beyond HTML in it.
    private static readonly string[] s_markdown =
    [
        "[x](javascript:alert(1))", "[x](JaVaScRiPt&colon;alert(1))", "<javascript:alert(1)>", "[x][evil]\n\n[evil]: javascript:alert(1)", "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
        "[x](vbscript:alert(1))", "[x](https://example.org/ \"a\\\" onmouseover=alert(1) b=\\\"\")", "## Heading {onclick=\"alert(1)\" style=\"position:fixed\"}",
        "A paragraph. {#content onmouseover=alert(1)}", "```html\" onload=alert(1)\n<script>alert(1)</script>\n```", "`<script>alert(1)</script>`",
        "::: {onclick=alert(1)}\nx\n:::", "*[HTML]: <img src=x onerror=alert(1)>\n\nHTML", "## <img src=x onerror=alert(1)> in a heading", "$x < \\text{<script>alert(1)</script>}$",
    ];

    /// <summary>The notebook.</summary>
    public static Notebook Notebook
    {
        get
        {
            var notebook = new NotebookBuilder().Markdown("# 02 Hostile <script>alert(1)</script>");
            foreach (var markdown in s_markdown) notebook.Markdown(markdown);
            foreach (var payload in Payloads.All.Select(row => row.Data))
            {
                notebook.Code("// " + payload, null,
                    Shown("text/html", payload), Shown("text/plain", payload), Stream("stdout", payload), Stream("stderr", $"\u001b]8;;javascript:alert(1)\u0007{payload}\u001b[31m{payload}"), Failure(payload));
            }

            notebook.Code("library", null, Shown("text/html", PlotCarrier.Html));
            notebook.Code("figure", null, Shown(FigureSample.MimeType, Figure));
            notebook.Code("claims", null, Shown("application/vnd.activationnotes.claims+json", new JsonObject
            {
                ["claims"] = new JsonArray(new JsonObject { ["id"] = Breakout, ["sentence"] = Breakout, ["measured"] = Breakout, ["bound"] = Breakout, ["holds"] = true }),
            }));
            notebook.Code("svg", null, Shown("image/svg+xml", Svg));
            notebook.Code("png", null, Shown("image/png", "AAAA\" onerror=\"alert(1)"));
            notebook.Markdown("### Task\n\n<script>alert(1)</script>", "exercise").Code("answer", ["exercise"], Answer(Breakout, passed: false));
            notebook.Markdown(Breakout, "hint").Code(Breakout, ["solution", "\"><script>alert(1)</script>"], Shown("text/html", Breakout));
            return new Notebook("02-hostile", notebook.Build().Node);
        }
    }

    private static JsonObject Figure
    {
        get
        {
            var figure = FigureSample.Make("figure-hostile", Breakout, Breakout, Breakout, [new JsonObject
            {
                ["type"] = "scatter",
                ["name"] = "<a href=\"javascript:alert(1)\">x</a>" + Breakout,
                ["x"] = new JsonArray(1, 2),
                ["y"] = new JsonArray(3, 4),
                ["text"] = Breakout,
                ["hovertemplate"] = Breakout,
            }], Breakout, Breakout);
            figure["table"] = new JsonObject { ["columns"] = new JsonArray(Breakout), ["rows"] = new JsonArray(new JsonArray(Breakout)) };
            figure["config"] = new JsonObject { ["note"] = "</script><script>alert(1)</script>\u2028alert(1)" };
            return figure;
        }
    }

    private static JsonObject Stream(string name, string text) => new() { ["output_type"] = "stream", ["name"] = name, ["text"] = text };

    private static JsonObject Failure(string text) => new()
    {
        ["output_type"] = "error",
        ["ename"] = text,
        ["evalue"] = text,
        ["traceback"] = new JsonArray(text),
    };
}
