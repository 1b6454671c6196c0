using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActivationNotes.Kernel.Language;

/// <summary>
/// What the cells run so far leave to the next one, as one script of declarations: an editor that went through a chain of a thousand cells for
/// each question would take minutes. Of a name declared twice the latest declaration counts, as in the session. Bodies of functions are left
/// out, and variables have the types that the compiler found.
/// </summary>
internal sealed partial class EarlierCells
{
    private static readonly SymbolDisplayFormat s_type = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private readonly List<string> _usings = [];
    private readonly Dictionary<string, (long Order, string Text)> _declarations = new(StringComparer.Ordinal);
    private readonly HashSet<PortableExecutableReference> _references = [];
    private long _order;

    /// <summary>The libraries and packages that the cells refer to.</summary>
    public IReadOnlyCollection<PortableExecutableReference> References => _references;

    /// <summary>Adds a cell.</summary>
    /// <param name="cell">Compiled, so that it is without errors.</param>
    public void Add(CSharpCompilation cell)
    {
        // Packages are no directives' references: one may bring many.
        foreach (var reference in cell.DirectiveReferences.Concat(cell.ExternalReferences).OfType<PortableExecutableReference>()) _references.Add(reference);
        foreach (var tree in cell.SyntaxTrees)
        {
            var root = (CompilationUnitSyntax)tree.GetRoot();
            foreach (var directive in root.Usings.Select(each => each.ToString()).Where(each => !_usings.Contains(each))) _usings.Add(directive);
            foreach (var member in root.Members.Where(member => member is not (GlobalStatementSyntax or FieldDeclarationSyntax))) Add(member);
        }

        if (cell.ScriptClass is not { } script) return;
        foreach (var field in script.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsImplicitlyDeclared && field.CanBeReferencedByName))
            Keep(field.Name, $"{TypeOf(field)} {Escaped(field.Name)};");
    }

    /// <summary>The script.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var directive in _usings) text.Append(directive).Append('\n');
        foreach (var (_, declaration) in _declarations.Values.OrderBy(each => each.Order)) text.Append(declaration).Append('\n');
        return text.ToString();
    }

    // Types without a name, which the compiler made for "new { }", can be had from an expression only; their members are lost.
    private static string TypeOf(IFieldSymbol field) => field.Type is { IsAnonymousType: true } or IErrorTypeSymbol
        ? "object"
        : WithoutSubmissions(field.Type.ToDisplayString(s_type));

    private static string WithoutSubmissions(string type) => SubmissionPrefix().Replace(type, "");

    [GeneratedRegex(@"(global::)?Submission#\d+\.", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex SubmissionPrefix();

    private static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    private void Add(MemberDeclarationSyntax member)
    {
        switch (member)
        {
            case MethodDeclarationSyntax method:
                var signature = method.WithAttributeLists([]).WithBody(null).WithExpressionBody(null).WithSemicolonToken(default)
                    .WithModifiers([.. method.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.AsyncKeyword))]);
                // Overloads stand beside each other.
                Keep($"{method.Identifier.ValueText}{method.TypeParameterList}{string.Join(',', method.ParameterList.Parameters.Select(parameter => parameter.Type))}",
                    $"{signature.WithLeadingTrivia().ToString().Trim()} => throw null;", method);
                break;
            case BaseTypeDeclarationSyntax type:
                Keep(type.Identifier.ValueText, type.ToString(), type);
                break;
            case DelegateDeclarationSyntax type:
                Keep(type.Identifier.ValueText, type.ToString(), type);
                break;
            case PropertyDeclarationSyntax property:
                Keep(property.Identifier.ValueText, property.ToString(), property);
                break;
            default:
                Keep(member.ToString(), member.ToString(), member);
                break;
        }
    }

    private void Keep(string key, string declaration, MemberDeclarationSyntax? member = null)
    {
        // Its documentation goes with it.
        var documentation = member?.GetLeadingTrivia().Where(trivia => trivia.HasStructure && trivia.GetStructure() is DocumentationCommentTriviaSyntax).Select(trivia => trivia.ToFullString()) ?? [];
        _declarations[key] = (_order++, string.Concat(documentation) + declaration);
    }
}
