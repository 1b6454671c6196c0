using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActivationNotes.Course.Notebooks;

/// <summary>The names in the C# of a cell.</summary>
/// <param name="Used">All identifiers.</param>
/// <param name="Given">Those that other cells may get from it: variables, methods and types that it declares, and variables that it assigns.</param>
public sealed record ScriptNames(IReadOnlySet<string> Used, IReadOnlySet<string> Given)
{
    private static readonly CSharpParseOptions s_script = new(kind: SourceCodeKind.Script);

    /// <summary>Reads the code of a cell.</summary>
    public static ScriptNames Of(string code)
    {
        var root = CSharpSyntaxTree.ParseText(code, s_script).GetCompilationUnitRoot();
        var used = root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.Text);
        return new ScriptNames(used.ToHashSet(StringComparer.Ordinal), root.DescendantNodes().SelectMany(Names).ToHashSet(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Names(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax variable => [variable.Identifier.Text],
        SingleVariableDesignationSyntax variable => [variable.Identifier.Text],
        MethodDeclarationSyntax method => [method.Identifier.Text],
        LocalFunctionStatementSyntax function => [function.Identifier.Text],
        BaseTypeDeclarationSyntax type => [type.Identifier.Text],
        AssignmentExpressionSyntax assignment => assignment.Left.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.Text),
        _ => [],
    };
}
