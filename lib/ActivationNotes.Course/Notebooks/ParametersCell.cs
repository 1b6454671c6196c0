using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActivationNotes.Course.Notebooks;

/// <summary>
/// The cell tagged parameters, by papermill's convention: it declares values that a run may replace. Here the literals in it are replaced,
/// so that cells keep their numbers and what is derived from a value follows it; the copy says so in its metadata, as papermill's does, and in the cell.
/// </summary>
public sealed class ParametersCell
{
    /// <summary>The tag of the cell.</summary>
    public const string Tag = "parameters";

    /// <summary>The tag that the cell has in a copy with other values.</summary>
    public const string ReplacedTag = "injected-parameters";

    private static readonly CSharpParseOptions s_script = new(kind: SourceCodeKind.Script);

    private readonly Notebook _notebook;
    private readonly string _file;
    private readonly Cell _cell;
    private readonly Dictionary<string, (Parameter Parameter, ExpressionSyntax Literal)> _declared;

    private ParametersCell(Notebook notebook, string file, Cell cell)
    {
        (_notebook, _file, _cell) = (notebook, file, cell);
        _declared = Declared(cell.Source).DistinctBy(found => found.Parameter.Name, StringComparer.Ordinal).ToDictionary(found => found.Parameter.Name, StringComparer.Ordinal);
    }

    /// <summary>What it declares with a literal, in its order.</summary>
    public IReadOnlyList<Parameter> Parameters => [.. Declared(_cell.Source).Select(found => found.Parameter)];

    /// <summary>Finds the cell.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="file">What messages call it.</param>
    /// <returns>The cell; null when there is none.</returns>
    /// <exception cref="NotebookException">There are several.</exception>
    public static ParametersCell? Find(Notebook notebook, string file)
    {
        var cells = notebook.Cells.Where(cell => cell.Kind == CellKind.Code && cell.Tags.Contains(Tag)).ToArray();
        if (cells.Length > 1) throw new NotebookException(file, cells[1].Number, $"is tagged {Tag}, as cell {cells[0].Number.ToString(CultureInfo.InvariantCulture)} is. A notebook has one such cell.");
        return cells.Length == 0 ? null : new ParametersCell(notebook, file, cells[0]);
    }

    /// <summary>The notebook with other values.</summary>
    /// <param name="notebook">The notebook; it is not changed.</param>
    /// <param name="file">What messages call it.</param>
    /// <param name="values">The names and the values as a reader writes them; null leaves the notebook as it is.</param>
    /// <exception cref="NotebookException">There is no such cell, it has no such name, or a value is not of its type.</exception>
    public static Notebook Replace(Notebook notebook, string file, IReadOnlyDictionary<string, string> values)
    {
        if (values.Count == 0) return notebook;
        var cell = Find(notebook, file) ?? throw new NotebookException(file, null,
            $"has no code cell tagged {Tag}, so {values.Keys.First()} cannot be set. Tag the cell that declares it.");
        return cell.Replace(values);
    }

    /// <summary>The literals that cells declare as variables, whether they are parameters or not.</summary>
    /// <param name="code">The text of a cell.</param>
    public static IReadOnlyList<Parameter> Read(string code) => [.. Declared(code).Select(found => found.Parameter)];

    private Notebook Replace(IReadOnlyDictionary<string, string> values)
    {
        var copy = _notebook.Copy();
        var source = _cell.Source;
        var edits = values.Select(value => (Literal(value.Key), Text: Written(value.Key, value.Value))).OrderByDescending(edit => edit.Item1.SpanStart).ToArray();
        foreach (var (literal, text) in edits) source = source[..literal.SpanStart] + text + source[literal.Span.End..];
        var said = string.Join(", ", values.Keys.Select(name => $"{name} was {_declared[name].Parameter.Value}"));
        var node = copy.Cells[_cell.Number - 1].Node;
        node["source"] = NotebookText.Split($"{source.TrimEnd('\n')}\n// Replaced for this run: {said}.");
        node["metadata"]!["tags"]!.AsArray().Add(ReplacedTag);
        if (copy.Node["metadata"] is not JsonObject metadata) copy.Node["metadata"] = metadata = [];
        metadata["papermill"] = new JsonObject { ["parameters"] = new JsonObject(values.Select(value => KeyValuePair.Create(value.Key, (JsonNode?)Json(value.Key, value.Value)))) };
        // What it has in common with its file is no longer all but the outputs.
        return new Notebook(copy.Name, copy.Node);
    }

