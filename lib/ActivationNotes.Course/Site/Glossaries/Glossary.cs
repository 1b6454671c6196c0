using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace ActivationNotes.Course.Site.Glossaries;

/// <summary>What the words and symbols of the course mean.</summary>
public sealed partial class Glossary
{
    /// <summary>The file of the glossary's page.</summary>
    public const string Page = "glossary.html";

    private readonly Dictionary<string, Term> _byForm;
    private readonly Regex? _forms;
    private readonly (Term Term, Regex Pattern)[] _symbols;

    /// <summary>A glossary of these terms.</summary>
    /// <param name="terms">The terms.</param>
    /// <exception cref="CourseException">Two terms claim one word.</exception>
    public Glossary(IReadOnlyList<Term> terms)
    {
        Terms = terms;
        _byForm = new Dictionary<string, Term>(StringComparer.OrdinalIgnoreCase);
        foreach (var term in terms)
        {
            foreach (var form in term.Forms)
            {
                if (!_byForm.TryAdd(form, term)) throw new CourseException($"glossary.json, term \"{term.Name}\": the word \"{form}\" belongs to \"{_byForm[form].Name}\" already.");
            }
        }

        // The longest first: "activation function" is not "activation" and a rest.
        var words = string.Join('|', _byForm.Keys.OrderByDescending(form => form.Length).ThenBy(form => form, StringComparer.Ordinal).Select(Regex.Escape));
        _forms = words.Length == 0 ? null : new Regex($@"(?<![\w-])({words})(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
        // A letter of its own: not one of a longer name, nor of a command.
        _symbols = [.. terms.Where(term => term.Latex.Count > 0).Select(term => (term,
            new Regex($@"(?<![A-Za-z\\])({string.Join('|', term.Latex.Select(Regex.Escape))})(?![A-Za-z])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)))];
    }

    /// <summary>No terms.</summary>
    public static Glossary Empty { get; } = new([]);

    /// <summary>The terms as the file lists them.</summary>
    public IReadOnlyList<Term> Terms { get; }

    /// <summary>Reads the file; no file means no terms.</summary>
    /// <param name="path">A JSON list of objects with term, forms, definition, lesson.</param>
    /// <exception cref="CourseException">It is not such a list; names the term.</exception>
    public static Glossary Read(string path)
    {
        if (!File.Exists(path)) return Empty;
        try
        {
            var list = JsonNode.Parse(File.ReadAllText(path)) as JsonArray ?? throw new CourseException("glossary.json: a list of terms was expected.");
            return new Glossary([.. list.Select((node, index) => Read(node as JsonObject, index))]);
        }
        catch (JsonException error)
        {
            throw new CourseException($"glossary.json: not JSON: {error.Message}", error);
        }
    }

    /// <summary>Makes the first use of each term in a text a link to its entry.</summary>
    /// <param name="body">The text; headings, code, formulas and links are left alone.</param>
    /// <param name="linked">The terms that the page has linked so far; the new ones are added.</param>
    public void Link(IElement body, ISet<Term> linked)
    {
        if (_forms is null) return;
        var nodes = body.GetDescendants().OfType<IText>()
            .Where(text => text.ParentElement?.Closest("a, code, pre, h1, h2, h3, h4, h5, h6, math, summary, th") is null).ToArray();
        foreach (var node in nodes)
        {
            var text = node.Data;
            var parts = new List<INode>();
            var done = 0;
            foreach (Match match in _forms.Matches(text))
            {
                var term = _byForm[match.Value];
                if (!linked.Add(term)) continue;
                var link = body.Owner!.CreateElement("a");
                link.ClassName = "term";
                link.SetAttribute("href", $"{Page}#{term.Id}");
                link.TextContent = match.Value;
                parts.Add(body.Owner!.CreateTextNode(text[done..match.Index]));
                parts.Add(link);
                done = match.Index + match.Length;
            }

            if (parts.Count > 0) node.Replace([.. parts, body.Owner!.CreateTextNode(text[done..])]);
        }
    }

    /// <summary>The symbols that a formula uses.</summary>
    /// <param name="latex">The formula.</param>
    public IEnumerable<Term> SymbolsIn(string latex)
    {
        // Words within a formula are not symbols.
        var formula = Words().Replace(latex, "");
        return _symbols.Where(symbol => symbol.Pattern.IsMatch(formula)).Select(symbol => symbol.Term);
    }

    [GeneratedRegex(@"\\(text|mathrm|operatorname)\{[^}]*\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Words();

    private static Term Read(JsonObject? node, int index)
    {
        string Text(string name) => node?[name]?.ToString().Trim() is { Length: > 0 } text ? text
            : throw new CourseException(string.Create(CultureInfo.InvariantCulture, $"glossary.json, term {index + 1}: it has no {name}."));
        var name = Text("term");
        var id = string.Concat(name.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')).Trim('-');
        return new Term(name, node!["id"]?.ToString() ?? id, List("forms"), Text("definition"), Text("lesson")) { Latex = List("latex") };

        string[] List(string key) => [.. (node[key] as JsonArray ?? []).Select(form => form!.ToString())];
    }
}
