using System.Text.RegularExpressions;
using Jint;
using Jint.Native;
using Jint.Runtime;

namespace ActivationNotes.Course.Site.Content;

/// <summary>Typesets LaTeX as MathML while the site is built, so that a page needs no script to show a formula.</summary>
/// <remarks>Temml runs inside the tool. The interpreter is created at the first formula; each distinct formula is converted once.</remarks>
public sealed partial class Mathematics
{
    // A macro that calls itself must end the build with a message, not stop it.
    private const string Convert =
        """
        (latex, display) => temml.renderToString(latex,
            { displayMode: display, throwOnError: true, trust: false, maxExpand: 1000, maxSize: [25, 25] })
        """;

    private static readonly Lazy<string> CachedStylesheet = new(() => WithoutFonts(Resource("Temml-Local.css")));

    private readonly Lock gate = new();
    private readonly Dictionary<(string Latex, bool Display), string> known = [];
    private Engine? engine;
    private JsValue? convert;

    /// <summary>What MathML from <see cref="ToMarkup"/> needs: CSS that loads nothing, the reader's own fonts only.</summary>
    public static string Stylesheet => CachedStylesheet.Value;

    /// <summary>Converts one formula. Safe to call from several threads.</summary>
    /// <param name="latex">LaTeX without its dollar signs.</param>
    /// <param name="display">A formula on a line of its own, rather than one within a sentence.</param>
    /// <returns>A <c>math</c> element.</returns>
    /// <exception cref="MathematicsException">The formula does not parse.</exception>
    public string ToMarkup(string latex, bool display)
    {
        var formula = latex.Trim();
        lock (gate)
        {
            if (known.TryGetValue((formula, display), out var markup)) return markup;
            engine ??= CreateEngine();
            convert ??= engine.Evaluate(Convert);
            try
            {
                markup = engine.Invoke(convert, formula, display).AsString();
            }
            catch (JavaScriptException error)
            {
                throw new MathematicsException(formula, error.Message);
            }
            return known[(formula, display)] = markup;
        }
    }

    private static Engine CreateEngine()
    {
        var created = new Engine(options => options.Strict(false).LimitRecursion(2000));
        created.Execute(Resource("temml.min.js"), "temml.min.js");
        return created;
    }

    private static string Resource(string name)
    {
        using var stream = typeof(Mathematics).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string WithoutFonts(string css) => TemmlFont().Replace(css, "").Trim() + "\n";

    // The comments, the font itself, and the rules that name it: a family nobody has would fall back to a text font.
    [GeneratedRegex("""/\*.*?\*/|@font-face\s*\{[^}]*\}|font-family:\s*["']?Temml["']?\s*;""",
        RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex TemmlFont();
}
