using System.Net;
using System.Text.RegularExpressions;

namespace ActivationNotes.Course.Serving;

/// <summary>What serving adds to a page: it reloads when told to, and shows what went wrong.</summary>
public static partial class LivePage
{
    /// <summary>Where pages hear of changes.</summary>
    public const string EventsPath = "/.course/events";

    private const string ScriptPath = "/.course/reload.js";
    private const string StylePath = "/.course/problem.css";

    private const string Script = """
        new EventSource("/.course/events").addEventListener("message", () => location.reload());
        """;

    private const string Style = """
        .course-problem { position: fixed; inset: auto 0 0 0; max-height: 60vh; overflow: auto; margin: 0; padding: 1rem 1.5rem;
          background: #fff4f2; color: #5f0f06; border-top: 4px solid #b3261e; font: 14px/1.45 monospace; white-space: pre-wrap; z-index: 9999; }
        @media (prefers-color-scheme: dark) { .course-problem { background: #2b1210; color: #ffdad5; } }
        """;

    /// <summary>The text and type of a file that serving adds; null when the path is none.</summary>
    public static (string Text, string Type)? Asset(string path) => path switch
    {
        ScriptPath => (Script, "text/javascript; charset=utf-8"),
        StylePath => (Style, "text/css; charset=utf-8"),
        _ => null,
    };

    /// <summary>The page as it is served.</summary>
    /// <param name="html">The page as it was built.</param>
    /// <param name="problem">What went wrong; empty when nothing did.</param>
    /// <param name="reloads">Whether the page reloads when told to.</param>
    public static string Apply(string html, string problem, bool reloads)
    {
        var added = (problem.Length == 0 ? "" : $"""<link rel="stylesheet" href="{StylePath}"><pre class="course-problem" role="alert">{WebUtility.HtmlEncode(problem)}</pre>""")
            + (reloads ? $"""<script src="{ScriptPath}"></script>""" : "");
        var end = html.LastIndexOf("</body>", StringComparison.OrdinalIgnoreCase);
        var page = end < 0 ? html + added : html.Insert(end, added);
        // The built page may be stricter than what is added needs; only the copy that is served is loosened, by itself alone.
        return Policy().Replace(page, match => match.Groups["before"].Value + Loosened(match.Groups["policy"].Value) + match.Groups["after"].Value);
    }

    private static string Loosened(string policy)
    {
        var directives = policy.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        foreach (var name in new[] { "script-src", "style-src", "connect-src" })
        {
            var index = directives.FindIndex(directive => directive.Split(' ')[0] == name);
            if (index < 0)
            {
                // What a directive leaves out, default-src says.
                var sources = directives.Find(directive => directive.Split(' ')[0] == "default-src")?["default-src".Length..] ?? "";
                index = directives.Count;
                directives.Add(name + sources);
            }

            if (!directives[index].Contains("'self'", StringComparison.Ordinal)) directives[index] = directives[index].Replace(" 'none'", "", StringComparison.Ordinal) + " 'self'";
        }

        return string.Join("; ", directives);
    }

    [GeneratedRegex("""(?<before><meta\s+http-equiv="Content-Security-Policy"\s+content=")(?<policy>[^"]*)(?<after>")""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Policy();
}
