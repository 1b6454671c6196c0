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

    // The last rule wins: formulas look the same on every system.
    private const string OwnFont =
        """
        @font-face { font-family: "Course Math"; src: url('CourseMath.woff2') format('woff2'); }
        math { font-family: "Course Math", "Cambria Math", "STIX Two Math", math; }
        """;

    private static readonly Lazy<string> CachedStylesheet = new(() => WithoutComments(Resource("Temml-Local.css")) + OwnFont + "\n");

    private readonly Lock gate = new();
    private readonly Dictionary<(string Latex, bool Display), string> known = [];
    private Engine? engine;
    private JsValue? convert;

    /// <summary>Names of the fonts that <see cref="Stylesheet"/> loads from beside it: the one formulas are set in, 30 KB, and one for primes and script capitals, 9 KB.</summary>
    public static IReadOnlyList<string> FontNames { get; } = ["CourseMath.woff2", "Temml.woff2"];

    /// <summary>What MathML from <see cref="ToMarkup"/> needs: rules, and fonts, since few systems have one that is made for formulas.</summary>
    public static string Stylesheet => CachedStylesheet.Value;

    /// <summary>The bytes of a font.</summary>
    /// <param name="name">One of <see cref="FontNames"/>.</param>
    public static byte[] Font(string name)
    {
        using var stream = Open(name);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

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
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }

    private static Stream Open(string name) => typeof(Mathematics).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The assembly lacks its resource {name}.");

    private static string WithoutComments(string css) => Comment().Replace(css, "").Trim() + "\n";

    [GeneratedRegex("""/\*.*?\*/""", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Comment();
}