    private ExpressionSyntax Literal(string name) => _declared.TryGetValue(name, out var found)
        ? found.Literal
        : throw new NotebookException(_file, _cell.Number, $"declares no parameter \"{name}\". {Known()}");

    private string Known() => _declared.Count == 0
        ? "It declares none at all: a parameter is a variable of a simple type that is given a literal, such as int firstSeed = 1;"
        : $"Its parameters: {string.Join(", ", _declared.Values.Select(found => found.Parameter))}.";

    private string Written(string name, string value)
    {
        var type = _declared[name].Parameter.Type;
        return Literal(type, value) ?? throw new NotebookException(_file, _cell.Number, $"the parameter {name} takes a value of the type {type}, which \"{value}\" is not. {Known()}");
    }

    // Whole numbers and truth values as such, the rest as text, which loses nothing.
    private JsonNode Json(string name, string value) => _declared[name].Parameter.Type switch
    {
        "bool" => JsonValue.Create(bool.Parse(value)),
        "int" or "long" => JsonValue.Create(long.Parse(value, CultureInfo.InvariantCulture)),
        "double" => JsonValue.Create(double.Parse(value, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(value),
    };

    private static string? Literal(string type, string value)
    {
        var culture = CultureInfo.InvariantCulture;
        const NumberStyles Whole = NumberStyles.AllowLeadingSign;
        return type switch
        {
            "int" => int.TryParse(value, Whole, culture, out var number) ? number.ToString(culture) : null,
            "long" => long.TryParse(value, Whole, culture, out var number) ? number.ToString(culture) + "L" : null,
            "double" => double.TryParse(value, NumberStyles.Float, culture, out var number) && double.IsFinite(number) ? number.ToString("R", culture) + "d" : null,
            "float" => float.TryParse(value, NumberStyles.Float, culture, out var number) && float.IsFinite(number) ? number.ToString("R", culture) + "f" : null,
            "decimal" => decimal.TryParse(value, NumberStyles.Float, culture, out var number) ? number.ToString(culture) + "m" : null,
            "bool" => bool.TryParse(value, out var truth) ? (truth ? "true" : "false") : null,
            "string" => SymbolDisplay.FormatLiteral(value, quote: true),
            _ => null,
        };
    }

    private static IEnumerable<(Parameter Parameter, ExpressionSyntax Literal)> Declared(string code) =>
        from field in CSharpSyntaxTree.ParseText(code, s_script).GetCompilationUnitRoot().Members.OfType<FieldDeclarationSyntax>()
        from variable in field.Declaration.Variables
        let literal = variable.Initializer?.Value
        let type = literal is null ? null : TypeOf(field.Declaration.Type, literal)
        where type is not null
        select (new Parameter(variable.Identifier.Text, type, literal.ToString()), literal);

    private static string? TypeOf(TypeSyntax declared, ExpressionSyntax value)
    {
        var literal = value is PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax operand } sign && sign.IsKind(SyntaxKind.UnaryMinusExpression) ? operand : value as LiteralExpressionSyntax;
        return (declared, literal?.Token.Value) switch
        {
            (_, null) => null,
            (PredefinedTypeSyntax predefined, _) => predefined.Keyword.ValueText,
            ({ IsVar: true }, int) => "int",
            ({ IsVar: true }, long) => "long",
            ({ IsVar: true }, double) => "double",
            ({ IsVar: true }, float) => "float",
            ({ IsVar: true }, decimal) => "decimal",
            ({ IsVar: true }, bool) => "bool",
            ({ IsVar: true }, string) => "string",
            _ => null,
        };
    }
}
